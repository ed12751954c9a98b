"""Drafts of mails and saved files: whether they were sent, which only the person knows who sent them.

A draft is written for another program, so that this one never learns what became of it. What it carries waits to go
until the person says that it went, or the office is heard of and has it. A saved file does not wait, so that it is not
made twice; that it went is told only once the person says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from wopdesk.desk import outbox
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import find_document
from wopdesk.records.ids import OfficeId
from wopdesk.store import outgoing, posted
from wopdesk.store.posted import Drafted
from wopdesk.store.sqlite import Connection


def note_drafted(desk: Desk, to: Iterable[OfficeId], items: Collection[str], record: str = "") -> None:
    """Remember that a mail was drafted for offices.

    Args:
        desk: the desk.
        to: the offices.
        items: segments and blobs in it; all statements go with them.
        record: the record for which it was made, where it was made for one.
    """
    with desk.store.writing() as connection:
        for office in to:
            carried = outbox.with_statements(desk, connection, office, items)
            posted.note_drafted(connection, Drafted(office, record, desk.now, carried))


def sent_for(desk: Desk, record: str, offices: Collection[str] | None = None) -> None:
    """The person says that the mail drafted for a record, or its saved file, was sent.

    Args:
        desk: the desk.
        record: which record.
        offices: to which of the offices for which it was drafted or saved; by default to all of them.
    """
    document = find_document(desk, record)
    with desk.store.writing() as connection:
        drafts = [one for one in posted.drafted(connection) if one.record == document.id]
        _note_said(desk, connection, [one for one in drafts if offices is None or one.office in offices])
        if document.latest is not None:
            digest = document.latest.digest
            for office in outgoing.went_to(connection, [digest]).get(digest, ()):
                if offices is None or office in offices:
                    posted.note_handed_on(connection, office, desk.now, digest)


def sent_to(desk: Desk, office: str) -> None:
    """The person says that the mails drafted for an office, and the file saved for it last, were sent."""
    with desk.store.writing() as connection:
        _note_said(desk, connection, posted.drafted(connection, office))
        posted.note_handed_on(connection, office, desk.now)


def _note_said(desk: Desk, connection: Connection, drafts: Collection[Drafted]) -> None:
    for office in sorted({one.office for one in drafts}):
        its = [one for one in drafts if one.office == office]
        record = its[0].record if len(its) == 1 else ""
        items = frozenset[str]().union(*(one.items for one in its))
        posted.note_sent(connection, office, items, desk.now, "said", record=record)
