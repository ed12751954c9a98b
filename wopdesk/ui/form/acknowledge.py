"""A statement that a person confirms by ticking it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.question import Question
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.tick import Tick

CONFIRMED = "OK"
"""What ODK writes for it."""


class AcknowledgeEditor(Editor):
    """For `acknowledge` (and `trigger`): its label is the statement."""

    labelled = False

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        frame = QFrame(self)
        frame.setProperty("surface", "note")
        row = QHBoxLayout(frame)
        row.setContentsMargins(SPACE.middle, SPACE.tiny, SPACE.middle, SPACE.tiny)
        self.tick = Tick(question.label)
        self.tick.clicked.connect(lambda: self.changed.emit(self.value()))
        row.addWidget(self.tick)
        self._box.addWidget(frame)
        self.setFocusProxy(self.tick)
        self.show_question(question)

    def value(self) -> str:
        """`OK`, or nothing."""
        return CONFIRMED if self.tick.isChecked() else ""

    def show_question(self, question: Question) -> None:
        """Show it."""
        super().show_question(question)
        self.tick.setText(question.label)
        self.tick.setChecked(bool(question.value))
        self.tick.setEnabled(not question.readonly)
        self.tick.bad = bool(question.problem)
        self.name_parts(self.tick)
        self.tick.update()
