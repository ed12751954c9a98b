"""A table in which one types as in a sheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from wopdesk.ui.form.acknowledge import CONFIRMED
from wopdesk.ui.form.choices_popup import ChoicesEditor
from wopdesk.ui.form.ranges import Lay, Range, emptied, filled_down, filled_on, said
from wopdesk.ui.form.repeat_model import RepeatModel
from wopdesk.ui.form.rows import write_cells
from wopdesk.ui.form.search_one import SearchEditor
from wopdesk.ui.overriding import override
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.table import dress_table
from wopdesk.ui.widgets.table_long import LongTable

_DOWN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_EMPTY = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_SELECTS = {"select_one", "select_multiple"}
_FILL = {Qt.Key.Key_D, Qt.Key.Key_R}


class RepeatView(LongTable):
    """The keys of a sheet.

    Typing edits, Enter goes down, Tab goes to the next cell that can be filled and after the last one leaves the table,
    as Ctrl+Tab does at once. F2 edits what stands there, the space bar opens or ticks, Alt+Down opens what there is to
    choose from, as Enter and F2 do where several can be chosen, which nobody types. Delete empties, Ctrl+C, Ctrl+X
    and Ctrl+V exchange cells with other sheets, Ctrl+D and Ctrl+R fill what is chosen with its first row or column,
    Insert and Ctrl+Delete ask for rows. In an empty table typing, Enter and a double click ask for the first one.

    `filled` tells a `Lay`, what is to stand in the table.
    """

    filled = Signal(object)
    paste_wanted = Signal()
    row_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, model: RepeatModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        dress_table(self)
        self.setModel(model)  # last, else Qt would lay out its columns with each of those settings
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

    def chosen(self) -> Range | None:
        """The cells that are chosen, else the one that has the keyboard; None where none of them is seen."""
        at = self.currentIndex()
        if not at.isValid():
            return None
        is_chosen = self.selectionModel().isSelected(at)
        parts = (self.selectionModel().selection() if is_chosen else QItemSelection(at, at)).toList()
        top, bottom = min(part.top() for part in parts), max(part.bottom() for part in parts)
        columns = range(min(part.left() for part in parts), max(part.right() for part in parts) + 1)
        seen = tuple(column - self._model.before for column in columns if not self.isColumnHidden(column))
        return Range(top, bottom - top + 1, seen) if seen else None

    def empty_chosen(self) -> None:
        """Take back the answers of all chosen cells."""
        chosen = self.chosen()
        if chosen is not None and chosen.is_one:
            self._model.setData(self.currentIndex(), "")
        elif chosen is not None:
            self._fill(emptied(chosen))

    def copy_chosen(self) -> None:
        """Put the chosen cells on the clipboard."""
        chosen = self.chosen()
        if chosen is not None:
            QGuiApplication.clipboard().setText(write_cells(said(self._model.table, chosen)))

    def _fill_chosen(self, key: int) -> None:
        """Fill the chosen cells from above, or from where reading begins."""
        chosen = self.chosen()
        if chosen is not None:
            self._fill((filled_down if key == Qt.Key.Key_D else filled_on)(self._model.table, chosen))

    def _fill(self, lay: Lay | None) -> None:
        if lay is not None:
            self.filled.emit(lay)

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
            self.show_begun()
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
        """A click on a cell with choices opens them, as its arrow promises, unless it is the last of several."""
        question, chosen = self._model.question(index), self.chosen()
        is_choice = question is not None and question.type in _SELECTS
        if is_choice and chosen is not None and chosen.is_one:
            self._open()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Delete and control:
            self.drop_wanted.emit()
        elif self._is_of_chosen(event):
            return
        elif key == Qt.Key.Key_Insert or (key in _DOWN and not self._model.rowCount()):
            self.row_wanted.emit()
        elif self._is_opening(event):
            self._open()
        elif key in _DOWN:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and control:
            super().focusNextPrevChild(key == Qt.Key.Key_Tab)
        else:
            self._begin_first(event.text())
            super().keyPressEvent(event)
            self.show_begun()

    def _is_opening(self, event: QKeyEvent) -> bool:
        """Whether a key opens its cell."""
        question = self._model.question(self.currentIndex())
        if event.key() == Qt.Key.Key_Space or question is None or question.readonly:
            return event.key() == Qt.Key.Key_Space
        if event.key() == Qt.Key.Key_Down:
            return question.type in _SELECTS and event.modifiers() == Qt.KeyboardModifier.AltModifier
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and question.type == "select_multiple" and event.key() in {*_DOWN, Qt.Key.Key_F2}

    def _is_of_chosen(self, event: QKeyEvent) -> bool:
        """Whether a key was for all that is chosen; then it is done."""
        keys = QKeySequence.StandardKey
        if event.matches(keys.Paste):
            self.paste_wanted.emit()
        elif event.matches(keys.Copy):
            self.copy_chosen()
        elif event.matches(keys.Cut):
            self.copy_chosen()
            self.empty_chosen()
        elif event.key() in _FILL and event.modifiers() == Qt.KeyboardModifier.ControlModifier:  # AltGr has Alt, too
            self._fill_chosen(event.key())
        elif event.key() in _EMPTY:
            self.empty_chosen()
        else:
            return False
        return True

    def _begin_first(self, text: str) -> None:
        """What is typed into an empty table begins its first row, and goes into it."""
        if text.isprintable() and text and not self._model.rowCount():
            self.row_wanted.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._model.rowCount():
            super().mouseDoubleClickEvent(event)
            self.show_begun()
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
