"""Dates: ISO text in and out, days since 1970 for arithmetic, JavaRosa's formats."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import datetime, tzinfo

from wopdesk.xlsform.environment import CURRENT
from wopdesk.xlsform.functions.registry import function
from wopdesk.xlsform.moments import (
    Moment,
    date_from_days,
    fractional_days,
    from_days,
    iso,
    read_moment,
    seconds_of_day,
)
from wopdesk.xlsform.values import anything, number, string

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_FORMATS: dict[str, Callable[[datetime], str]] = {
    "Y": lambda moment: f"{moment.year:04d}",
    "y": lambda moment: f"{moment.year:04d}"[-2:],
    "m": lambda moment: f"{moment.month:02d}",
    "n": lambda moment: str(moment.month),
    "b": lambda moment: _MONTHS[moment.month - 1],
    "d": lambda moment: f"{moment.day:02d}",
    "e": lambda moment: str(moment.day),
    "H": lambda moment: f"{moment.hour:02d}",
    "h": lambda moment: str(moment.hour),
    "M": lambda moment: f"{moment.minute:02d}",
    "S": lambda moment: f"{moment.second:02d}",
    "3": lambda moment: f"{moment.microsecond // 1000:03d}",
    "a": lambda moment: _DAYS[moment.weekday()],
    "W": lambda moment: str(moment.isocalendar().week),
    "%": lambda _moment: "%",
}


@function("today", "moment")
def today() -> str:
    """The day on which the form is filled."""
    return CURRENT.get().now.date().isoformat()


@function("now", "moment")
def now() -> str:
    """The moment at which the form is filled."""
    return iso(CURRENT.get().now)


@function("date", "moment", anything)
def as_date(value: object) -> str:
    """The day of a text or of a number of days since 1970."""
    moment = _moment(value, whole_days=True)
    if moment is None:
        return _no_date(value)
    return (moment.date() if isinstance(moment, datetime) else moment).isoformat()


@function("date-time", "moment", anything)
def as_date_time(value: object) -> str:
    """The moment of a text or of a number of days since 1970."""
    moment = _moment(value, whole_days=False)
    return _no_date(value) if moment is None else iso(moment)


@function("format-date", "text", anything, string)
def format_date(value: object, pattern: str) -> str:
    """A day or moment written as a pattern says: %Y %m %d and so on."""
    moment = _moment(value, whole_days=isinstance(value, float) and value.is_integer())
    if moment is None:
        return ""
    full = moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day, tzinfo=_zone())
    return re.sub("%(.)", lambda found: _FORMATS[found[1]](full) if found[1] in _FORMATS else found[0], pattern)


@function("format-date-time", "text", anything, string)
def format_date_time(value: object, pattern: str) -> str:
    """The same as `format-date`."""
    return format_date(value, pattern)


@function("decimal-date-time", "number", anything)
def decimal_date_time(value: object) -> float:
    """Days and their fraction since 1970-01-01T00:00Z."""
    if isinstance(value, float):
        return value
    moment = read_moment(string(value), _zone())
    return number(_no_date(value)) if moment is None else fractional_days(moment, _zone())


@function("decimal-time", "number", string)
def decimal_time(text: str) -> float:
    """The part of the day that had passed at a time of day, on the clock here."""
    moment = read_moment(text, _zone())
    if isinstance(moment, datetime):
        return (fractional_days(moment) - fractional_days(moment.date(), _zone())) % 1
    clock = seconds_of_day(text)
    if clock is None:
        return math.nan
    seconds, written = clock
    return (seconds + _ahead(_zone()) - (_ahead(written) if written else _ahead(_zone()))) / 86400 % 1


def _moment(value: object, *, whole_days: bool) -> Moment | None:
    """The day or moment of a value: text is read, a number counts days since 1970."""
    if isinstance(value, bool):
        return None
    text = string(value)
    days = value if isinstance(value, float) else number(text) if "-" not in text[1:] else math.nan
    if not math.isfinite(days):
        return read_moment(text, _zone())
    try:
        return date_from_days(days) if whole_days else from_days(days, _zone())
    except OverflowError:
        return None


def _no_date(value: object) -> str:
    text = string(value)
    return "" if text in {"", "NaN"} else CURRENT.get().unfit(f"{text!r} is no date")


def _zone() -> tzinfo | None:
    return CURRENT.get().now.tzinfo


def _ahead(zone: tzinfo | None) -> float:
    """Seconds by which a zone is ahead of UTC at the moment of the evaluation."""
    offset = CURRENT.get().now.astimezone(zone).utcoffset()
    return offset.total_seconds() if offset is not None else 0.0
