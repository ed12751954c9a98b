"""What a person is told when a bundle was taken: who was cut, who waits for approval, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wopdesk.desk import listing, partners
from wopdesk.desk.desk import Desk
from wopdesk.desk.published import Library
from wopdesk.desk.shelf import Shelf
from wopdesk.exchange.envelope import Sender
from wopdesk.sentence import Sentence
from wopdesk.store import outgoing
from wopdesk.store.changes import Changed

LET_GO = Sentence(
    "Parts of large files that had waited for the others were let go, to keep room on the disk. What is still missing"
    " is asked for when you send next."
)


def of_cuts(desk: Desk, told: Sequence[object]) -> Iterator[Sentence]:
    """Whom new statements cut, where that is this office or this very computer; what they say may not count."""
    for order in desk.standing.cuts:
        if order.cut not in told:
            continue
        if order.cut.member[1:] == (desk.office,):
            yield _ended(listing.partnership_codes(desk).get(order.cut.member[0], ""))
        elif order.cut.key in desk.identity.keys:
            yield Sentence(
                "This computer may write for your office no more. What is written on it from now on counts no more."
            )


def _ended(where: str) -> Sentence:
    if not where:
        return Sentence("PWON ended the part of your office in a partnership. What you write there counts no more.")
    return Sentence(
        "PWON ended the part of your office in {partnership}. What you write there from now on counts no more.",
        partnership=where,
    )


def of_forms(before: Shelf, now: Library, changed: Changed) -> Iterator[Sentence]:
    """Which documents are asked otherwise from now on, and which published form cannot be used here."""
    for name, kind in now.shelf.kinds.items():
        if kind.form != before.kinds[name].form:
            yield Sentence(
                "PWON changed the form '{form}'. What you have begun moves over; nothing that was answered is lost.",
                form=kind.title,
            )
    for name, published in now.published.items():
        newest = published[0]
        if newest.faults and newest.brought_by(changed):
            known = now.shelf.kinds.get(name)
            yield Sentence(
                "PWON sent a form of '{form}' that cannot be used here: {reason}. The form before it stays in use.",
                form=known.title if known else name,
                reason=Sentence.of(newest.faults[0]),
            )


def of_sender(desk: Desk, sender: Sender) -> list[Sentence]:
    """What there is to do about who sent it."""
    notes = []
    waits = partners.waits(desk, sender.key, sender.office)
    if waits and sender.office == desk.office:
        notes.append(
            Sentence("This computer of your office waits to be admitted: compare its check code, then admit it.")
        )
    elif waits:
        notes.append(
            Sentence(
                "{office} is not approved yet: what it sent is shown as unconfirmed and counts on approval.",
                office=sender.name,
            )
        )
    with desk.store.reading() as connection:
        missing = outgoing.read_graph(connection, desk.standing.closed).missing()
    if missing:
        notes.append(Sentence("An earlier message is missing. It is asked for when you send next."))
    return notes
