"""What the screen shows of sending and receiving, read from the desk. Knows no Qt."""

from __future__ import annotations

from wopdesk.desk import posting
from wopdesk.desk.desk import Desk
from wopdesk.ui.screens.exchange import sending
from wopdesk.ui.screens.exchange.content import ExchangeContent, Past

_SHOWN = 200
"""So many lines of the history are shown; no one looks further back here."""


def content(desk: Desk) -> ExchangeContent:
    """Everything but the tray."""
    past = tuple(
        Past(one.what, one.at, one.office, one.said, one.items, saved=one.way == "saved")
        for one in posting.history(desk)[:_SHOWN]
    )
    return ExchangeContent(desk.identity.name, tuple(sending.partners_of(desk)), past, alone=not desk.identity.root)
