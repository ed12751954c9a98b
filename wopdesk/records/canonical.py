"""Values in the one form in which writers write them, and the keys by which rows are ordered."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
_ORDER = re.compile(r"[0-9a-z]*[1-9a-z]")


def text(value: str) -> str:
    """NFC, line ends as LF, without blanks at line ends and at both ends."""
    lines = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def decimal(value: str) -> str:
    """A plain decimal without surplus zeros, or the text itself where it is no number: `"07.50"` → `"7.5"`."""
    stripped = value.strip()
    if not _DECIMAL.fullmatch(stripped):
        return text(value)
    try:
        plain = format(Decimal(stripped), "f")
    except InvalidOperation:
        return text(value)
    sign = "-" if plain.startswith("-") else ""
    whole, _, part = plain.lstrip("+-").partition(".")
    number = (whole.lstrip("0") or "0") + (f".{part.rstrip('0')}" if part.rstrip("0") else "")
    return number if number == "0" else sign + number


def several(value: str, form_order: list[str]) -> str:
    """Chosen names in the form's order, each once; unknown ones last, as they came."""
    chosen = list(dict.fromkeys(value.split()))
    known = [name for name in form_order if name in chosen]
    return " ".join(known + [name for name in chosen if name not in form_order])


def is_order_key(value: object) -> bool:
    """Whether this is `[0-9a-z]+` not ending in 0."""
    return isinstance(value, str) and _ORDER.fullmatch(value) is not None


def order_between(before: str, after: str = "") -> str:
    """An order key between two, compared bytewise; an empty `after` means at the end, an empty `before` at the start.

    Raises:
        ValueError: `before` does not sort before `after`.
    """
    if after and before >= after:
        message = f"{before!r} does not sort before {after!r}"
        raise ValueError(message)
    key = ""
    position = 0
    while True:
        low = _DIGITS.index(before[position]) if position < len(before) else 0
        high = _DIGITS.index(after[position]) if after and position < len(after) else len(_DIGITS)
        if high - low > 1:
            step = low + 1 if not after else (low + high) // 2
            return key + _DIGITS[step]
        key += _DIGITS[low]
        if after and high > low:
            after = ""
        position += 1
