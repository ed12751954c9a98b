"""Sharing: edits of a record that is written together stay here until somebody lets partners see them."""

from __future__ import annotations

from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import find_document
from wopdesk.desk.writing import check_may_write
from wopdesk.store import drafts


def share(desk: Desk, record: str) -> int:
    """Let the edits of a record go with the next sending; how many saves that are.

    Raises:
        DeskFault: there is no such record, or it belongs to another office.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    with desk.store.writing() as connection:
        return drafts.share(connection, document.id)
