"""When things are due. The guidelines name no deadlines; ours are defaults in programme.toml (X-10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True)
class DueRule:
    """How long after an event something is due.

    Attributes:
        name: as kind.toml and documents refer to it.
        after: the event, such as `period_end` or `asked`.
        days: calendar days, or working days (Monday to Friday; holidays are not known).
        working: whether they are working days.
    """

    name: str
    after: str
    days: int
    working: bool = False

    def due(self, event: date) -> date:
        """The last day on which it is still on time."""
        return _working_days_after(event, self.days) if self.working else event + timedelta(days=self.days)


def _working_days_after(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day
