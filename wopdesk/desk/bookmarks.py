"""Where in a record a person was last, and what they were told there: kept on this computer alone, sent to nobody."""

from __future__ import annotations

from collections.abc import Collection

from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import find_document
from wopdesk.store.identity import read_setting, write_setting

_PLACE, _TOLD = "bookmark", "told"
"""The beginnings of what these are called among the settings."""


def keep(desk: Desk, record: str, path: str, told: Collection[str] = ()) -> None:
    """Keep where the person is, and of which paths something was told; an empty path forgets where.

    Raises:
        DeskFault: no such record.
    """
    found = find_document(desk, record).id
    with desk.store.writing() as connection:
        write_setting(connection, f"{_PLACE}/{found}", path)
        write_setting(connection, f"{_TOLD}/{found}", "\n".join(sorted(told)))


def kept(desk: Desk, record: str) -> str:
    """Where the person was; empty where nothing is kept.

    Raises:
        DeskFault: no such record.
    """
    return _setting(desk, _PLACE, record)


def told(desk: Desk, record: str) -> frozenset[str]:
    """The paths of which something was told.

    Raises:
        DeskFault: no such record.
    """
    return frozenset(_setting(desk, _TOLD, record).splitlines())


def _setting(desk: Desk, name: str, record: str) -> str:
    found = find_document(desk, record).id
    with desk.store.reading() as connection:
        return read_setting(connection, f"{name}/{found}") or ""
