"""Long work: what is done, how far it is, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout

from wopdesk.ui.i18n import tr
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Words


class Progress(QFrame):
    """Progress of one piece of work; `cancelled` once, when the person wants it to stop."""

    cancelled = Signal()

    def __init__(self, text: str) -> None:
        """Says what is being done, in a text of the desk."""
        super().__init__()
        self.setProperty("surface", "note")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.large, SPACE.middle, SPACE.middle, SPACE.middle)
        row.setSpacing(SPACE.large)
        column = QVBoxLayout()
        column.setSpacing(SPACE.small)
        self._words = Words(text, "label")
        self.bar = bar()
        self.bar.setAccessibleName(tr(text))
        column.addWidget(self._words)
        column.addWidget(self.bar)
        row.addLayout(column, 1)
        self.cancel = Button("Cancel")
        self.cancel.clicked.connect(self._cancel)
        row.addWidget(self.cancel)

    def advance(self, done: int, total: int) -> None:
        """Show how far it is; a total of 0 is work whose end is not known."""
        move(self.bar, done, total)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._words.say("Stopping; what was done stays as it is.")
        self.cancelled.emit()


def bar(done: int = 0, total: int = 100) -> QProgressBar:
    """A bar without words; name it."""
    made = QProgressBar()
    move(made, done, total)
    made.setTextVisible(False)
    return made


def move(bar: QProgressBar, done: int, total: int) -> None:
    """Show how far it is; Qt would at once paint all of the window that waits to be painted, and keep keys waiting."""
    bar.setUpdatesEnabled(False)
    bar.setRange(0, total)
    bar.setValue(done)
    bar.setUpdatesEnabled(True)
