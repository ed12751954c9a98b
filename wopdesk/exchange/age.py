"""Encryption of a whole bundle to the recipients' own signing keys (age, `NAME.wopx.age`)."""

from __future__ import annotations

from collections.abc import Iterable

import pyrage  # type: ignore[import-untyped]  # it ships no types

from wopdesk.exchange.keys import SigningKey, openssh_public
from wopdesk.exchange.refusal import Refused
from wopdesk.records.ids import Key

START = b"age-encryption.org/v1\n"


def encrypt(data: bytes, recipients: Iterable[Key]) -> bytes:
    """The file that only the holders of these keys can open; `age -d -i KEYFILE` opens it, too.

    Raises:
        ValueError: no recipient, or one that is no Ed25519 key.
    """
    try:
        known = [pyrage.ssh.Recipient.from_str(openssh_public(key)) for key in recipients]
        return bytes(pyrage.encrypt(data, known))
    except (pyrage.RecipientError, pyrage.EncryptError) as error:
        raise ValueError("the bundle cannot be encrypted to these keys") from error


def decrypt(data: bytes, keys: Iterable[SigningKey]) -> bytes:
    """What was encrypted to one of these keys.

    Raises:
        Refused: to none of them, or the file was changed.
    """
    own = [pyrage.ssh.Identity.from_buffer(key.openssh()) for key in keys]
    try:
        return bytes(pyrage.decrypt(data, own))
    except pyrage.DecryptError:
        raise Refused(
            "The file is locked for other computers than this one, or was damaged on its way.",
            next="Ask the sender to send it again, to the key that this computer has now.",
        ) from None
