"""A line of text."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.letters import rewritten
from wopdesk.ui.form.line import Line
from wopdesk.ui.form.question import Question


class TextEditor(Editor):
    """For `text`, `barcode` and whatever has no editor of its own."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.line = Line(self)
        self.line.textEdited.connect(lambda: self.changed.emit(self.value()))
        self.hold(self.line)
        self.show_question(question)

    def value(self) -> str:
        """As typed, without spaces around."""
        return self.line.text().strip()

    def show_question(self, question: Question) -> None:
        """Show it; the line is left alone while it says the same."""
        keeps = self.keeps_typing(question)
        super().show_question(question)
        if not keeps and self.value() != question.value:
            end = rewritten(self.line.text(), question.value).end
            self.line.setText(question.value)
            self.line.setCursorPosition(end if self.line.hasFocus() else 0)  # else its beginning would not be seen
        self.line.setReadOnly(question.readonly)
        self.name_parts(self.line)
