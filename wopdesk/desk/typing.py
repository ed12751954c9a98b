"""What is being typed: kept at once on this computer, restored after any end, and turned into a save by the person."""

from __future__ import annotations

from collections.abc import Mapping

from wopdesk.desk import filing
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, find_document
from wopdesk.desk.writing import check_may_write
from wopdesk.store import drafts


def keep_typing(desk: Desk, record: str, texts: Mapping[str, str]) -> None:
    """Keep what stands in fields now, by path; on disk when this returns. A screen calls it within a second.

    Raises:
        DeskFault: no such record, or another office's.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    with desk.store.writing() as connection:
        drafts.keep_draft(connection, document.id, texts, desk.now)


def typed(desk: Desk, record: str) -> dict[str, str]:
    """What was typed in a record and not saved yet, by path; an empty text where an answer was taken away."""
    document = find_document(desk, record)
    with desk.store.reading() as connection:
        return {path: text or "" for path, text in drafts.read_draft(connection, document.id).items()}


def unsaved(desk: Desk) -> list[str]:
    """Records in which something was typed and not saved yet, to be offered when the program starts again."""
    with desk.store.reading() as connection:
        return drafts.drafted_records(connection)


def save_typed(desk: Desk, record: str) -> Document:
    """Make what was typed the record's answers. Ended in between, it is typed still, and saving it again does no harm.

    Raises:
        DeskFault: a path has no place in the form; what was typed is kept.
    """
    document = filing.answer(desk, record, typed(desk, record))
    give_up(desk, document.id)
    return document


def give_up(desk: Desk, record: str) -> None:
    """Forget what was typed in a record and not saved."""
    document = find_document(desk, record)
    with desk.store.writing() as connection:
        drafts.drop_draft(connection, document.id)
