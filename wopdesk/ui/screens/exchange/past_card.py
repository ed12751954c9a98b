"""What was sent, received and refused, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy

from wopdesk.ui.i18n import tr
from wopdesk.ui.moments import moment, titled
from wopdesk.ui.saying import told
from wopdesk.ui.screens.exchange.content import Past
from wopdesk.ui.theme.tokens import Tone
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.cells import Cell, Chip, Column, Text
from wopdesk.ui.widgets.empty import Empty
from wopdesk.ui.widgets.table import Table

_ROWS = 8
_TONES: dict[str, Tone] = {"sent": "info", "received": "good", "refused": "bad"}


class PastCard(Card):
    """The history; the latest first."""

    def __init__(self) -> None:
        super().__init__("Sent and received")
        columns = (
            Column("When", width=150),
            Column("What", width=112),
            Column("Office", width=170),
            Column("File"),
        )
        self.table = Table("Sent and received", columns)
        self.empty = Empty("Nothing was sent or received yet", "Every file that goes or comes will be listed here.")
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self.table)
        self.body.addWidget(self.empty)
        self.table.hide()
        self.empty.hide()

    def show_past(self, past: Sequence[Past]) -> None:
        """Show these lines."""
        self.table.show_rows([_row(one) for one in past])
        self.table.setFixedHeight(min(self.table.sizeHint().height(), 36 * _ROWS + 36))
        self.table.setVisible(bool(past))
        self.empty.setVisible(not past)


def _row(one: Past) -> tuple[Cell, ...]:
    names = {"sent": tr("Sent"), "received": tr("Received"), "refused": tr("Refused")}
    return (
        Text(moment(one.at), one.at.isoformat()),
        Chip(tr("Saved") if one.saved else names[one.what], _TONES[one.what]),
        Text(one.office),
        Text(_what_went(one) if one.what == "sent" else told(one.said)),
    )


def _what_went(one: Past) -> str:
    if one.title:
        return titled(one.title, one.mark)
    if one.items == 0 and one.first:
        return tr("Your first message, by which PWON approves your office")
    if one.items == 0:
        return tr("Only a list of what this office has")
    return tr("1 message or file") if one.items == 1 else tr("{count} messages and files", count=one.items)
