"""Dates and times as ISO 8601 text, and back: days since 1970 are JavaRosa's common measure."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

_EPOCH = date(1970, 1, 1)
_SECONDS = 86400.0
_ZONE = r"(?P<zone>Z|[+-]\d{2}:?\d{2})?"
_CLOCK = re.compile(rf"(?P<hour>\d{{2}}):(?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?P<fraction>\.\d+)?)?{_ZONE}")
_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")

Moment = date | datetime


def read_moment(text: str, zone: tzinfo | None = None) -> Moment | None:
    """A date, or a date and time with its zone, from ISO text; `None` if it is neither.

    Args:
        text: Such as `2026-10-31` or `2026-10-31T09:30:00.000+05:00`.
        zone: Where a time without a zone was read off the clock; the computer's own if not given.
    """
    day, mark, clock = text.strip().partition("T")
    found = _DATE.fullmatch(day)
    try:
        read = date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    except ValueError:
        return None
    if read is None or not mark:
        return read
    time = _CLOCK.fullmatch(clock)
    return _joined(read, time, zone) if time else None


def seconds_of_day(text: str) -> tuple[float, tzinfo | None] | None:
    """Seconds since midnight and the written zone of a time of day; `None` if the text is none."""
    found = _CLOCK.fullmatch(text.strip())
    if not found or int(found["hour"]) > 23 or int(found["minute"]) > 59:  # noqa: PLR2004 - a clock's own limits
        return None
    try:
        zone = _zone(found["zone"])
    except ValueError:
        return None
    seconds = int(found["second"] or 0) + float(found["fraction"] or 0)
    return int(found["hour"]) * 3600 + int(found["minute"]) * 60 + seconds, zone


def days_since_epoch(moment: Moment, zone: tzinfo | None = None) -> float:
    """Whole days from 1970-01-01 to the day the moment falls on in a zone."""
    day = moment.astimezone(zone).date() if isinstance(moment, datetime) else moment
    return float((day - _EPOCH).days)


def fractional_days(moment: Moment, zone: tzinfo | None = None) -> float:
    """Days and fractions from 1970-01-01T00:00Z; a date means its midnight in the zone."""
    if isinstance(moment, datetime):
        return moment.timestamp() / _SECONDS
    return datetime(moment.year, moment.month, moment.day, tzinfo=zone).astimezone(zone).timestamp() / _SECONDS


def from_days(days: float, zone: tzinfo | None = None) -> datetime:
    """The moment so many days after 1970-01-01T00:00Z, on the clock of a zone.

    Raises:
        OverflowError: No calendar reaches so far.
    """
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=days)).astimezone(zone)


def date_from_days(days: float) -> date:
    """The date so many whole days after 1970-01-01.

    Raises:
        OverflowError: No calendar reaches so far.
    """
    return _EPOCH + timedelta(days=int(days // 1))


def iso(moment: Moment) -> str:
    """ISO text as ODK writes it, to milliseconds where there is a time."""
    return moment.isoformat(timespec="milliseconds") if isinstance(moment, datetime) else moment.isoformat()


def _joined(day: date, time: re.Match[str], zone: tzinfo | None) -> datetime | None:
    fraction = round(float(time["fraction"] or 0) * 1_000_000)
    try:
        written = _zone(time["zone"]) or zone
        clock = (int(time["hour"]), int(time["minute"]), int(time["second"] or 0))
        read = datetime(day.year, day.month, day.day, *clock, tzinfo=written) + timedelta(microseconds=fraction)
        return read.astimezone(zone)
    except (ValueError, OverflowError):
        return None


def _zone(text: str | None) -> tzinfo | None:
    """The zone written after a time.

    Raises:
        ValueError: It is no zone.
    """
    if not text:
        return None
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)
