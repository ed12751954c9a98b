"""The frame around an editor: label, required mark and unit above; previous figure, hint and problem below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.registry import editor
from wopdesk.ui.form.select_one import SegmentsEditor, side_by_side
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words, label


class Field(QWidget):
    """A question with its editor. `changed` tells the answer as XForm text."""

    changed = Signal(str)

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._head = _Head()
        self._below = _Below()
        self.editor = self._add_editor(question)
        self._column.insertWidget(0, self._head)
        self._column.addWidget(self._below)
        self._column.addStretch()
        self.show_question(question)

    def show_question(self, question: Question) -> None:
        """Show how the question stands now, without disturbing what is typed."""
        if isinstance(self.editor, SegmentsEditor) and not side_by_side(question):
            self._column.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = self._add_editor(question)
        self.editor.show_question(question)
        self._head.show_question(question, self.editor)
        self._below.show_question(question)

    def _add_editor(self, question: Question) -> Editor:
        made = editor(question, self)
        made.changed.connect(self.changed)
        self._column.insertWidget(self._column.indexOf(self._head) + 1, made)
        self.setFocusProxy(made)
        return made


class _Head(QWidget):
    """The line above the editor."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._label = label("", "label", wrap=True)
        self._required = QLabel("*")
        self._required.setProperty("role", "required")
        self._optional = Words("optional", "hint")
        self._unit = label("", "hint")
        row.addWidget(self._label)
        row.addWidget(self._required)
        row.addWidget(self._optional)
        row.addStretch()
        row.addWidget(self._unit)

    def show_question(self, question: Question, shown: Editor) -> None:
        self.setVisible(shown.labelled)
        self._label.setText(question.label)
        self._label.setWordWrap(len(question.label) > _LONG)
        self._label.setBuddy(shown)
        self._required.setVisible(question.required)
        self._optional.setVisible(not question.required and not question.readonly)
        self._unit.setText(question.unit)
        self._unit.setVisible(bool(question.unit))


class _Below(QWidget):
    """The lines below the editor: what is wrong comes first, what helps stays."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._problem, self._problem_line = _signed("circle-alert", "bad", "problem")
        self._remark, self._remark_line = _signed("message-square", "warn", "hint")
        self._previous = label("", "hint")
        self._hint = label("", "hint", wrap=True)
        for widget in (self._problem_line, self._remark_line, self._previous, self._hint):
            column.addWidget(widget)

    def show_question(self, question: Question) -> None:
        texts = (question.problem, question.remark, question.previous, question.hint)
        labels = (self._problem, self._remark, self._previous, self._hint)
        lines = (self._problem_line, self._remark_line, self._previous, self._hint)
        for words, text, line in zip(labels, texts, lines, strict=True):
            words.setText(text)
            line.setVisible(bool(text))
        self.setVisible(any(texts))


_LONG = 40
"""A label of more letters may take several lines."""


def _signed(picture: str, ink: str, role: str) -> tuple[QLabel, QWidget]:
    """A label with an icon at its start, and the line that holds both."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    words = label("", role, wrap=True)
    row.addWidget(Picture(picture, ink, 15), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return words, line
