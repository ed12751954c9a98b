"""Something that is told, not asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.question import Question
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import label


class NoteEditor(Editor):
    """For `note`. It has no answer and needs no keyboard."""

    labelled = False

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        frame = QFrame(self)
        frame.setProperty("surface", "note")
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(Picture("info", "accent_text", 18), 0, Qt.AlignmentFlag.AlignTop)
        self.words = label(question.label, wrap=True)
        row.addWidget(self.words, 1)
        self._box.addWidget(frame)

    def value(self) -> str:
        """Nothing of its own."""
        return self.question.value

    def show_question(self, question: Question) -> None:
        """Tell it as it stands now."""
        super().show_question(question)
        self.words.setText(question.label)
