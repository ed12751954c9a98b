"""What other offices wrote lately: versions that they submitted, what they said of submitted ones, first messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from wopdesk.desk import authorship, documents, listing, partners, posting
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.programme.wording import Wording
from wopdesk.records.ids import RecordId, Space


@dataclass(frozen=True)
class News:
    """One thing that another office did.

    Attributes:
        at: when, by that office's clock.
        office: its name.
        by: the person, as chosen there.
        record: the record that it is about.
        space: the space to which that belongs.
        kind: what the record is.
        mark: what tells it from others of its kind, such as its month.
        number: of the version.
        verdict: `accept`, `return` or `comment`; empty where the version itself came.
        reason: what was said with it.
        confirmed: whether PWON approved the office's key; a verdict of one that it did not approve does not count.
    """

    at: datetime
    office: str
    by: str
    record: RecordId
    space: Space
    kind: Wording
    mark: str
    number: int
    verdict: str = ""
    reason: str = ""
    confirmed: bool = True


@dataclass(frozen=True)
class Message:
    """Something of an office that takes part in no partnership yet.

    Attributes:
        at: when the last one came in.
        office: its name.
        confirmed: whether PWON approved it.
    """

    at: datetime
    office: str
    confirmed: bool


def messages(desk: Desk, since: date) -> tuple[Message, ...]:
    """Which offices wrote to PWON on this day or later that are in no partnership, whose documents would be told."""
    programme = desk.identity.programme
    if not desk.is_facilitator or programme is None:
        return ()
    inside = {office for space, office in desk.standing.members if space != programme.id} | {desk.office}
    contacts = posting.contacts(desk)
    heard = [(one, contacts[one.id].heard) for one in partners.offices(desk) if one.id in contacts.keys() - inside]
    return tuple(Message(at, one.name, one.confirmed) for one, at in heard if at is not None and at.date() >= since)


def arrived(desk: Desk, since: date) -> tuple[News, ...]:
    """What other offices did on this day or later, as far as it arrived; the newest first."""
    names = listing.office_names(desk)
    key = "news", desk.office, tuple(sorted(names.items()))
    found = [
        news
        for one in documents.documents(desk)
        if one.versions
        for news in desk.remembered.once((*key, one.id), (one,), partial(_of, desk, one, names))
        if news.at.date() >= since
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.record, one.number), reverse=True))


def _of(desk: Desk, document: Document, names: dict[str, str]) -> tuple[News, ...]:
    return tuple(_all_of(desk, document, names))


def _all_of(desk: Desk, document: Document, names: dict[str, str]) -> Iterator[News]:
    founding = document.founding
    mark = founding.text if founding.by == "key" else document.answers.get("about/subject", "")
    for version in document.versions:
        about = partial(
            News,
            record=document.id,
            space=document.home,
            kind=document.kind.title,
            mark=mark,
            number=version.version.number,
        )
        office = authorship.submitter(document, version)
        if office != desk.office:
            at, name = posting.local(desk, version.at), names.get(office, office[:8])
            yield about(at=at, office=name, by=version.by, confirmed=version.confirmed)
        for said in version.reviews:
            if said.office != desk.office:
                at, name = posting.local(desk, said.at), names.get(said.office, said.office[:8])
                yield about(at=at, office=name, by=said.by, verdict=said.review.verdict, reason=said.review.reason)
