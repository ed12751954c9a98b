"""Times of day, moments and places on the map as a person writes them and as XForm text. Pure; nothing is lost."""

from __future__ import annotations

import re

from wopdesk.ui.form.days import read_day, to_date
from wopdesk.ui.form.figures import read_number

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap]m)?|(\d{1,2})\s*([ap]m)", re.ASCII | re.IGNORECASE)
_WESTERN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_STORED = re.compile(r"(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?", re.ASCII)
_NOON = 12
_PLACE = 2
"""A place has a latitude and a longitude at least."""


def read_time(text: str) -> str:
    """A time as XForm text (`14:30:00`) from `14:30`, `2.30 pm` or `2 pm`."""
    plain = text.strip().translate(_WESTERN)
    if _STORED.fullmatch(plain) and len(plain) > len("00:00"):
        return plain
    found = _TIME.fullmatch(plain)
    if not found:
        return text.strip()
    half = (found[4] or found[6] or "").lower()
    hour, minute, second = int(found[1] or found[5]), int(found[2] or 0), int(found[3] or 0)
    hour = hour % _NOON + (_NOON if half == "pm" else 0) if half and 0 < hour <= _NOON else hour
    good = hour < 24 and minute < 60 and second < 60  # noqa: PLR2004 - a day has 24 hours of 60 minutes
    return f"{hour:02}:{minute:02}:{second:02}" if good else text.strip()


def write_time(value: str) -> str:
    """A time of XForm text in hours and minutes; anything else as it stands."""
    found = _STORED.fullmatch(value)
    if not found:
        return value
    return f"{found[1]}:{found[2]}" if found[3] in {None, "00"} else f"{found[1]}:{found[2]}:{found[3]}"


def read_moment(text: str) -> str:
    """A day with a time as XForm text (`2026-11-18T14:30:00`); the time comes last, after a blank."""
    words = text.strip().replace("T", " ") if _is_stored(text.strip()) else text.strip()
    for count in (1, 2):
        parts = words.rsplit(maxsplit=count)
        day, time = read_day(parts[0]) if parts else "", read_time(" ".join(parts[1:]))
        if to_date(day) is not None and _STORED.fullmatch(time):
            return f"{day}T{time}"
    return text.strip()


def _is_stored(text: str) -> bool:
    day, _, time = text.partition("T")
    return to_date(day) is not None and _STORED.fullmatch(time) is not None


def read_place(text: str) -> str:
    """A place as XForm text, `31.42 73.08 0 0`, from its degrees with a comma or a blank between."""
    degrees = [read_number(part) for part in re.split(r"[,،\s]+", text.strip()) if part]
    numbers = [_degree(part) for part in degrees]
    if len(degrees) != _PLACE or None in numbers:
        return text.strip()
    return f"{degrees[0]} {degrees[1]} 0 0"


def write_place(value: str) -> str:
    """Latitude and longitude of a place without what was not measured."""
    parts = value.split()
    return ", ".join(parts[:_PLACE]) if parts[_PLACE:] == ["0", "0"] else value


def _degree(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
