"""For whom a bundle is meant."""

from __future__ import annotations

from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.exchange.envelope import Envelope, Sender
from wopdesk.sentence import Sentence


def check_addressed(desk: Desk, envelope: Envelope) -> None:
    """Refuse what is not meant for this office.

    Raises:
        DeskFault: it is addressed to other offices, or comes from this very installation.
    """
    if desk.office not in envelope.to and _borrows_a_name(desk, envelope.sender):
        raise DeskFault(
            Sentence(
                "This file says that it comes from {office}, but not from the {office} that you know: it belongs to "
                "another network, or somebody uses the name.",
                office=envelope.sender.name,
            ),
            "Do not use it. If you expected a file, telephone the office on a number that you know already.",
        )
    if desk.office not in envelope.to and envelope.sender.office == desk.office:
        raise DeskFault(
            "This file was made by your own office, for others.", "Send it to them; nothing is to be done here."
        )
    if desk.office not in envelope.to:
        raise DeskFault("This file is addressed to another office.", "Give it to the office that it is meant for.")


def _borrows_a_name(desk: Desk, sender: Sender) -> bool:
    """Whether it goes by the name of an office that is known here, and is another one."""
    own = desk.identity
    known = {office: name for office, (_, name) in desk.standing.names.items()} | {own.office: own.name}
    return sender.office not in known and _plain(sender.name) in map(_plain, known.values())


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
