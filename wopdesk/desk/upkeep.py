"""Looking after the data file: check it from end to end, back it up, bring a backup back."""

from __future__ import annotations

from pathlib import Path

from wopdesk.desk import passphrase
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.exchange import recovery
from wopdesk.exchange.sshsig import BadSignature, verify
from wopdesk.records.ids import Key
from wopdesk.store import backup, checking
from wopdesk.store.backup import Contents
from wopdesk.store.checking import Finding
from wopdesk.store.faults import StoreFault
from wopdesk.store.sqlite import is_database

_FOLDER = "backups"


def check(desk: Desk) -> list[Finding]:
    """Everything in the data file that is not what it claims to be; empty when all is well."""
    return checking.check(desk.store, _holds)


def _holds(key: Key, namespace: str, data: bytes, signature: bytes) -> bool:
    try:
        return verify(data, signature, namespace) == key
    except BadSignature:
        return False


def folder_of(data_file: Path) -> Path:
    """Where the backups of a data file lie, when no other place was chosen."""
    return data_file.parent / _FOLDER


def back_up(desk: Desk, folder: Path | None = None) -> Path:
    """A backup made now, beside earlier ones of the same day; its file.

    Raises:
        StoreFault: the folder does not allow it.
    """
    return backup.back_up(desk.store, folder or folder_of(desk.store.path), desk.today)


def back_up_daily(desk: Desk) -> Path:
    """Today's backup, made now where there is none yet; its file.

    Raises:
        StoreFault: the folder does not allow it.
    """
    return backup.back_up_daily(desk.store, folder_of(desk.store.path), desk.today)


def files(data_file: Path, folder: Path | None = None) -> list[Path]:
    """The backups of a data file, newest first."""
    return backup.backups(folder or folder_of(data_file), data_file.stem)


def backups(data_file: Path, folder: Path | None = None) -> list[Contents | StoreFault]:
    """What each backup of a data file holds, newest first; a fault for one that cannot be read."""
    return [_contents(path) for path in files(data_file, folder)]


def is_backup(file: Path) -> bool:
    """Whether a file is a backup, by how it begins; whether it can be used, `contents` knows.

    Raises:
        OSError: it cannot be read.
    """
    return is_database(file)


def contents(file: Path) -> Contents:
    """What one backup holds.

    Raises:
        StoreFault: it is none, from a newer version, or damaged.
    """
    return backup.contents(file)


def _contents(path: Path) -> Contents | StoreFault:
    try:
        return contents(path)
    except StoreFault as fault:
        return fault


def restore(file: Path, data_file: Path) -> tuple[Contents, Path | None]:
    """Put a backup in the place of a data file that nobody has open; what is in it, and where the former file lies.

    Raises:
        StoreFault: the backup is damaged, or the disk does not allow it. The former file is not touched.
    """
    return backup.contents(file), backup.restore(file, data_file)


def try_recovery_kit(desk: Desk, file: Path, typed: str) -> None:
    """Open PWON's recovery kit with the passphrase as a person typed it from paper; nothing is kept of either.

    That it stands on paper is known from then on.

    Raises:
        DeskFault: the kit is another network's.
        Refused: the file is damaged, or the passphrase is another one.
        OSError: the file cannot be read.
    """
    if recovery.open_kit(file.read_bytes(), typed).public != desk.identity.root:
        raise DeskFault("This recovery kit belongs to another network.", "Look for PWON's own kit.")
    passphrase.note_tried(desk)
