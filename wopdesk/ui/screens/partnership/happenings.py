"""Who did what in a partnership, and when, in words. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from wopdesk.desk.authorship import submitter
from wopdesk.desk.circle import Circle
from wopdesk.desk.documents import Document, Said, Submitted
from wopdesk.records.review import ACCEPT, RETURN
from wopdesk.ui.circles.reader import Reader
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.partnership.content import Happening
from wopdesk.ui.shell.where import Where


def history(said: Reader, seen: Circle) -> tuple[Happening, ...]:
    """Everything that was submitted, accepted, returned and remarked, the newest first."""
    found = [one for document in seen.documents for one in _of(said, document)]
    return tuple(one for _, one in sorted(found, key=lambda each: each[0], reverse=True))


def _of(said: Reader, document: Document) -> Iterator[tuple[str, Happening]]:
    for version in document.versions:
        yield version.at, _submitted(said, document, version)
        for review in version.reviews:
            yield review.at, _reviewed(said, document, review)


def _submitted(said: Reader, document: Document, version: Submitted) -> Happening:
    values = {
        "who": _who(said, submitter(document, version), version.by),
        "title": said.title(document),
        "number": version.version.number,
    }
    text = Phrase("{who} submitted {title}, version {number}", values)
    return Happening(_day(version.at), "send", text, "", Where("document", record=document.id))


def _reviewed(said: Reader, document: Document, review: Said) -> Happening:
    values = {"who": _who(said, review.office, review.by), "title": said.title(document)}
    text, picture = Phrase("{who} remarked on {title}", values), "message-square"
    if review.review.verdict == ACCEPT:
        text, picture = Phrase("{who} accepted {title}", values), "circle-check"
    elif review.review.verdict == RETURN:
        text, picture = Phrase("{who} returned {title}", values), "undo-2"
    return Happening(_day(review.at), picture, text, review.review.reason, Where("document", record=document.id))


def _who(said: Reader, office: str, person: str) -> Phrase | str:
    """A person is a claim, the office is proven; both are named."""
    name = said.names.get(office, office[:8])
    return Phrase("{person}, {office},", {"person": person, "office": name}) if person else name


def _day(at: str) -> date:
    return datetime.fromisoformat(at).date()
