"""Dates and times: leap days, what is no date, days as numbers, and other zones of time."""

import math
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.xlsform.functions.evaluated import REFUSED, Row, agrees, result

TABLE: tuple[Row, ...] = (
    ("today()", "2026-10-31"),
    ("now()", "2026-10-31T09:12:00.000+05:00"),
    ("date('2028-02-29')", "2028-02-29"),
    ("date('2027-02-29')", REFUSED),
    ("date('2026-2-3')", "2026-02-03"),
    ("date('')", ""),
    ("date(number('x'))", ""),
    ("date('کل')", REFUSED),
    ("date(true())", REFUSED),
    ("date(0)", "1970-01-01"),
    ("date(-1.5)", "1969-12-30"),
    ("date(20757)", "2026-10-31"),
    ("date('2028-02-28') + 1 = date('2028-02-29')", True),
    ("date(date('2028-02-29') + 365)", "2029-02-28"),
    ("date('2026-10-31T23:30:00.000Z')", "2026-11-01"),
    ("date(/data/moment)", "2026-10-31"),
    ("date-time('2026-10-31T04:30:00.000Z')", "2026-10-31T09:30:00.000+05:00"),
    ("date-time('')", ""),
    ("date-time(0.5)", "1970-01-01T17:00:00.000+05:00"),
    ("date-time('x')", REFUSED),
    ("now() = date-time('2026-10-31T20:00:00.000+05:00')", True),
    ("now() != date('2026-10-30')", True),
    ("/data/day > '2026-10-30'", True),
    ("/data/day - date('2026-10-01')", 30.0),
    ("decimal-date-time('1970-01-02T00:00:00.000Z')", 1.0),
    ("decimal-date-time(date('1970-01-02T12:00:00.000Z'))", 1.5),
    ("decimal-date-time('1970-01-01')", -5 / 24),
    ("decimal-date-time('')", math.nan),
    ("decimal-date-time('x')", REFUSED),
    ("decimal-date-time(2.25)", 2.25),
    ("decimal-time('06:00:00.000+05:00')", 0.25),
    ("decimal-time('06:00:00.000Z')", 11 / 24),
    ("decimal-time('12:00')", 0.5),
    ("decimal-time('')", math.nan),
    ("decimal-time('25:00')", math.nan),
    ("format-date('2028-02-29', '%Y-%m-%d %e/%n/%y %b %a %W %%')", "2028-02-29 29/2/28 Feb Tue 9 %"),
    ("format-date(/data/blank, '%Y')", ""),
    ("format-date('x', '%Y')", ""),
    ("format-date(0, '%Y-%m-%d')", "1970-01-01"),
    ("format-date(/data/day, 'سال %Y')", "سال 2026"),
    ("format-date-time(/data/moment, '%H:%M:%S.%3 %h')", "09:30:00.000 9"),
    ("format-date-time('2026-10-31T23:00:00.000Z', '%d %H')", "01 04"),
    ("format-date-time('', '%H')", ""),
)


@pytest.mark.parametrize(("expression", "expected"), TABLE)
def test_a_function_of_dates(expression: str, expected: object) -> None:
    assert agrees(result(expression), expected), result(expression)


@pytest.mark.parametrize(
    ("zone", "today", "noon"),
    [
        ("Asia/Karachi", "2026-03-29", 12 / 24),
        ("America/New_York", "2026-03-28", 3 / 24),
        ("UTC", "2026-03-28", 7 / 24),
    ],
)
def test_the_clock_is_that_of_the_zone(zone: str, today: str, noon: float) -> None:
    now = datetime(2026, 3, 28, 20, 0, tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
    assert result("today()", now=now) == today
    assert agrees(result("decimal-time('12:00:00.000+05:00')", now=now), noon)


def test_the_day_on_which_clocks_change_is_one_day_long() -> None:
    now = datetime(2026, 3, 29, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert result("date('2026-03-30') - date('2026-03-29')", now=now) == 1.0
    hours = "round((decimal-date-time('2026-03-30') - decimal-date-time('2026-03-29')) * 24, 6)"
    assert result(hours, now=now) == 23.0
