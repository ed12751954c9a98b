"""For whom a bundle is meant."""

from __future__ import annotations

from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.exchange.envelope import Envelope


def check_addressed(desk: Desk, envelope: Envelope) -> None:
    """Refuse what is not meant for this office.

    Raises:
        DeskFault: it is addressed to other offices, or comes from this very installation.
    """
    if desk.office not in envelope.to and envelope.sender.office == desk.office:
        raise DeskFault(
            "This file was made by your own office, for others.", "Send it to them; nothing is to be done here."
        )
    if desk.office not in envelope.to:
        raise DeskFault("This file is addressed to another office.", "Give it to the office that it is meant for.")
