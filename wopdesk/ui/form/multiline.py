"""Text of several lines. Tab leaves it, as it leaves every other field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.letters import rewritten
from wopdesk.ui.form.question import Question
from wopdesk.ui.overriding import override

_LINE, _AROUND, _ROWS, _MOST_ROWS = 20, 22, 3, 12


class MultilineEditor(Editor):
    """For `text` with the appearance `multiline`; the parameter `rows` says how high it is. It grows with its text."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.page = QPlainTextEdit(self)
        self.page.setTabChangesFocus(True)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = question.parameters.get("rows", "")
        self._rows = int(rows) if rows.isdecimal() else _ROWS
        self._grow()
        self.hold(self.page)
        self.show_question(question)
        self.page.textChanged.connect(self._tell)
        layout = self.page.document().documentLayout()
        layout.documentSizeChanged.connect(self._grow)
        self.page.textChanged.connect(self._turn)
        self._turn()

    def value(self) -> str:
        """As typed, without white space around."""
        return self.page.toPlainText().strip()

    def show_question(self, question: Question) -> None:
        """Show it; the page and its own undo are left alone while it says the same."""
        keeps = self.keeps_typing(question)
        super().show_question(question)
        if not keeps and self.value() != question.value:
            self.page.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self._rewrite(question.value)
            self.page.blockSignals(False)  # noqa: FBT003 - the same
            self._turn()
        self.page.setReadOnly(question.readonly)
        self.name_parts(self.page)

    def _rewrite(self, text: str) -> None:
        """Put another text there, with the keyboard where they differ."""
        end = rewritten(self.page.toPlainText(), text).end
        self.page.setPlainText(text)
        place = self.page.textCursor()
        place.setPosition(end)
        self.page.setTextCursor(place)

    @override
    def same(self, one: str, other: str) -> bool:
        return one.split() == other.split()

    def _grow(self) -> None:
        """As high as its lines need, within bounds; a cell has its height from the table."""
        if "cell" not in self.question.looks:
            lines = round(self.page.document().size().height())
            rows = max(self._rows, min(lines, _MOST_ROWS))
            self.page.setFixedHeight(_LINE * rows + _AROUND)

    def _turn(self) -> None:
        """Begin where the text's own language begins, while there is none where the screen's does; Qt would not."""
        document = self.page.document()
        written = bool(self.page.toPlainText().strip())
        direction = document.firstBlock().textDirection() if written else self.layoutDirection()
        turned = direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        option = document.defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            document.setDefaultTextOption(option)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()
        super().changeEvent(event)

    def _tell(self) -> None:
        if self.value() != (self._told[-1] if self._told else self.question.value):
            self.changed.emit(self.value())
