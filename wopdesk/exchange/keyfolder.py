"""The folder `<file>.keys/` beside a data file: one OpenSSH private key per file, named by its public key."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from wopdesk.exchange import keys
from wopdesk.exchange.keys import SigningKey
from wopdesk.exchange.refusal import Refused
from wopdesk.records.ids import Key, is_hex
from wopdesk.sentence import Sentence, reported

_OWNER_ONLY, _OWNER_READS = 0o700, 0o600


def folder_of(data_file: Path) -> Path:
    """Where the keys of a data file lie."""
    return data_file.with_name(data_file.name + ".keys")


def save(folder: Path, key: SigningKey, passphrase: str = "") -> None:
    """Keep a key, whole or not at all, readable by this user alone, on disk when this returns.

    Raises:
        OSError: the disk does not take it.
    """
    folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    folder.chmod(_OWNER_ONLY)
    unfinished = folder / f".{key.public}.{secrets.token_hex(4)}"
    try:
        _write_durably(unfinished, key.openssh(passphrase))
        unfinished.replace(folder / key.public)
    finally:
        unfinished.unlink(missing_ok=True)
    _flush_folder(folder)


def load(folder: Path, public: Key, passphrase: str = "") -> SigningKey:
    """The key kept under this public key.

    Raises:
        Refused: it is not there, cannot be read, is damaged, is another key, or the passphrase is wrong.
    """
    try:
        data = (folder / public).read_bytes()
    except OSError as error:
        raise _missing(
            Sentence("The key of this installation cannot be read ({reason}).", reason=reported(error))
        ) from error
    key = keys.read_openssh(data, passphrase)
    if key.public != public:
        raise _missing("The key file of this installation holds another key.")
    return key


def kept(folder: Path) -> tuple[Key, ...]:
    """The public keys of all keys in the folder, sorted; nothing where there is no folder."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(Key(path.name) for path in folder.iterdir() if is_hex(path.name)))


def erase(folder: Path, public: Key) -> None:
    """Forget a key for good, as when a borrowed laptop goes back; nothing happens where it is not kept."""
    (folder / public).unlink(missing_ok=True)
    if folder.is_dir():
        _flush_folder(folder)


def copy(source: Path, target: Path) -> tuple[Key, ...]:
    """Keep all keys of a folder in another one as well, or none more than before; those that were not there before.

    Raises:
        Refused: a key cannot be read or is damaged.
        OSError: the disk does not take one.
    """
    fresh = tuple(public for public in kept(source) if public not in kept(target))
    try:
        for public in kept(source):
            save(target, load(source, public))
    except BaseException:
        forget(target, fresh)
        raise
    return fresh


def forget(folder: Path, those: Iterable[Key]) -> None:
    """Erase these keys, and the folder once none is left in it."""
    for public in those:
        erase(folder, public)
    with suppress(OSError):  # others lie there
        folder.rmdir()


def _write_durably(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_READS)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle for a folder; its rename is written through
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _missing(happened: str) -> Refused:
    return Refused(
        happened,
        next="Bring back the folder that ends in .keys from a backup, or go on under a new key.",
        safe="Your records can be read; only signing must wait.",
    )
