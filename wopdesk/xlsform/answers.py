"""Answers as text: how each type is written canonically, and whether a text is one of its type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from wopdesk.xlsform.moments import read_moment, seconds_of_day
from wopdesk.xlsform.xml import xml_text

_WHOLE = re.compile(r"[+-]?\d+")
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMERIC = frozenset({"int", "integer", "long", "decimal", "double"})


def canonical(text: str, kind: str) -> str:
    """An answer as it is stored: Unicode NFC, line ends LF without blanks before them, plain numbers.

    A text that is none of its type stays as typed, so that it can be shown and corrected.
    """
    text = unicodedata.normalize("NFC", xml_text(text)).replace("\r\n", "\n").replace("\r", "\n")
    text = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    if kind in {"string", "text"}:
        return text
    text = text.strip()
    return _plain(text) if kind in _NUMERIC and _DECIMAL.fullmatch(text) else text


def in_order(text: str, choices: Sequence[str]) -> str:
    """Several chosen values in the order of the form; values the form does not offer come last, in their order."""
    chosen = dict.fromkeys(text.split())
    known = [value for value in choices if value in chosen]
    return " ".join([*known, *(value for value in chosen if value not in known)])


def fits(text: str, kind: str) -> bool:
    """Whether a text is an answer of a type; every text is one of a type that is not known here."""
    match kind:
        case "int" | "integer" | "long":
            return _WHOLE.fullmatch(text) is not None
        case "decimal" | "double":
            return _DECIMAL.fullmatch(text) is not None
        case "date":
            return _DAY.fullmatch(text) is not None and read_moment(text) is not None
        case "dateTime":
            return "T" in text and read_moment(text) is not None
        case "time":
            return seconds_of_day(text) is not None
        case _:
            return True


def _plain(text: str) -> str:
    """A number without sign of plus, surplus zeros or a bare point."""
    number = Decimal(text)
    if number == 0:
        return "0"
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
