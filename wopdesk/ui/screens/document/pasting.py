"""Cells as they come from Excel or a letter, read as answers: choices by label, dates and numbers as people write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wopdesk.desk.paths import new_row
from wopdesk.programme.months import month_name
from wopdesk.ui.form.figures import read_number
from wopdesk.xlsform import Choice, Field, Sheet

MOST_LINES = 1000
"""Of a table that is pasted at once."""

_WESTERN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{4}|\d{2})", re.ASCII)
_NAMED = re.compile(r"([0-9]{1,2})[ .-]*([^\W\d]+)[ .,-]*([0-9]{4}|[0-9]{2})")
_NO = frozenset({"", "0", "no", "false", "-", "–", "نہیں"})
_LETTERS, _CENTURY = 3, 2000


def read_cell(text: str, field: Field) -> str:
    """A cell as the answer of a question; what cannot be read stays as it was written, so that nothing is lost."""
    text = text.strip()
    match field.type:
        case "integer" | "decimal" | "range":
            return read_number(text.rstrip("%٪ ")) if text else ""
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
    """The value of the choice that a person means, by its value or its label in any language."""
    plain = text.casefold()
    for choice in choices:
        if plain in {choice.value.casefold(), *(label.strip().casefold() for label in choice.label.said.values())}:
            return choice.value
    return text


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


@dataclass(frozen=True)
class Place:
    """Where cells are entered: a table, its row from which on, and the names of the columns; "" for those beside."""

    repeat: str
    row: int
    names: Sequence[str]


def paste_cells(sheet: Sheet, place: Place, cells: Sequence[Sequence[str]], *, adds: bool) -> frozenset[str]:
    """Enter cells into a table, from one row on; `adds` says whether rows are added where they do not suffice.

    Returns:
        Paths of everything that may read differently now.
    """
    seen: set[str] = set()
    for number, line in enumerate(cells[:MOST_LINES], start=place.row):
        rows = sheet.rows().get(place.repeat, [])
        if number >= len(rows):
            if not adds:
                break
            seen |= sheet.add_row(place.repeat, new_row())
            rows = sheet.rows().get(place.repeat, [])
        for name, text in zip(place.names, line, strict=False):
            if name and number < len(rows):
                seen |= _enter(sheet, f"{place.repeat}[{rows[number]}]/{name}", text)
    return frozenset(seen)


def _enter(sheet: Sheet, path: str, text: str) -> frozenset[str]:
    field = sheet.field(path)
    if field.readonly or not field.relevant:
        return frozenset()
    return sheet.set(path, read_cell(text, field))
