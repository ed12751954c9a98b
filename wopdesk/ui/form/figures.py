"""Numbers as a person writes them and as XForm text. Pure: nothing is rounded, nothing unreadable is lost."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_WESTERN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩\u066b−", "01234567890123456789.-")
_GROUPS = re.compile(r"[,\u066c\u2019'\s]")
_NUMBER = re.compile(r"([+-]?)(\d+)(\.\d*)?|([+-]?)(\.\d+)", re.ASCII)


def read_number(text: str) -> str:
    """A number as XForm text: `742,000`, also in Urdu figures, is `742000`. What is no number stays as it is."""
    plain = _GROUPS.sub("", text.strip().translate(_WESTERN))
    return plain.removeprefix("+") if _NUMBER.fullmatch(plain) else text.strip()


def read_figure(text: str) -> str:
    """`read_number`, from what may have a sign for per cent behind it: `40%`, `35 %`, `35 ٪`."""
    plain = read_number(text.rstrip("%٪ "))
    return plain if _NUMBER.fullmatch(plain) else text.strip()


def write_number(value: str) -> str:
    """XForm text with its thousands grouped; what is no number stands as it is."""
    if not _NUMBER.fullmatch(value):
        return value
    sign = value[:1] if value[:1] in "+-" else ""
    whole, point, rest = value.removeprefix(sign).partition(".")
    return f"{sign}{_grouped(whole)}{point}{rest}"


def same_number(one: str, other: str) -> bool:
    """Whether two answers are the same number, as `1.50` and `1.5`, or the same text."""
    try:
        return one == other or Decimal(one) == Decimal(other)
    except InvalidOperation:
        return False


def _grouped(digits: str) -> str:
    """In threes; zeros in front are kept, since they may be a slip that somebody must see."""
    head = len(digits) % 3
    parts = [digits[:head], *(digits[at : at + 3] for at in range(head, len(digits), 3))]
    return ",".join(part for part in parts if part)
