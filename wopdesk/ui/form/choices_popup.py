"""Several of many choices in a cell: what is chosen on one line, the boxes to tick in a window below it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import plain
from wopdesk.ui.form.select_multiple import SelectMultipleEditor
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.second_press import SecondPress

_CLOSE = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OPEN = {Qt.Key.Key_Down, Qt.Key.Key_F4, Qt.Key.Key_Space}


class ChoicesEditor(Editor):
    """For `select_multiple` in a cell. Space, Down or F4 opens the boxes; Escape or Enter closes them."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.line = QLineEdit(self)
        self.line.setReadOnly(True)
        self.line.installEventFilter(self)
        self.hold(self.line)
        self._popup = QFrame(self, Qt.WindowType.Popup)
        self._popup.setProperty("surface", "popup")
        self.boxes = SelectMultipleEditor(question)
        self.boxes.changed.connect(self._take)
        self._popup.installEventFilter(self)
        self._second = SecondPress(self._popup)
        column = QVBoxLayout(self._popup)
        column.setContentsMargins(*[SPACE.middle] * 4)
        column.addWidget(self.boxes)
        self.show_question(question)

    def value(self) -> str:
        """The values that are ticked."""
        return self.question.value

    def show_question(self, question: Question) -> None:
        """Show it."""
        super().show_question(question)
        self.boxes.show_question(question)
        self.line.setText(plain(question))
        self.name_parts(self.line)
        self._popup.setAccessibleName(question.label)

    def open_boxes(self) -> None:
        """Show the boxes below the line."""
        if not self.question.readonly:
            self._popup.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 4)))
            self._popup.show()
            self.boxes.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, value: str) -> None:
        self.show_question(replace(self.question, value=value))
        self.changed.emit(value)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self._popup:
            closes = is_key and isinstance(event, QKeyEvent) and event.key() in _CLOSE
            if closes:
                self._popup.close()
            return closes
        if is_key and isinstance(event, QKeyEvent) and event.key() in _OPEN:
            self.open_boxes()
            return True
        if event.type() == QEvent.Type.MouseButtonPress:
            self.open_boxes()
        return False
