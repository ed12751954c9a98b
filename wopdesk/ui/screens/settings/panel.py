"""A section's content: cards that show a `Content` and tell what is asked for. Knows no desk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wopdesk.ui.screens.settings.content import Content
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.confirm import Confirm
from wopdesk.ui.widgets.words import Words


class Panel(QWidget):
    """A section. `asked` tells the name of what is wanted, and what belongs to it."""

    asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE.large)
        self.question: Confirm | None = None

    def show_content(self, content: Content) -> None:
        """Show how things stand now."""

    def pose(self, question: Confirm, at: int) -> None:
        """Ask before what cannot be taken back, at a place of the column."""
        self.forget()
        self.question = question
        question.refused.connect(self.forget)
        self.column.insertWidget(at, question)
        question.no.setFocus()

    def forget(self) -> None:
        """Take the question away."""
        if self.question is not None:
            self.question.hide()
            self.question.deleteLater()
            self.question = None


def fact(name: str, value: QWidget, beside: QWidget | None = None) -> QHBoxLayout:
    """A line: what is said (a text of the desk), what it is, and a button at its end."""
    row = QHBoxLayout()
    row.setSpacing(SPACE.middle)
    asked = Words(name, "quiet")
    asked.setFixedWidth(176)
    row.addWidget(asked)
    as_wide_as_needed = value.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Maximum
    row.addWidget(value, 0 if as_wide_as_needed else 1)
    if as_wide_as_needed:
        row.addStretch(1)
    if beside is not None:
        row.addWidget(beside)
    return row
