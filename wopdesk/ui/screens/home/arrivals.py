"""What came in from other offices: documents, and what was said of ours. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from wopdesk.desk.circle import Circle
from wopdesk.desk.documents import Document, Said
from wopdesk.records.review import ACCEPT, RETURN
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.home.content import Line
from wopdesk.ui.screens.partnerships.reader import Reader
from wopdesk.ui.shell.where import Where

Arrived = tuple[str, Line]
"""When it was written, by the writer's clock, and the line."""
_MOST, _LATELY = 5, timedelta(days=60)


def arrived(reader: Reader, seen: Circle) -> Iterator[Arrived]:
    """What other offices wrote lately in one partnership."""
    since = (reader.today - _LATELY).isoformat()
    return (each for document in seen.documents for each in _of(reader, document) if each[0] >= since)


def newest(found: Iterable[Arrived]) -> tuple[Line, ...]:
    """The newest of all of it, by the moment at which it was written."""
    ranked = sorted(found, key=lambda one: one[0], reverse=True)
    return tuple(line for _, line in ranked[:_MOST])


def _of(reader: Reader, document: Document) -> Iterator[Arrived]:
    for version in document.versions:
        if document.founding.owner != reader.office:
            yield version.at, _sent(reader, document, version.at)
        for said in version.reviews:
            if said.office != reader.office:
                yield said.at, _reviewed(reader, document, said)


def _sent(reader: Reader, document: Document, at: str) -> Line:
    owner = document.founding.owner
    values = {"office": reader.names.get(owner, owner[:8]), "title": reader.title(document)}
    return Line("file-text", Phrase("{office} sent: {title}", values), Phrase("{day}", _day(at)), where=_to(document))


def _reviewed(reader: Reader, document: Document, said: Said) -> Line:
    values = {"office": reader.names.get(said.office, said.office[:8]), "title": reader.title(document)}
    reason = Phrase("{day}: “{reason}”", {**_day(said.at), "reason": said.review.reason})
    detail = reason if said.review.reason else Phrase("{day}", _day(said.at))
    if said.review.verdict == ACCEPT:
        return Line("circle-check", Phrase("{office} accepted: {title}", values), detail, None, "good", _to(document))
    if said.review.verdict == RETURN:
        return Line("undo-2", Phrase("{office} returned: {title}", values), detail, None, "warn", _to(document))
    return Line("message-square", Phrase("{office} remarked on: {title}", values), detail, where=_to(document))


def _to(document: Document) -> Where:
    return Where("document", record=document.id)


def _day(at: str) -> dict[str, object]:
    return {"day": datetime.fromisoformat(at).date()}
