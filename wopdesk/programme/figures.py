"""How a figure of a document is read by people. Whatever an office wrote may stand in one, also to do harm."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

_DIGITS = 20
"""No one reads more; `1e999999999` would fill the memory with noughts."""


def figure(text: str) -> str:
    """A number with its thousands separated and its digits otherwise as typed; any other text unchanged."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    written_out = number.is_finite() and len(text) < _DIGITS and abs(number.adjusted()) < _DIGITS
    return f"{number:,f}" if written_out else text
