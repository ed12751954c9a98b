"""Who is working: the name that goes into what is saved. It is a claim, and the setting stays on this computer."""

from __future__ import annotations

from wopdesk.desk.desk import Desk
from wopdesk.store import reading
from wopdesk.store.identity import read_setting, read_settings, write_setting, write_settings

_WORKING, _CHOSEN, _LEFT_OUT = "person", "people", "people_left_out"
_REMEMBERED = 30
"""More names than anybody picks from."""


def choose(desk: Desk, name: str) -> None:
    """Let this person be working from now on, at the next start too."""
    desk.person = name.strip()
    with desk.store.writing() as connection:
        write_setting(connection, _WORKING, desk.person)
        write_settings(connection, _CHOSEN, _each_once([desk.person, *read_settings(connection, _CHOSEN)]))
        write_settings(
            connection,
            _LEFT_OUT,
            _each_once([name for name in read_settings(connection, _LEFT_OUT) if name != desk.person]),
        )


def correct(desk: Desk, name: str, fresh: str) -> None:
    """Write a name otherwise from now on, on this computer; what was written under it stays as it is."""
    fresh = " ".join(fresh.split())
    if not fresh or fresh == name:
        return
    with desk.store.writing() as connection:
        names = read_settings(connection, _CHOSEN)
        kept = [fresh if one == name else one for one in names] if name in names else [*names, fresh]
        write_settings(connection, _CHOSEN, _each_once(kept))
        write_settings(
            connection,
            _LEFT_OUT,
            _each_once([name, *(one for one in read_settings(connection, _LEFT_OUT) if one != fresh)]),
        )
        if name == desk.person:
            write_setting(connection, _WORKING, fresh)
    if name == desk.person:
        desk.person = fresh


def remove(desk: Desk, name: str) -> None:
    """Take a name from the list, on this computer; what was written under it stays. Whoever works now stays, too."""
    if name == desk.person:
        return
    with desk.store.writing() as connection:
        write_settings(
            connection, _CHOSEN, _each_once([one for one in read_settings(connection, _CHOSEN) if one != name])
        )
        write_settings(connection, _LEFT_OUT, _each_once([name, *read_settings(connection, _LEFT_OUT)]))


def working(desk: Desk) -> str:
    """The person who was chosen last; empty while nobody was."""
    with desk.store.reading() as connection:
        return read_setting(connection, _WORKING)


def known(desk: Desk) -> tuple[str, ...]:
    """Names to pick from: chosen on this computer, then those of others who wrote for this office, newest first."""
    with desk.store.reading() as connection:
        chosen = [read_setting(connection, _WORKING), *read_settings(connection, _CHOSEN)]
        writers = reading.writers(connection, desk.identity.team.id, desk.identity.keys)
        left_out = set(read_settings(connection, _LEFT_OUT))
    return tuple(name for name in _each_once([*chosen, *writers]) if name not in left_out)


def _each_once(names: list[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))[:_REMEMBERED]
