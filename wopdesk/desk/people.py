"""Who is working: the name that goes into what is saved. It is a claim, and the setting stays on this computer."""

from __future__ import annotations

import sqlalchemy as sa

from wopdesk.desk.desk import Desk
from wopdesk.store import reading
from wopdesk.store.identity import read_setting, write_setting

_WORKING, _CHOSEN, _LEFT_OUT = "person", "people", "people_left_out"
_REMEMBERED = 30
"""More names than anybody picks from."""


def choose(desk: Desk, name: str) -> None:
    """Let this person be working from now on, at the next start too."""
    desk.person = name.strip()
    with desk.store.writing() as connection:
        write_setting(connection, _WORKING, desk.person)
        _write_names(connection, _CHOSEN, [desk.person, *_names(connection, _CHOSEN)])
        _write_names(connection, _LEFT_OUT, [name for name in _names(connection, _LEFT_OUT) if name != desk.person])


def correct(desk: Desk, name: str, fresh: str) -> None:
    """Write a name otherwise from now on, on this computer; what was written under it stays as it is."""
    fresh = " ".join(fresh.split())
    if not fresh or fresh == name:
        return
    with desk.store.writing() as connection:
        names = _names(connection, _CHOSEN)
        kept = [fresh if one == name else one for one in names] if name in names else [*names, fresh]
        _write_names(connection, _CHOSEN, kept)
        _write_names(connection, _LEFT_OUT, [name, *(one for one in _names(connection, _LEFT_OUT) if one != fresh)])
        if name == desk.person:
            write_setting(connection, _WORKING, fresh)
    if name == desk.person:
        desk.person = fresh


def remove(desk: Desk, name: str) -> None:
    """Take a name from the list, on this computer; what was written under it stays. Whoever works now stays, too."""
    if name == desk.person:
        return
    with desk.store.writing() as connection:
        _write_names(connection, _CHOSEN, [one for one in _names(connection, _CHOSEN) if one != name])
        _write_names(connection, _LEFT_OUT, [name, *_names(connection, _LEFT_OUT)])


def working(desk: Desk) -> str:
    """The person who was chosen last; empty while nobody was."""
    with desk.store.reading() as connection:
        return read_setting(connection, _WORKING)


def known(desk: Desk) -> tuple[str, ...]:
    """Names to pick from: chosen on this computer, then those of others who wrote for this office, newest first."""
    with desk.store.reading() as connection:
        chosen = [read_setting(connection, _WORKING), *_names(connection, _CHOSEN)]
        writers = reading.writers(connection, desk.identity.team.id, desk.identity.keys)
        left_out = set(_names(connection, _LEFT_OUT))
    return tuple(name for name in _each_once([*chosen, *writers]) if name not in left_out)


def _names(connection: sa.Connection, setting: str) -> list[str]:
    return read_setting(connection, setting).split("\n")


def _write_names(connection: sa.Connection, setting: str, names: list[str]) -> None:
    write_setting(connection, setting, "\n".join(_each_once(names)))


def _each_once(names: list[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))[:_REMEMBERED]
