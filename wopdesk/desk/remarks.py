"""What a person is told when a bundle was taken: who was cut, who waits for approval, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wopdesk.desk import listing, partners
from wopdesk.desk.desk import Desk
from wopdesk.exchange.envelope import Sender
from wopdesk.sentence import Sentence
from wopdesk.store import outgoing


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


def of_sender(desk: Desk, sender: Sender) -> list[Sentence]:
    """What there is to do about who sent it."""
    notes = []
    waits = partners.waits(desk, sender.key, sender.office)
    if waits and sender.office == desk.office:
        notes.append(Sentence("This computer of your office waits to be admitted: compare its code, then admit it."))
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
