"""Calls that nobody can make: in the sample no office has a telephone, so that the desk knows what each would read.

Only whoever tells the sample writes here; what is received cannot.
"""

from __future__ import annotations

from wopdesk.desk.desk import Desk
from wopdesk.store.identity import read_setting, write_setting

_CALL = "sample call "


def pretend(desk: Desk, key: str, code: str) -> None:
    """Let the office of a sample read this code when it is called about one of its computers."""
    with desk.store.writing() as connection:
        write_setting(connection, _CALL + key, code)


def pretended(desk: Desk, key: str) -> str:
    """The code that an office of the sample reads; empty for every real one."""
    with desk.store.reading() as connection:
        return read_setting(connection, _CALL + key)
