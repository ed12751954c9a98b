"""The recovery kit: PWON's root key as an encrypted file and a passphrase on paper, tried before it is kept."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field

from wopdesk.exchange import codes, keys, sshsig
from wopdesk.exchange.keys import SigningKey
from wopdesk.exchange.refusal import Refused
from wopdesk.records.ids import Key

LARGEST = 16 * 1024
"""Bytes; a kit is far smaller."""
_BEGIN, _END = b"-----BEGIN OPENSSH PRIVATE KEY-----", b"-----END OPENSSH PRIVATE KEY-----"
_MAGIC, _VERSION = b"openssh-key-v", b"1\0"
_OPEN, _LOCKED = (b"none", b"none"), (b"aes256-ctr", b"bcrypt")
_WORDS = 3
"""Cipher, derivation and its options stand before the number of keys."""
_ROUNDS, _MOST_ROUNDS = 4, 256
"""How many bytes count the rounds of bcrypt, and how many rounds a few seconds allow; a damaged number means years."""
_ONE_KEY = (1).to_bytes(4, "big")
_KEY_BYTES = 32
_SAFE = "Nothing was changed."


@dataclass(frozen=True)
class RecoveryKit:
    """What leaves the computer when a network is founded.

    Attributes:
        root: the public key that invitations pin.
        file: the OpenSSH private key file, encrypted.
        passphrase: to be printed, and never stored beside the file.
    """

    root: Key
    file: bytes
    passphrase: str = field(repr=False)


def make_kit(root: SigningKey) -> RecoveryKit:
    """A kit for this root key, read back once before it is handed out."""
    passphrase = codes.random_passphrase()
    file = root.openssh(passphrase)
    return RecoveryKit(open_kit(file, passphrase).public, file, passphrase)


def open_kit(file: bytes, typed: str) -> SigningKey:
    """The root key out of a kit, with the passphrase as a person typed it from paper.

    Raises:
        Refused: the file is no kit, damaged or made by a newer version, or the passphrase is another one.
    """
    root_of(file)
    try:
        return keys.read_openssh(file, codes.normalised(typed))
    except Refused:
        raise Refused(
            "The kit does not open: the passphrase is another one, or the file is damaged.",
            next="Read the passphrase from the paper once more. If it stays so, take the other USB stick.",
            safe=_SAFE,
        ) from None


def root_of(file: bytes) -> Key:
    """The public key of the root key in a kit, which can be read without the passphrase (OpenSSH PROTOCOL.key).

    Raises:
        Refused: the file is no kit, damaged, or made by a newer version.
    """
    if not file.startswith(_BEGIN) or len(file) > LARGEST:
        raise _no_kit()
    body, end, _ = file.removeprefix(_BEGIN).partition(_END)
    try:
        blob = base64.b64decode(body)
    except binascii.Error:
        raise _damaged() from None
    if not end or not blob.startswith(_MAGIC):
        raise _damaged()
    if not blob.startswith(_MAGIC + _VERSION):
        raise _newer()
    return _named(blob[len(_MAGIC + _VERSION) :])


def _named(blob: bytes) -> Key:
    """The public key, out of what follows the format's name."""
    words = list[bytes]()
    for _ in range(_WORDS):
        word, blob = _word(blob)
        words.append(word)
    public, locked = _word(blob.removeprefix(_ONE_KEY))
    _, rest = _word(locked)
    named = Key(public[-_KEY_BYTES:].hex())
    if (words[0], words[1]) == _OPEN:
        raise _no_kit()
    if (words[0], words[1]) != _LOCKED or base64.b64encode(public).decode() != sshsig.public_base64(named):
        raise _newer()
    rounds = int.from_bytes(words[2][-_ROUNDS:], "big")
    if rest or not blob.startswith(_ONE_KEY) or not 0 < rounds <= _MOST_ROUNDS:
        raise _damaged()
    return named


def _word(blob: bytes) -> tuple[bytes, bytes]:
    """What a length in four bytes counts, and what follows."""
    size = int.from_bytes(blob[:4], "big")
    if len(blob) < 4 + size:
        raise _damaged()
    return blob[4 : 4 + size], blob[4 + size :]


def _no_kit() -> Refused:
    return Refused(
        "The file is no recovery kit.",
        next="Choose the file that PWON saved on a USB stick for the safe; its name ends in .recovery-kit.",
        safe=_SAFE,
    )


def _damaged() -> Refused:
    return Refused(
        "The recovery kit is damaged.",
        next="Take the other USB stick: the kit was saved on two of them.",
        safe=_SAFE,
    )


def _newer() -> Refused:
    return Refused(
        "The recovery kit was made by a newer version of WOPDesk.",
        next="Install the newer version, then open the kit again.",
        safe=_SAFE,
    )
