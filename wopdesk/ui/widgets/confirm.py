"""A question before what cannot be taken back: what will happen, what stays, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from wopdesk.ui.i18n import tr
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words


class Confirm(QFrame):
    """The question; `confirmed`, once, or `refused`. The keyboard begins at what changes nothing."""

    confirmed = Signal()
    refused = Signal()

    def __init__(self, question: str, text: str, action: str, **values: object) -> None:
        """All are texts of the desk, with values for the names in question and text."""
        super().__init__()
        self.setProperty("surface", "caution")
        self.setAccessibleName(tr(question, **values))
        self.setAccessibleDescription(tr(text, **values))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.large, SPACE.middle, SPACE.large, SPACE.middle)
        row.setSpacing(SPACE.middle)
        row.addWidget(Picture("triangle-alert", "warn", 20), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(SPACE.small)
        column.addWidget(Words(question, "strong", wrap=True, **values))
        column.addWidget(Words(text, "", wrap=True, **values))
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.small)
        self.yes, self.no = Button(action), Button("Leave it as it is")
        self.yes.clicked.connect(self._confirm)
        self.no.clicked.connect(self.refused)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        buttons.addStretch()
        column.addLayout(buttons)
        row.addLayout(column, 1)

    def _confirm(self) -> None:
        """A second click, as of those who always click twice, confirms nothing more."""
        self.setEnabled(False)
        self.confirmed.emit()
