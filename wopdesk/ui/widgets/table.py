"""A table of data: read, sort, open a row. What is typed in tables is `ui.form.repeat`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.widgets.cells import Cell, Column
from wopdesk.ui.widgets.table_delegate import CellDelegate
from wopdesk.ui.widgets.table_fit import Fitting
from wopdesk.ui.widgets.table_model import Rows

HEAD, ROW = 34, 36
"""Heights in pixels."""


class Table(QTableView):
    """A table; `opened` tells which of the given rows. Enter opens; Ctrl and a number sorts by that column."""

    opened = Signal(int)

    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        """With an accessible name, one of the desk's own texts, and its columns."""
        super().__init__()
        self._name = name
        self.rows = Rows(columns, self)
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(tr(name))
        dress_table(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self.sort_by)
        self._fitting = Fitting(self, self.rows)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show other rows."""
        self.rows.show_rows(rows)
        self._fitting.fit()
        self.updateGeometry()

    def sort_by(self, column: int) -> None:
        """Sort by a column; once more turns the order round."""
        before, order = self.rows.sorted_by
        turned = before == column and order == Qt.SortOrder.AscendingOrder
        fresh = Qt.SortOrder.DescendingOrder if turned else Qt.SortOrder.AscendingOrder
        self.rows.sort(column, fresh)

    def open_at_a_click(self) -> None:
        """Let one click open a row, where nothing else can be done with it."""
        self.doubleClicked.disconnect(self._open)
        self.clicked.connect(self._open)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows.source(index.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_1
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif control and 0 <= digit < len(self.rows.columns):
            self.sort_by(digit)
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, HEAD + ROW * self.rows.rowCount() + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        """A table of few rows ends below them."""
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), self.sizeHint().height()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(tr(self._name))
            self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.rows.columns) - 1)
        super().changeEvent(event)


def dress_table(table: QTableView) -> None:
    """What all tables of the desk have in common."""
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.horizontalHeader().setFixedHeight(HEAD)
    table.horizontalHeader().setHighlightSections(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
