"""Opening the desk for one command: the file, the day and the person that its options name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from wopdesk.cli.settings import Settings
from wopdesk.desk import desk as desks
from wopdesk.desk import people
from wopdesk.desk.clock import Clock, fixed_day, system_clock
from wopdesk.desk.desk import Desk


def clock_of(settings: Settings) -> Clock:
    """The computer's clock, or one that shows the day that was named."""
    return fixed_day(settings.today) if settings.today else system_clock


@contextmanager
def opened(settings: Settings) -> Iterator[Desk]:
    """The desk, closed again at the end; who was chosen last is working, unless another person is named."""
    with desks.opened(settings.data_file, settings.person, clock_of(settings)) as desk:
        desk.person = settings.person or people.working(desk)
        yield desk
