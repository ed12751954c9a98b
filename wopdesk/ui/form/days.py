"""Dates as a person writes them, day first, and as XForm text. What is no date stands as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QDate

from wopdesk.ui.i18n import locale

_WESTERN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{4}|\d{2})", re.ASCII)
_NAMED = re.compile(r"([0-9]{1,2})[ .-]*([^\W\d]+)[ .,-]*([0-9]{4}|[0-9]{2})")
_CENTURY = 2000
_FEWEST, _MOST = 28, 31
"""Days of the shortest month, and of the longest."""
_LETTERS = 3
"""As many letters of a month's English name are enough."""


def read_day(text: str) -> str:
    """A date as XForm text (`2026-11-18`) from `18/11/2026`, `18-11-26`, `18 Nov 2026`, `18 نومبر 2026` or itself."""
    plain = text.strip().translate(_WESTERN)
    date = _from_iso(plain) or _from_numbers(plain) or _from_names(plain)
    return date.toString("yyyy-MM-dd") if date is not None and date.isValid() else text.strip()


def month_passed(text: str) -> QDate | None:
    """The last day of the month that is meant by a day which that month has not, as in `31/9/2026`; None for others."""
    for first in _first_days(text.strip().translate(_WESTERN)):
        if first.isValid():
            return first.addDays(first.daysInMonth() - 1)
    return None


def _first_days(text: str) -> Iterator[QDate]:
    """The first of the month, where as many days are written as some months have."""
    parts = (_ISO.fullmatch(text), 3, 1), (_NUMBERS.fullmatch(text), 1, 3), (_NAMED.fullmatch(text), 1, 3)
    for found, day, year in parts:
        if found and _FEWEST < int(found[day]) <= _MOST:
            month = int(found[2]) if found[2].isdecimal() else _month(found[2].casefold())
            yield QDate(_year(found[year]), month, 1)


def nearest_in(month: str, today: QDate) -> QDate:
    """The day of a month (`2026-10`) that is nearest to today; today where it is none."""
    first = to_date(f"{month}-01")
    if first is None:
        return today
    return max(first, min(today, first.addDays(first.daysInMonth() - 1)))


def to_date(value: str) -> QDate | None:
    """The date of an XForm text; None if it is none."""
    date = _from_iso(value)
    return date if date is not None and date.isValid() else None


def _from_iso(text: str) -> QDate | None:
    found = _ISO.fullmatch(text)
    return QDate(int(found[1]), int(found[2]), int(found[3])) if found else None


def _from_numbers(text: str) -> QDate | None:
    found = _NUMBERS.fullmatch(text)
    return QDate(_year(found[3]), int(found[2]), int(found[1])) if found else None


def _from_names(text: str) -> QDate | None:
    found = _NAMED.fullmatch(text)
    if not found:
        return None
    month = _month(found[2].casefold())
    return QDate(_year(found[3]), month, int(found[1])) if month else None


def _year(text: str) -> int:
    return int(text) + (0 if len(text) > 2 else _CENTURY)  # noqa: PLR2004 - a year of two digits is of this century


def _month(name: str) -> int:
    for month in range(1, 13):
        if name == locale("ur").monthName(month).casefold():
            return month
        if len(name) >= _LETTERS and locale("en").monthName(month).casefold().startswith(name):
            return month
    return 0
