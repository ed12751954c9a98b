"""What happens in the sample, and when. Stories are lists of events, told together in the order of their days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Event:
    """One day's work.

    Attributes:
        day: when.
        act: what is done.
        said: the sentence that tells it; empty where it is not worth one.
    """

    day: date
    act: Callable[[], None]
    said: str = ""


def day(text: str) -> date:
    """A day as the data has it: `2026-10-31`."""
    return date.fromisoformat(text)
