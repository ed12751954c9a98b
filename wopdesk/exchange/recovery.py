"""The recovery kit: PWON's root key as an encrypted file and a passphrase on paper, tried before it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from wopdesk.exchange import codes, keys
from wopdesk.exchange.keys import SigningKey
from wopdesk.records.ids import Key


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
        Refused: the file is damaged or the passphrase is another one.
    """
    return keys.read_openssh(file, codes.normalised(typed))
