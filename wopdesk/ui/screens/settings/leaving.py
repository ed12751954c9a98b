"""Returning a borrowed laptop: what happens, what must be done before, and one clear confirmation."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.settings.content import Content
from wopdesk.ui.screens.settings.panel import Panel
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets import asking
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.confirm import Confirm
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import Words, label

_STEPS = (
    "Save and share what is open, then send to your own office.",
    "Let the office send back, and receive that here: then everything is known to have arrived.",
    "Name a folder for the last file, such as a USB stick, and confirm. The office receives that file.",
)


class LeavingPanel(Panel):
    """The steps; `asked` tells "leave" and the folder."""

    def __init__(self) -> None:
        super().__init__()
        self.to: Path | None = None
        card = Card("Return this laptop")
        card.body.setSpacing(SPACE.middle)
        text = "The office's data and keys are erased from this computer; what was written here stays at the office."
        card.body.addWidget(Words(text, "quiet", wrap=True))
        for number, step in enumerate(_STEPS, start=1):
            card.body.addLayout(_numbered(number, step))
        card.body.addLayout(self._foot())
        self.column.addWidget(card)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        self.folder = Button("Choose the folder …", "plain", "folder-open")
        self.folder.clicked.connect(self._choose)
        self._named = label("", "hint", wrap=True)
        self.leave = Button("Return this laptop …", "plain", "undo-2")
        self.leave.clicked.connect(self._ask)
        self.leave.setEnabled(False)
        row.addWidget(self.folder)
        row.addWidget(self._named, 1)
        row.addWidget(self.leave)
        return row

    def _choose(self) -> None:
        folder = asking.choose_folder(self, tr("Choose the folder …"), "out")
        if folder is not None:
            self.name(folder)

    def name(self, folder: Path) -> None:
        """Take a folder for the last file."""
        self.to = folder
        self._named.setText(from_left(str(folder)))
        self.leave.setEnabled(True)

    def _ask(self) -> None:
        text = (
            "It cannot be taken back on this computer. If something has not arrived at the office, nothing is erased."
        )
        question = Confirm("Erase the office's data from this laptop?", text, "Erase and return")
        question.confirmed.connect(lambda: self.asked.emit("leave", self.to))
        self.pose(question, self.column.count())

    @override
    def show_content(self, content: Content) -> None:
        """It does not change."""


def _numbered(number: int, step: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.middle)
    pill = Pill("", "info")
    pill.setText(str(number))
    row.addWidget(pill)
    row.addWidget(Words(step, "", wrap=True), 1)
    return row
