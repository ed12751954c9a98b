"""This office: its name and profile, the code of this computer, and PWON's recovery kit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.settings.content import Content, Office, Standing
from wopdesk.ui.screens.settings.panel import Panel, fact
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.tokens import SPACE, Tone
from wopdesk.ui.widgets import asking
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import Words, label

_ROLES = {
    "mentee": "Mentee utility",
    "mentor": "Mentor utility",
    "supporting": "Supporting partner",
    "facilitator": "PWON",
}
_STANDING: dict[Standing, tuple[str, Tone]] = {
    "approved": ("Approved by PWON", "good"),
    "waiting": ("Waits for approval", "warn"),
    "alone": ("No invitation opened yet", "quiet"),
}
_HINTS: dict[Standing, str] = {
    "approved": "By this code offices know that what comes from this computer is yours.",
    "waiting": "Read it to the coordinator on the telephone; PWON types it to approve this office.",
    "alone": "First open PWON's invitation; then read this code to the coordinator on the telephone.",
}

_WHY = {
    False: "Try once a year that it still opens: the file from its USB stick, the passphrase from its paper.",
    True: "PWON's computer was lost or stolen. Once every office has sent what it holds, open the kit: what the stolen "
    "keys approve counts no more.",
}
_OPEN = {False: "Choose the file and try …", True: "Choose the file and open it …"}
"""What the kit is for, and what opens it, by whether a theft is to be ended with it."""


class OfficePanel(Panel):
    """The facts; `asked` tells "copy" and the code, "described" and where, or "kit", a file and a passphrase."""

    def __init__(self) -> None:
        super().__init__()
        self._pill, self._code = Pill(""), ""
        card = Card("This office", self._pill)
        card.body.setSpacing(SPACE.middle)
        self._name, self._role = label("", "strong", wrap=True), Words("")
        self.code = label("", "title")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = Button("Copy", "plain", "copy")
        self.copy.clicked.connect(lambda: self.asked.emit("copy", self._code))
        card.body.addLayout(fact("Name", self._name))
        card.body.addWidget(hairline())
        card.body.addLayout(fact("What it is", self._role))
        card.body.addWidget(hairline())
        card.body.addLayout(fact("Check code", self.code, self.copy))
        self._hint = Words("", "hint", wrap=True)
        card.body.addWidget(self._hint)
        self.email = self._email()
        card.body.addWidget(self.email)
        self.column.addWidget(card)
        self.kit = self._kit()
        self.column.addWidget(self.kit)

    def _email(self) -> QWidget:
        """The address that other desks write into mails for this office, which it says in a record of itself."""
        self.address, self._where = label("", "strong", wrap=True), Where("")
        self.describe = Button("Write it …", "plain", "pencil")
        self.describe.clicked.connect(lambda: self.asked.emit("described", self._where))
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.middle)
        column.addWidget(hairline())
        column.addLayout(fact("E-mail", self.address, self.describe))
        text = "Mails for your office are addressed with it. It stands in your record “Utility”, which all offices see."
        column.addWidget(Words(text, "hint", wrap=True))
        return part

    def _show_email(self, own: Office) -> None:
        self.email.setVisible(own.described is not None)
        self._where = own.described or self._where
        self.address.setText(from_left(own.email) if own.email else tr("Not known to others yet"))

    def _kit(self) -> Card:
        card = Card("Recovery kit")
        self._why = Words("", "quiet", wrap=True)
        card.body.addWidget(self._why)
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        self.passphrase = QLineEdit()
        self.passphrase.setMaxLength(60)
        self.open = Button(_OPEN[False], "plain", "shield-check")
        self.open.setEnabled(False)
        self.passphrase.textChanged.connect(lambda typed: self.open.setEnabled(bool(typed.strip())))
        self.open.clicked.connect(self._choose)
        row.addWidget(self.passphrase, 1)
        row.addWidget(self.open)
        card.body.addWidget(Words("Passphrase, as it stands on the paper", "label"))
        card.body.addLayout(row)
        return card

    def _choose(self) -> None:
        file = asking.open_file(self, self.open.text())
        if file is not None:
            self.asked.emit("kit", (file, self.passphrase.text()))

    def tried(self) -> None:
        """The kit opens: forget the passphrase."""
        self.passphrase.clear()

    @override
    def show_content(self, content: Content) -> None:
        own = content.office
        self._code = own.code
        self._name.setText(own.name)
        self._role.say(_ROLES.get(own.role, own.role))
        self.code.setText(from_left(own.code))
        self.code.setAccessibleName(tr("Check code of this computer: {code}", code=own.code))
        self._show_email(own)
        text, tone = _STANDING[own.standing]
        self._pill.say(text)
        self._pill.set_tone(tone)
        self._pill.setVisible(own.role != "facilitator")
        self._hint.say(_HINTS[own.standing])
        self._hint.setVisible(own.role != "facilitator")
        self.passphrase.setAccessibleName(tr("Passphrase, as it stands on the paper"))
        self._why.say(_WHY[own.theft])
        self.open.say(_OPEN[own.theft])
        self.kit.setVisible(own.role == "facilitator")
