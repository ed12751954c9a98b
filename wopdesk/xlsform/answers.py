"""Answers as text: how each type is written canonically, and whether a text is one of its type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from wopdesk.xlsform.moments import read_moment, seconds_of_day
from wopdesk.xlsform.xml import xml_text

_WHOLE = re.compile(r"[+-]?\d+")
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLACES = frozenset({"geopoint", "geotrace", "geoshape"})
_LEAST_POINTS = 2
MOST_POINTS = 100_000
"""Of a trace or shape: a day's walk with a point each second."""
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
    if kind in _PLACES:
        return ";".join(" ".join(point.replace(",", " ").split()) for point in text.rstrip("; ").split(";"))
    return _plain(text) if kind in _NUMERIC and _DECIMAL.fullmatch(text) else text


def in_order(text: str, choices: Sequence[str]) -> str:
    """Several chosen values in the order of the form; values the form does not offer come last, in their order."""
    chosen = dict.fromkeys(text.split())
    known = [value for value in choices if value in chosen]
    return " ".join([*known, *(value for value in chosen if value not in known)])


def fits(text: str, kind: str) -> bool:
    """Whether a text is an answer of a type; every text is one of a type that is not known here."""
    check = _CHECKS.get(kind)
    return check is None or bool(check(text))


def _is_date(text: str) -> bool:
    return _DAY.fullmatch(text) is not None and read_moment(text) is not None


def _is_moment(text: str) -> bool:
    return "T" in text and read_moment(text) is not None


def _is_time(text: str) -> bool:
    return seconds_of_day(text) is not None


def _is_trace(text: str) -> bool:
    if text.count(";") >= MOST_POINTS:
        return False
    points = text.split(";")
    return len(points) >= _LEAST_POINTS and all(map(_is_point, points))


def _is_shape(text: str) -> bool:
    """Whether a text is a trace that ends where it began."""
    points = text.split(";")
    return len(points) > _LEAST_POINTS + 1 and points[0] == points[-1] and _is_trace(text)


def _is_point(text: str) -> bool:
    """Latitude and longitude in degrees, and perhaps altitude and accuracy in metres."""
    parts = text.split()
    if not 2 <= len(parts) <= 4 or not all(map(_DECIMAL.fullmatch, parts)):  # noqa: PLR2004 - two, three or four numbers
        return False
    return abs(float(parts[0])) <= 90 and abs(float(parts[1])) <= 180  # noqa: PLR2004 - degrees


def _plain(text: str) -> str:
    """A number without sign of plus, surplus zeros or a bare point."""
    number = Decimal(text)
    if number == 0:
        return "0"
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


_CHECKS: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("int", "integer", "long"), _WHOLE.fullmatch),
    **dict.fromkeys(("decimal", "double"), _DECIMAL.fullmatch),
    "date": _is_date,
    "dateTime": _is_moment,
    "time": _is_time,
    "geopoint": _is_point,
    "geotrace": _is_trace,
    "geoshape": _is_shape,
}
