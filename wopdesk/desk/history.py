"""What was written when and by whom, and what is held out of every view and why."""

from __future__ import annotations

from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import find_document
from wopdesk.store import reading
from wopdesk.store.reading import Entered


def history(desk: Desk, record: str) -> list[Entered]:
    """Everything that was written in a record, in the order in which it came here.

    Raises:
        DeskFault: there is no such record.
    """
    document = find_document(desk, record)
    with desk.store.reading() as connection:
        return reading.history(connection, document.id)


def held(desk: Desk) -> list[Entered]:
    """Everything that is kept and passed on, but does not count, in the order in which it came here."""
    with desk.store.reading() as connection:
        return reading.held(connection)


def author_name(desk: Desk, key: str, names: dict[str, str]) -> str:
    """The office for which a key speaks, or the beginning of the key where nobody approved it.

    Args:
        desk: the desk.
        key: the author's.
        names: names of offices by id.
    """
    voice = desk.standing.voices.get(key)
    if voice is None:
        return names[desk.office] if key in desk.identity.keys else f"key {key[:8]}"
    return names.get(voice.office, voice.office[:8])
