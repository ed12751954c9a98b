"""Time as it enters the desk: one clock, passed in, so that a day can be chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

Clock = Callable[[], datetime]
"""Gives the present moment, with its time zone."""


def system_clock() -> datetime:
    """The computer's clock, in its own time zone."""
    return datetime.now(UTC).astimezone()


def fixed_day(day: date) -> Clock:
    """A clock that shows this day at the present time of day, for `--today` and samples."""
    return lambda: datetime.combine(day, system_clock().timetz())


def at_noon(day: date) -> Clock:
    """A clock that stands at noon UTC of a day."""
    return lambda: datetime.combine(day, time(12), UTC)


def utc_text(moment: datetime) -> str:
    """As batches and bundles carry it: `2026-10-31T09:12:44Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
