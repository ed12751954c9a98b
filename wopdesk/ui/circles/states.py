"""How far a document is, in a word and a colour. Knows no Qt."""

from __future__ import annotations

from wopdesk.desk.documents import Document
from wopdesk.programme.filed import ACCEPTED, AWAITED, DRAFT, RETURNED
from wopdesk.ui.circles.reader import Reader
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.theme.tokens import Tone


def state_of(said: Reader, document: Document) -> tuple[Phrase, Tone]:
    """Where its review stands, in a word."""
    if document.id in said.to_send:
        return Phrase("To be sent"), "warn"
    if document.state == DRAFT:
        return Phrase("Draft"), "quiet"
    if document.state == RETURNED:
        return Phrase("Returned"), "warn"
    if document.state == ACCEPTED:
        return Phrase("Accepted"), "good"
    if document.state == AWAITED:
        return Phrase("On its way"), "info"
    return (Phrase("In review") if document.kind.rules.decides else Phrase("Submitted")), "info"
