"""Calendar months, written `2026-10` as forms hold them."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from wopdesk.programme.wording import Wording

_LIMIT = 240
_NAMES = (
    ("January", "جنوری"),
    ("February", "فروری"),
    ("March", "مارچ"),
    ("April", "اپریل"),
    ("May", "مئی"),
    ("June", "جون"),
    ("July", "جولائی"),
    ("August", "اگست"),
    ("September", "ستمبر"),
    ("October", "اکتوبر"),
    ("November", "نومبر"),
    ("December", "دسمبر"),
)


def month_of(day: date) -> str:
    """The month in which a day lies."""
    return f"{day.year:04}-{day.month:02}"


def first_day(month: str) -> date:
    """Its first day.

    Raises:
        ValueError: not a month.
    """
    return date.fromisoformat(f"{month}-01")


def is_month(text: str) -> bool:
    """Whether it is a month as forms hold them."""
    try:
        return month_of(first_day(text)) == text
    except ValueError:
        return False


def last_day(month: str) -> date:
    """Its last day, the end of the period that a monthly report covers."""
    first = first_day(month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def next_month(month: str) -> str:
    """The month after."""
    return month_of(last_day(month) + timedelta(days=1))


def previous_month(month: str) -> str:
    """The month before; before the first of all months no calendar has one, and no report is of it."""
    day = first_day(month)
    return f"{day.year:04}-{day.month - 1:02}" if day.month > 1 else f"{day.year - 1:04}-12"


def months_between(first: date, last: date) -> Iterator[str]:
    """Every calendar month that the days from `first` to `last` touch; none when `last` is earlier.

    Stops after twenty years: a slip in a year (2206 for 2026) must not make a list without end.
    """
    return islice(_months(month_of(first), month_of(last)), _LIMIT)


def month_name(month: str) -> Wording:
    """`October 2026`, written out; the text itself where it is not a month."""
    try:
        day = first_day(month)
    except ValueError:
        return Wording(month)
    english, urdu = _NAMES[day.month - 1]
    return Wording(f"{english} {day.year}", f"{urdu} {day.year}")


def written(day: date) -> Wording:
    """A day as people write it: `5 October 2026`."""
    english, urdu = _NAMES[day.month - 1]
    return Wording(f"{day.day} {english} {day.year}", f"{day.day} {urdu} {day.year}")


def _months(month: str, last: str) -> Iterator[str]:
    while month < last:
        yield month
        month = next_month(month)
    if month == last:
        yield month
