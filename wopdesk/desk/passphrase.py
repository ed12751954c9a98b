"""Whether the passphrase of PWON's recovery kit is known to stand on paper. The passphrase itself is kept nowhere."""

from __future__ import annotations

from wopdesk.desk.desk import Desk
from wopdesk.store.identity import read_setting, write_setting

_AWAITED = "kit.paper"
_LATER = "later"


def is_awaited(desk: Desk) -> bool:
    """Whether the person who founded the network put off the paper, and the kit was not tried with it since."""
    with desk.store.reading() as connection:
        return read_setting(connection, _AWAITED) == _LATER


def put_off(desk: Desk) -> None:
    """The passphrase is to be put on paper later; until then it stands nowhere but in a file that somebody saved."""
    _note(desk, _LATER)


def note_tried(desk: Desk) -> None:
    """The kit was opened with the passphrase as it stands on paper."""
    if is_awaited(desk):
        _note(desk, "")


def _note(desk: Desk, said: str) -> None:
    with desk.store.writing() as connection:
        write_setting(connection, _AWAITED, said)
