"""What the desk's thread does at the start: open the data file, and read what stands around every screen.

Imported on that thread only, since it imports the desk, and with it SQLAlchemy. Knows no Qt.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from wopdesk.desk import people, posting, upkeep
from wopdesk.desk.clock import Clock, fixed_day, system_clock
from wopdesk.desk.desk import Desk, open_desk
from wopdesk.ui.shell.start import Start


@dataclass(frozen=True)
class Around:
    """What stands around every screen.

    Attributes:
        office: the name of the office.
        person: who is working; empty while nobody was chosen.
        people: names to choose from.
        sent: how many days ago something was last sent; None: never.
        saved: whether a file was saved then, of which nobody knows yet that it went.
    """

    office: str
    person: str
    people: tuple[str, ...]
    sent: int | None
    saved: bool = False


def clock_of(start: Start) -> Clock:
    """The clock by which the desk goes."""
    return system_clock if start.today is None else fixed_day(start.today)


def open_with(start: Start) -> Desk:
    """Open the data file; whoever was named works on it, else whoever did so last.

    Raises:
        StoreFault: it cannot be opened.
    """
    for name in ("screens.home.presenter", "starting.offers"):  # the window, which comes home first, imports the rest
        importlib.import_module(f"wopdesk.ui.{name}")
    desk = open_desk(start.data_file, clock=clock_of(start))
    desk.person = start.person or people.working(desk)
    return desk


def around(desk: Desk) -> Around:
    """What stands around every screen, now."""
    sent = [(one.sent, one.is_unsure) for one in posting.contacts(desk).values() if one.sent]
    last, saved = max(sent, default=(None, False))
    days = None if last is None else max(0, (desk.today - last.date()).days)  # the clock may have run ahead then
    return Around(desk.identity.name, desk.person, people.known(desk), days, saved)


def back_up(desk: Desk) -> None:
    """Make today's backup, where there is none yet."""
    upkeep.back_up_daily(desk)
