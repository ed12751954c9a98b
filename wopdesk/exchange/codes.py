"""Codes that people read aloud or type from paper: 32 characters that are not mistaken for one another."""

from __future__ import annotations

import base64
import secrets
import unicodedata

from wopdesk.records.digest import digest
from wopdesk.records.ids import Key

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and letters without I, L, O and U."""
_BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_TO_OURS = str.maketrans(_BASE32, _ALPHABET)
_MISREAD = str.maketrans("ILO", "110")
_GROUP = 4


def short_code(key: Key) -> str:
    """Twelve characters (60 bits) that stand for a key on the telephone: `7K3M-Q0ZD-2PXA`."""
    raw = bytes.fromhex(digest("short code", key))
    return _grouped(base64.b32encode(raw).decode().translate(_TO_OURS)[:12])


def same_code(typed: str, code: str) -> bool:
    """Whether a person typed this code: case, blanks, dashes, Urdu digits and the letters I, L, O do not matter."""
    return normalised(typed) == normalised(code) != ""


def random_passphrase() -> str:
    """120 random bits in six groups of four characters, to be printed and typed again one day."""
    return _grouped("".join(secrets.choice(_ALPHABET) for _ in range(24)))


def normalised(typed: str) -> str:
    """What a person typed, as `short_code` and `random_passphrase` write it."""
    plain = "".join(_plain(character) for character in unicodedata.normalize("NFKC", typed).upper())
    return _grouped(plain.translate(_MISREAD))


def _plain(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    return character if character.isalpha() else ""


def _grouped(text: str) -> str:
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))
