"""Numbers: grouped while they are read, plain while they are typed, never rounded."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.figures import read_figure, same_number, write_number
from wopdesk.ui.form.line import Line
from wopdesk.ui.form.question import Question
from wopdesk.ui.overriding import override


class NumberEditor(Editor):
    """For `integer`, `decimal` and `range`. Whether an answer fits the type is the form's business."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.line = Line(self)
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.line.textEdited.connect(lambda: self.changed.emit(self.value()))
        self.line.installEventFilter(self)
        self.hold(self.line)
        self.show_question(question)

    def value(self) -> str:
        """The number as XForm text; as typed, if it is none."""
        return read_figure(self.line.text())

    def show_question(self, question: Question) -> None:
        """Show it; while it is typed, the line is left alone."""
        keeps = self.keeps_typing(question)
        super().show_question(question)
        if not self.line.hasFocus():
            self.line.setText(write_number(question.value))
        elif not keeps and self.value() != question.value:
            self.line.setText(question.value)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight if "cell" in question.looks else Qt.AlignmentFlag.AlignLeft)
        self.line.setReadOnly(question.readonly)
        self.name_parts(self.line)

    @override
    def same(self, one: str, other: str) -> bool:
        return same_number(one, other)

    def _make_plain(self) -> None:
        """Without grouping; what is chosen stays chosen, so that typing replaces it."""
        value, chosen = self.value(), self.line.hasSelectedText()
        if self.line.text() != value:
            self.line.setText(value)
            if chosen:
                self.line.selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the grouping away for typing, and put it back after."""
        if event.type() == QEvent.Type.FocusIn and not self.line.isReadOnly():
            self._make_plain()
        elif event.type() == QEvent.Type.FocusOut:
            self.line.setText(write_number(self.value()))
        return False
