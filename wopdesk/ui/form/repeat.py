"""A repeat, shown and filled in as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout
from typing_extensions import override

from wopdesk.ui.form.part_widget import PartWidget, Spot, spot_of
from wopdesk.ui.form.parts import Part
from wopdesk.ui.form.repeat_delegate import RepeatDelegate
from wopdesk.ui.form.repeat_model import RepeatModel
from wopdesk.ui.form.rows import NUMBERS, RepeatTable, read_cells
from wopdesk.ui.i18n import tr
from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.table import HEAD, ROW, dress_table
from wopdesk.ui.widgets.words import label

_WIDTHS = {**dict.fromkeys(NUMBERS, 104), "date": 128, "acknowledge": 96, "select_one": 144}
"""Of columns that need little; others share the rest."""


class RepeatEditor(PartWidget):
    """A table in which one types. It decides nothing: who listens changes the record and shows the table again.

    `changed` tells path and answer; `row_wanted` asks for a row at the end; `row_dropped` names a row to remove;
    `pasted` tells the row and column of the first cell, and the cells as lists of text.
    """

    changed = Signal(str, str)
    row_wanted = Signal()
    row_dropped = Signal(str)
    pasted = Signal(int, int, list)

    def __init__(self, table: RepeatTable) -> None:
        super().__init__()
        self.model = RepeatModel(table, self)
        self.model.typed.connect(self.changed)
        self.view = _View(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(RepeatDelegate(self.view))
        self._title = label("", "strong")
        self.add = Button("Add a row", "quiet", "plus")
        self.add.clicked.connect(self.row_wanted)
        self.drop = Button("Remove the row", "icon", "trash-2")
        self.drop.clicked.connect(self.drop_row)
        self._hint, self._problem = label("", "hint", wrap=True), label("", "problem", wrap=True)
        self._arrange()
        self.show_table(table)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self.drop)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view)
        column.addWidget(self._problem)
        column.addWidget(self._hint)
        self.setFocusProxy(self.view)

    def show_table(self, table: RepeatTable) -> None:
        """Show how it stands now."""
        known = self.model.table.shape[0] == table.shape[0] and bool(self._title.text())
        self.model.show_table(table)
        if not known:
            self._fit(table)
        self._title.setText(table.label)
        for words, text in ((self._hint, table.hint), (self._problem, table.problem)):
            words.setText(text)
            words.setVisible(bool(text))
        self.add.setVisible(not table.fixed)
        self.drop.setVisible(not table.fixed and bool(table.rows))
        self.view.setAccessibleName(table.label)
        self.view.setAccessibleDescription(" ".join(part for part in (table.problem, table.hint) if part))
        self.add.setAccessibleName(f"{table.label}: {tr('Add a row')}")
        self.drop.setAccessibleName(f"{table.label}: {tr('Remove the row')}")
        mark(self.view, state="problem" if table.problem else "")
        self.view.setFixedHeight(HEAD + ROW * max(1, len(table.rows)) + 2)

    @override
    def show_part(self, part: Part) -> None:
        if isinstance(part, RepeatTable) and part != self.model.table:
            self.show_table(part)

    @override
    def spot(self, path: str) -> Spot | None:
        table = self.model.table
        if path == table.path:
            return spot_of(self, self.view.setFocus)
        for number, row in enumerate(table.rows):
            for column, cell in enumerate(row.cells):
                if cell is not None and path in {cell.path, f"{table.path}[{row.id}]"}:
                    return self._cell_spot(self.model.index(number, column))
        return None

    def _cell_spot(self, index: QModelIndex) -> Spot:
        def take() -> None:
            self.view.setFocus()
            self.view.setCurrentIndex(index)

        return Spot(self.view.viewport(), self.view.visualRect(index), take)

    def drop_row(self) -> None:
        """Ask that the row the keyboard is on be removed."""
        row = self.view.currentIndex().row()
        if not self.model.table.fixed and 0 <= row < len(self.model.table.rows):
            self.row_dropped.emit(self.model.table.rows[row].id)

    def paste(self) -> None:
        """Tell what lies on the clipboard, as cells."""
        text = QGuiApplication.clipboard().text()
        at = self.view.currentIndex()
        if text and at.isValid():
            self.pasted.emit(at.row(), at.column(), read_cells(text))

    def _fit(self, table: RepeatTable) -> None:
        head = self.view.horizontalHeader()
        for number, column in enumerate(table.columns):
            width = _WIDTHS.get(column.type, 0)
            mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(number, mode)
            if width:
                self.view.setColumnWidth(number, width)


class _View(QTableView):
    """The table with the keys of a sheet: typing edits, Delete empties, Ctrl+V pastes, Insert and Ctrl+Delete rows."""

    def __init__(self, repeat: RepeatEditor) -> None:
        super().__init__(repeat)
        self._repeat = repeat
        dress_table(self)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked | triggers.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Paste):
            self._repeat.paste()
        elif event.key() == Qt.Key.Key_Delete and control:
            self._repeat.drop_row()
        elif event.key() == Qt.Key.Key_Delete:
            self.model().setData(self.currentIndex(), "")
        elif event.key() == Qt.Key.Key_Insert and not self._repeat.model.table.fixed:
            self._repeat.row_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, HEAD + ROW * max(1, self._repeat.model.rowCount()) + 2)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.viewport().update()
        super().changeEvent(event)
