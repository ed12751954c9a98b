"""PWON's invitation: who wrote it is made sure by a code that is read on the telephone and typed here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.screens.exchange.content import Sentences
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.code_field import CodeField
from wopdesk.ui.widgets.fault import FaultPanel, fault_of
from wopdesk.ui.widgets.words import Words


class InvitationPart(QWidget):
    """What to do with an invitation; `opened` tells the code that was typed."""

    opened = Signal(str)

    def __init__(self, sender: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(Words("This is an invitation to work together through WOPDesk.", "label", wrap=True))
        text = (
            "Anybody could have made this file. Telephone {office} on a number that you know already, not one from the "
            "message. Let them read the invitation code aloud, and type it as you hear it."
        )
        column.addWidget(Words(text, "quiet", wrap=True, office=sender))
        self.field = CodeField(tr("Invitation code"))
        self.open = Button("Open the invitation", "primary")
        self.open.setEnabled(False)
        self.field.textChanged.connect(lambda: self.open.setEnabled(self.field.complete))
        self.field.returnPressed.connect(self._open)
        self.open.clicked.connect(self._open)
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        row.addWidget(self.field)
        row.addWidget(self.open)
        row.addStretch()
        column.addLayout(row)
        self._column = column
        self._fault: FaultPanel | None = None

    def show_problem(self, why: Sentences) -> None:
        """Say why it was not opened; the code can be typed again."""
        if self._fault is not None:
            self._fault.hide()
            self._fault.deleteLater()
        self._fault = FaultPanel(fault_of(why))
        self._column.addWidget(self._fault)
        self.field.show_problem(wrong=True)
        self.field.setFocus()
        self.field.selectAll()

    def _open(self) -> None:
        if self.field.complete:
            self.opened.emit(self.field.code)
