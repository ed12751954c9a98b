"""The words that go with a file, ready to be sent by any mail program or WhatsApp."""

from __future__ import annotations

from wopdesk.ui.i18n import tr
from wopdesk.ui.screens.exchange.sending import Message


def message(own: str, office: str) -> Message:
    """What an office writes to another one with a file for it."""
    text = tr(
        "Dear colleagues at {office},\n\n"
        "attached is a file of {own} for WOPDesk. Save it, then drop it on the WOPDesk window: it shows what is in the "
        "file before anything is taken in.\n\n"
        "When you have it, please send an acknowledgement back from WOPDesk.\n",
        office=office,
        own=own,
    )
    return Message(tr("WOPDesk: {own} to {office}", own=own, office=office), text)
