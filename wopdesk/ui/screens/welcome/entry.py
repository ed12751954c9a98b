"""A line to type into, with what is asked above it and what helps or is wrong below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.saying import said
from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words, label

_LONGEST = 120


class Entry(QWidget):
    """A field; `typed` tells its text at every change by the person."""

    typed = Signal(str)

    def __init__(self, ask: str, hint: str = "", *, required: bool = False) -> None:
        """With texts of the desk."""
        super().__init__()
        self._ask, self._required = ask, required
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.textEdited.connect(self.typed)
        self.setFocusProxy(self.line)
        column.addLayout(self._head())
        column.addWidget(self.line)
        self._problem, self._problem_line = _problem()
        column.addWidget(self._problem_line)
        self._hint = Words(hint, "hint")
        column.addWidget(self._hint)
        self._hint.setVisible(bool(hint))
        column.addStretch()
        self.show_text("", None)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        asked = Words(self._ask, "label")
        asked.setBuddy(self.line)
        row.addWidget(asked)
        if self._required:
            star = QLabel("*")
            star.setProperty("role", "required")
            row.addWidget(star)
        else:
            row.addWidget(Words("optional", "hint"))
        row.addStretch()
        return row

    def show_text(self, text: str, problem: Phrase | None) -> None:
        """Show what was typed, and what is wrong with it."""
        if self.line.text() != text:
            self.line.setText(text)
        wrong = said(problem) if problem else ""
        self._problem.setText(wrong)
        self._problem_line.setVisible(bool(wrong))
        needed = f", {tr('required')}" if self._required else ""
        self.line.setAccessibleName(tr(self._ask) + needed)
        self.line.setAccessibleDescription(" ".join(part for part in (wrong, self._hint.text()) if part))
        mark(self.line, state="problem" if wrong else "")


def _problem() -> tuple[QLabel, QWidget]:
    """A label for what is wrong, with its sign, and the line that holds both."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    words = label("", "problem", wrap=True)
    row.addWidget(Picture("circle-alert", "bad", 15), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return words, line
