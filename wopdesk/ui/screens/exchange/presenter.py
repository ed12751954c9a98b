"""What the screen shows of sending and receiving, read from the desk. Knows no Qt."""

from __future__ import annotations

from wopdesk.desk import documents, posting
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.posting import Event
from wopdesk.ui.screens.exchange import sending
from wopdesk.ui.screens.exchange.content import ExchangeContent, Past

_SHOWN = 200
"""So many lines of the history are shown; no one looks further back here."""


def content(desk: Desk, language: str = "en") -> ExchangeContent:
    """Everything but the tray; titles of documents in a language."""
    lines = posting.history(desk)[:_SHOWN]
    known = {str(one.id): one for one in documents.documents(desk)} if any(one.record for one in lines) else {}
    past = tuple(_past(one, known.get(one.record), language) for one in lines)
    return ExchangeContent(desk.identity.name, tuple(sending.partners_of(desk)), past, alone=not desk.identity.root)


def _past(one: Event, document: Document | None, language: str) -> Past:
    title = document.kind.title.in_language(language) if document else ""
    mark = documents.mark_of(document) if document else ""
    saved = one.way == "saved"
    return Past(one.what, one.at, one.office, one.said, one.items, saved=saved, title=title, mark=mark, first=one.first)
