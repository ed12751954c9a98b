"""Who is working: the name that goes into what is saved. It is a claim, and the setting stays on this computer."""

from __future__ import annotations

from wopdesk.desk.desk import Desk
from wopdesk.store import reading
from wopdesk.store.identity import read_setting, write_setting

_WORKING, _CHOSEN = "person", "people"
_REMEMBERED = 30
"""More names than anybody picks from."""


def choose(desk: Desk, name: str) -> None:
    """Let this person be working from now on, at the next start too."""
    desk.person = name.strip()
    with desk.store.writing() as connection:
        write_setting(connection, _WORKING, desk.person)
        names = [desk.person, *read_setting(connection, _CHOSEN).split("\n")]
        write_setting(connection, _CHOSEN, "\n".join(_each_once(names)))


def working(desk: Desk) -> str:
    """The person who was chosen last; empty while nobody was."""
    with desk.store.reading() as connection:
        return read_setting(connection, _WORKING)


def known(desk: Desk) -> tuple[str, ...]:
    """Names to pick from: chosen on this computer, then those of others who wrote for this office, newest first."""
    with desk.store.reading() as connection:
        chosen = [read_setting(connection, _WORKING), *read_setting(connection, _CHOSEN).split("\n")]
        writers = reading.writers(connection, desk.identity.team.id, desk.identity.keys)
    return tuple(_each_once([*chosen, *writers]))


def _each_once(names: list[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))[:_REMEMBERED]
