"""Where in a record a person was last: kept on this computer alone, and sent to nobody."""

from __future__ import annotations

from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import find_document
from wopdesk.store.identity import read_setting, write_setting


def keep(desk: Desk, record: str, path: str) -> None:
    """Keep where the person is; an empty path forgets it.

    Raises:
        DeskFault: no such record.
    """
    name = _name(desk, record)
    with desk.store.writing() as connection:
        write_setting(connection, name, path)


def kept(desk: Desk, record: str) -> str:
    """Where the person was; empty where nothing is kept.

    Raises:
        DeskFault: no such record.
    """
    name = _name(desk, record)
    with desk.store.reading() as connection:
        return read_setting(connection, name) or ""


def _name(desk: Desk, record: str) -> str:
    return f"bookmark/{find_document(desk, record).id}"
