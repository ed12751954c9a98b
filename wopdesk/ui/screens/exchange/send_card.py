"""Sending: each office with what waits to go there, and the ways in which it can go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.saying import said, written
from wopdesk.ui.screens.exchange.content import Partner
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.page import emptied
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import Words, label


class SendCard(Card):
    """Every office that can be sent to. `saved` tells offices, `mailed` and `copied` one office."""

    saved = Signal(list)
    mailed = Signal(str)
    copied = Signal(str)

    def __init__(self) -> None:
        self.all = Button("Send to all that wait …", "primary", "send")
        super().__init__("Send", self.all)
        self.all.hide()
        self.all.clicked.connect(lambda: self.saved.emit(self._waiting))
        self._waiting: list[str] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE.middle)
        self.body.addLayout(self._list)
        self.rows: dict[str, PartnerRow] = {}

    def show_partners(self, partners: Sequence[Partner], *, alone: bool) -> None:
        """Show these offices; without any, what makes them appear."""
        emptied(self._list)
        self._waiting = [one.office for one in partners if one.waiting]
        self.all.setVisible(len(self._waiting) > 1)
        self.rows = {}
        if not partners:
            text = (
                "No office is known yet. Ask PWON for its invitation: a file, and its code on the telephone. Drop the "
                "file here; then send to PWON, which approves your office once you have read it your code."
                if alone
                else "There is nobody to send to yet. Offices appear here when they share something with yours."
            )
            self._list.addWidget(Words(text, "quiet", wrap=True))
        for number, partner in enumerate(partners):
            if number:
                self._list.addWidget(hairline())
            self.rows[partner.office] = self._row(partner)
            self._list.addWidget(self.rows[partner.office])

    def _row(self, partner: Partner) -> PartnerRow:
        row = PartnerRow(partner)
        row.save.clicked.connect(lambda: self.saved.emit([partner.office]))
        row.mail.clicked.connect(lambda: self.mailed.emit(partner.office))
        row.copy.clicked.connect(lambda: self.copied.emit(partner.office))
        return row


class PartnerRow(QWidget):
    """One office."""

    def __init__(self, partner: Partner) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.tiny, 0, SPACE.tiny)
        column.setSpacing(SPACE.tiny)
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        head.addWidget(label(partner.name, "strong", wrap=True), 1)
        head.addWidget(_state(partner))
        column.addLayout(head)
        if partner.waiting:
            column.addWidget(label(" · ".join(map(said, partner.waiting)), wrap=True))
        column.addWidget(label(_contact(partner), "hint", wrap=True))
        self.save = Button("Save for USB stick …", "plain", "save")
        self.mail = Button("E-mail draft", "plain", "mail")
        self.copy = Button("Copy the message", "icon", "copy")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, SPACE.tiny, 0, 0)
        buttons.setSpacing(SPACE.small)
        for button in (self.save, self.mail, self.copy):
            said_name = button.accessibleName()
            button.setAccessibleName(f"{partner.name}: {said_name}")
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)


def _state(partner: Partner) -> Pill:
    if partner.waiting:
        return Pill("Waits to go", "info")
    if partner.standing == "unapproved":
        return Pill("Not approved yet", "warn")
    if partner.standing == "own":
        return Pill("Your own office", "quiet")
    return Pill("Has everything", "good")


def _contact(partner: Partner) -> str:
    sent = tr("Sent {day}", day=written(partner.sent.date(), short=True)) if partner.sent else tr("Never sent to")
    heard = tr("heard {day}", day=written(partner.heard.date(), short=True)) if partner.heard else tr("never heard of")
    return f"{sent} · {heard}"
