"""Cells as they come from Excel or a letter, read as answers: choices by label, dates and numbers as people write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from wopdesk.programme.months import month_name
from wopdesk.ui.form.figures import read_figure
from wopdesk.xlsform import Choice, Field

_WESTERN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{4}|\d{2})", re.ASCII)
_NAMED = re.compile(r"([0-9]{1,2})[ .-]*([^\W\d]+)[ .,-]*([0-9]{4}|[0-9]{2})")
_NO = frozenset({"", "0", "no", "false", "-", "–", "نہیں"})
_FIGURES = frozenset({"integer", "decimal", "range"})
_FIGURE = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_LETTERS, _CENTURY = 3, 2000


def read_cell(text: str, field: Field) -> str:
    """A cell as the answer of a question; what cannot be read stays as it was written, so that nothing is lost."""
    text = text.strip()
    match field.type:
        case "integer" | "decimal" | "range":
            return read_figure(text)
        case "date":
            return read_date(text)
        case "select_one":
            return _chosen(text, field.choices)
        case "select_multiple":
            return " ".join(_chosen(part, field.choices) for part in _parts(text, field.choices))
        case "acknowledge":
            return "" if text.casefold() in _NO else "OK"
        case _:
            return text


def read_date(text: str) -> str:
    """A date as forms hold it, from `18/11/2026` (day first), `18-11-26`, `18 Nov 2026`, `18 نومبر 2026` or itself."""
    plain = text.strip().translate(_WESTERN)
    found = _ISO.fullmatch(plain)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3])) or text
    found = _NUMBERS.fullmatch(plain)
    if found:
        return _day(_year(found[3]), int(found[2]), int(found[1])) or text
    found = _NAMED.fullmatch(plain)
    return (_day(_year(found[3]), _month(found[2]), int(found[1])) if found else "") or text


def _parts(text: str, choices: Iterable[Choice]) -> list[str]:
    """Several choices: between commas or line ends, else as values between spaces."""
    parts = [part.strip() for part in re.split(r"[,;،\n]", text) if part.strip()]
    values = {choice.value for choice in choices}
    return text.split() if len(parts) == 1 and set(text.split()) <= values else parts


def _chosen(text: str, choices: Iterable[Choice]) -> str:
    """The value of the choice that a person means, by its value or its label in any language; seldom with its unit."""
    plain = text.casefold()
    said = [(choice.value, {_plain(one) for one in (choice.value, *choice.label.said.values())}) for choice in choices]
    whole = (value for value, words in said if plain in words)
    without = (value for value, words in said if plain in map(_bare, words))
    return next(whole, None) or next(without, text)


def _plain(said: str) -> str:
    return said.strip().casefold()


def _bare(said: str) -> str:
    """A label without the brackets at its end: `non-revenue water (%)` is written without them, too."""
    return _BRACKETS.sub("", said)


def _year(text: str) -> int:
    return int(text) + (0 if len(text) > 2 else _CENTURY)  # noqa: PLR2004 - a year of two digits is of this century


def _month(name: str) -> int:
    for month in range(1, 13):
        said = month_name(f"2000-{month:02}")
        if name == said.ur.split()[0]:
            return month
        if len(name) >= _LETTERS and said.en.casefold().startswith(name.casefold()):
            return month
    return 0


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def reads_well(text: str, kind: str, choices: Iterable[str]) -> bool:
    """Whether a cell can be an answer of a type; of choices by their values and labels, of any where none are known."""
    plain = text.strip()
    if not plain:
        return True
    if kind in _FIGURES:
        return _FIGURE.fullmatch(read_figure(plain)) is not None
    if kind == "date":
        return _ISO.fullmatch(read_date(plain)) is not None
    known = {_plain(one) for one in choices} if kind == "select_one" else set()
    return not known or plain.casefold() in known | {_bare(one) for one in known}
