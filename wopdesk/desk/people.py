"""Who is working: the name that goes into what is saved. It is a claim, and the setting stays on this computer."""

from __future__ import annotations

from wopdesk.desk.desk import Desk
from wopdesk.store.identity import read_setting, write_setting

_WORKING = "person"


def choose(desk: Desk, name: str) -> None:
    """Let this person be working from now on, at the next start too."""
    desk.person = name.strip()
    with desk.store.writing() as connection:
        write_setting(connection, _WORKING, desk.person)


def working(desk: Desk) -> str:
    """The person who was chosen last; empty while nobody was."""
    with desk.store.reading() as connection:
        return read_setting(connection, _WORKING)
