"""A table in which one types as in a sheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from wopdesk.ui.form.acknowledge import CONFIRMED
from wopdesk.ui.form.choices_popup import ChoicesEditor
from wopdesk.ui.form.repeat_model import RepeatModel
from wopdesk.ui.form.rows import copied, write_cells
from wopdesk.ui.form.search_one import SearchEditor
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.table import dress_table
from wopdesk.ui.widgets.table_long import LongTable

_DOWN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_EMPTY = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class RepeatView(LongTable):
    """The keys of a sheet.

    Typing edits, Enter goes down, Tab goes to the next cell that can be filled and after the last one leaves the table,
    as Ctrl+Tab does at once. F2 edits what stands there, the space bar opens or ticks, Delete empties, Ctrl+C and
    Ctrl+V exchange cells with other sheets, Insert and Ctrl+Delete ask for rows. In an empty table typing, Enter and a
    double click ask for the first one.
    """

    paste_wanted = Signal()
    row_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, model: RepeatModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        dress_table(self)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.clicked.connect(self._open_choices)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)

    def step(self, rows: int) -> None:
        """Go up or down in the same column."""
        at = self.currentIndex()
        below = self._model.index(at.row() + rows, at.column())
        if below.isValid():
            self.setCurrentIndex(below)

    def go_on(self, *, forwards: bool) -> bool:
        """Go to the next cell that can be filled; False if there is none."""
        place = self._next(self._number(self.currentIndex()), 1 if forwards else -1)
        if place is not None:
            self.setCurrentIndex(place)
        return place is not None

    def go_to_row(self, row: int) -> None:
        """Go to the first cell of a row that can be filled."""
        self.setCurrentIndex(self._next(row * self._model.columnCount() - 1, 1) or self._model.index(row, 0))

    def empty_chosen(self) -> None:
        """Take back the answers of all chosen cells."""
        for index in self.selectedIndexes() or [self.currentIndex()]:
            if not self.isColumnHidden(index.column()):
                self._model.setData(index, "")

    def copy_chosen(self) -> None:
        """Put the chosen cells on the clipboard."""
        chosen = [index for index in self.selectedIndexes() if not self.isColumnHidden(index.column())]
        rows = sorted({index.row() for index in chosen})
        lines = [[self._copied(index) for index in chosen if index.row() == row] for row in rows]
        if lines:
            QGuiApplication.clipboard().setText(write_cells(lines))

    def _copied(self, index: QModelIndex) -> str:
        question = self._model.question(index)
        return str(index.data() or "") if question is None else copied(question)

    def _number(self, index: QModelIndex) -> int:
        return index.row() * self._model.columnCount() + index.column() if index.isValid() else -1

    def _next(self, number: int, step: int) -> QModelIndex | None:
        columns = self._model.columnCount()
        end = self._model.rowCount() * columns if step > 0 else -1
        for at in range(number + step, end, step):
            index = self._model.index(at // columns, at % columns)
            if index.flags() & Qt.ItemFlag.ItemIsEditable and not self.isColumnHidden(index.column()):
                return index
        return None

    def _open(self) -> None:
        question = self._model.question(self.currentIndex())
        if question is not None and question.type == "acknowledge":
            self._model.setData(self.currentIndex(), "" if question.value else CONFIRMED)
        elif self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())
            self._drop_down()

    def _drop_down(self) -> None:
        """Show the choices of the cell that was just begun."""
        for combo in self.viewport().findChildren(Combo):
            combo.showPopup()
        for search in self.viewport().findChildren(SearchEditor):
            search.show_all()
        for choices in self.viewport().findChildren(ChoicesEditor):
            choices.open_boxes()

    def _open_choices(self, index: QModelIndex) -> None:
        """A click on a cell with choices opens them, as its arrow promises."""
        question = self._model.question(index)
        if question is not None and question.type in {"select_one", "select_multiple"}:
            self._open()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_chosen()
        elif key == Qt.Key.Key_Delete and control:
            self.drop_wanted.emit()
        elif key in _EMPTY:
            self.empty_chosen()
        elif key == Qt.Key.Key_Insert or (key in _DOWN and not self._model.rowCount()):
            self.row_wanted.emit()
        elif key in _DOWN:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Space:
            self._open()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and control:
            super().focusNextPrevChild(key == Qt.Key.Key_Tab)
        else:
            self._begin(event.text())
            super().keyPressEvent(event)

    def _begin(self, text: str) -> None:
        """What is typed is seen; into an empty table it begins its first row, and goes into it."""
        if text.isprintable() and text and not self._model.rowCount():
            self.row_wanted.emit()
        elif text:
            self.bring_in()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._model.rowCount():
            super().mouseDoubleClickEvent(event)
        else:
            self.row_wanted.emit()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        if self.hasFocus() and self.go_on(forwards=next):
            return True
        return super().focusNextPrevChild(next)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)
            self.go_on(forwards=True)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            last = self._next(self._model.rowCount() * self._model.columnCount(), -1)
            self.setCurrentIndex(last or self.currentIndex())
        elif not self.currentIndex().isValid():
            self.go_on(forwards=True)
        super().focusInEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.viewport().update()
        super().changeEvent(event)
