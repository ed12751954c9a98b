"""The keys by which rows are ordered: between any two there is always room for another."""

from __future__ import annotations

import re

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_ORDER = re.compile(r"[0-9a-z]*[1-9a-z]")


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
