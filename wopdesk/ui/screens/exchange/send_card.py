"""Sending: each office with what waits to go there, and the ways in which it can go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.screens.exchange.content import Partner, Sent
from wopdesk.ui.screens.exchange.partner_row import PartnerRow
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.keyboard import keyboard_kept
from wopdesk.ui.widgets.page import emptied
from wopdesk.ui.widgets.words import Words


class SendCard(Card):
    """Every office that can be sent to. `saved` and `mailed` tell offices; `shared`, `went` and `copied` one office.

    `shared` is for WhatsApp; `located` when the folder in which something lies for an office is to be shown.

    Offices with which there never was anything are folded away.
    """

    saved = Signal(list)
    mailed = Signal(list)
    shared = Signal(str)
    went = Signal(str)
    copied = Signal(str)
    located = Signal(str)

    def __init__(self) -> None:
        super().__init__("Send")
        self._waiting: list[str] = []
        self._written: dict[str, Sent] = {}
        self._add_all()
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE.middle)
        self.body.addLayout(self._list)
        self.others = Button("Show the other offices", "quiet", "chevron-down")
        self.others.setCheckable(True)
        self.others.toggled.connect(self._unfold)
        self.body.addWidget(self.others)
        self._folded = QWidget()
        self._rest = QVBoxLayout(self._folded)
        self._rest.setContentsMargins(0, 0, 0, 0)
        self._rest.setSpacing(SPACE.middle)
        self.body.addWidget(self._folded)
        self._folded.hide()
        self.rows: dict[str, PartnerRow] = {}

    def _add_all(self) -> None:
        """What is done for all offices that wait, where there are several."""
        self.save_all = Button("Save for all that wait …", "primary", "save")
        self.save_all.clicked.connect(lambda: self.saved.emit(self._waiting))
        self.mail_all = Button("E-mail to all", "plain", "mail")
        self.mail_all.clicked.connect(lambda: self.mailed.emit(self._waiting))
        self._all = QWidget()
        row = QHBoxLayout(self._all)
        row.setContentsMargins(0, 0, 0, SPACE.tiny)
        row.setSpacing(SPACE.small)
        row.addWidget(self.save_all)
        row.addWidget(self.mail_all)
        row.addStretch()
        self.body.addWidget(self._all)
        self._all.hide()

    def note_written(self, sent: Sequence[Sent]) -> None:
        """Tell with each of these offices, once they are shown again, what was written for it."""
        self._written |= {one.office: one for one in sent}

    def folder_of(self, office: str) -> Path | None:
        """Where that lies; None where nothing was written for it while this window was open."""
        written = self._written.get(office)
        return None if written is None else Path(written.folder)

    def forget_written(self, office: str) -> None:
        """It is told no longer what was written for an office, as it went."""
        self._written.pop(office, None)

    def show_partners(self, partners: Sequence[Partner], *, alone: bool) -> None:
        """Show these offices; without any, what makes them appear."""
        with keyboard_kept(self):
            self._show(partners, alone=alone)

    def _show(self, partners: Sequence[Partner], *, alone: bool) -> None:
        emptied(self._list)
        emptied(self._rest)
        self._waiting = [one.office for one in partners if one.waiting]
        self._all.setVisible(len(self._waiting) > 1)
        idle = [one for one in partners if one.is_idle]
        self.others.setVisible(bool(idle))
        self.rows = {}
        if not partners:
            text = (
                "No office is known yet. Ask PWON for its invitation: a file, and the invitation code on the "
                "telephone. Drop the file here; then send to PWON, which approves your office once you have read it "
                "your check code."
                if alone
                else "There is nobody to send to yet. Offices appear here when they share something with yours."
            )
            self._list.addWidget(Words(text, "quiet", wrap=True))
        self._fill(self._list, [one for one in partners if not one.is_idle])
        self._fill(self._rest, idle)

    def _fill(self, column: QVBoxLayout, partners: Sequence[Partner]) -> None:
        for number, partner in enumerate(partners):
            if number:
                column.addWidget(hairline())
            self.rows[partner.office] = self._row(partner)
            column.addWidget(self.rows[partner.office])

    def _unfold(self, shown: bool) -> None:  # noqa: FBT001  # Qt's own signature
        self._folded.setVisible(shown)
        self.others.show_icon("chevron-up" if shown else "chevron-down")

    def _row(self, partner: Partner) -> PartnerRow:
        row = PartnerRow(partner, self._written.get(partner.office))
        row.save.clicked.connect(lambda: self.saved.emit([partner.office]))
        row.mail.clicked.connect(lambda: self.mailed.emit([partner.office]))
        row.whatsapp.clicked.connect(lambda: self.shared.emit(partner.office))
        row.folder.clicked.connect(lambda: self.located.emit(partner.office))
        row.went.clicked.connect(lambda: self.went.emit(partner.office))
        row.copy.clicked.connect(lambda: self.copied.emit(partner.office))
        return row
