"""A table whose first columns stay where they are while the others are scrolled beneath them, as in a sheet.

It is one table to Qt and to screen readers: the columns that stay are painted once more over those that move, and
are looked for where they are seen. How cells look is the delegate's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour, mark
from wopdesk.ui.widgets.table_frozen_head import FrozenColumns, FrozenHead

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QRegion(-1, -1, 1, 1)
"""A mask that leaves nothing to be seen; an empty one would hide nothing."""
_AROUND = 20
"""Room beside the number of a row."""


class FrozenTable(QTableView):
    """A table that can keep its first columns in view, and the numbers of its rows before them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.frozen = FrozenColumns(self)
        self._anchor, self._before = QPersistentModelIndex(), QPersistentModelIndex()
        self._led = False
        self.setHorizontalHeader(FrozenHead(self, self.frozen))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().sectionPressed.connect(lambda _row: self.setFocus())

    @property
    def numbers_width(self) -> int:
        """How wide the numbers of its rows are."""
        return self.fontMetrics().horizontalAdvance("0" * len(str(self.model().rowCount()))) + _AROUND

    def freeze(self, columns: Sequence[int], *, numbered: bool) -> None:
        """Let these columns stay, which are the first that are shown; none lets all move.

        Args:
            columns: which.
            numbered: whether the numbers of the rows stand before them.
        """
        self.verticalHeader().setFixedWidth(self.numbers_width)
        if self.frozen.those == tuple(columns) and self.verticalHeader().isHidden() != numbered:
            return
        self.frozen.those = tuple(columns)
        self.verticalHeader().setVisible(numbered)
        mark(self.horizontalHeader(), numbered=numbered)
        self._paint_anew()

    def _paint_anew(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    @override
    def visualRect(self, index: Index) -> QRect:
        area = super().visualRect(index)
        if index.isValid() and index.column() in self.frozen:
            area.moveLeft(self.frozen.place(index.column()).left())
        return area

    @override
    def indexAt(self, pos: QPoint) -> QModelIndex:
        column = self.frozen.at(pos.x())
        return super().indexAt(pos) if column is None else self.model().index(self.rowAt(pos.y()), column)

    @override
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() in self.frozen:
            bar.setValue(before)
        elif self.frozen:
            bar.setValue(bar.value() - max(0, self.frozen.covered(super().visualRect(index))))

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self.frozen:
            self._paint_anew()
            self._cover_editor()

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect()) if self.frozen else super().visualRegionForSelection(selection)

    @override
    def setCurrentIndex(self, index: Index) -> None:
        """Lead to a cell, and choose it alone: Qt would ask which keys are held at that moment, as those of undo."""
        self._led = True
        super().setCurrentIndex(index)
        self._led = False

    @override
    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        command = alone if self._led else super().selectionCommand(index, event)
        if command & QItemSelectionModel.SelectionFlag.Clear:
            self._anchor = QPersistentModelIndex(index)
        return command

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        self._before = QPersistentModelIndex(previous)
        super().currentChanged(current, previous)

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose from the cell where it began, also where that is beneath what stays and Qt would not find it."""
        if not self._anchor.isValid():
            self._anchor = self._before  # as Qt: one came to the first cell with Shift held down
        began = self.model().index(self._anchor.row(), self._anchor.column())
        if not command & QItemSelectionModel.SelectionFlag.Current or not self._is_covered(began):
            super().setSelection(rect, command)
            return
        at = super().visualRect(began).center()
        across, down = _farther(at.x(), rect.left(), rect.right()), _farther(at.y(), rect.top(), rect.bottom())
        ended = self.indexAt(QPoint(across, down))
        if ended.isValid():
            self.selectionModel().select(_between(began, ended), command)

    def _is_covered(self, index: QModelIndex) -> bool:
        """Whether something of a cell is beneath what stays."""
        moves = bool(self.frozen) and index.isValid() and index.column() not in self.frozen
        return moves and self.frozen.covered(super().visualRect(index)) > 0

    @override
    def updateEditorGeometries(self) -> None:
        super().updateEditorGeometries()
        self._cover_editor()

    def _cover_editor(self) -> None:
        """What is typed in a cell that moves goes beneath those that stay, as the cell does."""
        at = self.currentIndex()
        editor = self.indexWidget(at) if at.isValid() else None
        if editor is None:
            return
        covered = QRegion(self.frozen.area()).intersected(editor.geometry())
        if at.column() in self.frozen or covered.isEmpty():
            editor.clearMask()
        else:
            seen = QRegion(editor.geometry()).subtracted(covered).translated(-editor.pos())
            editor.setMask(_NOTHING if seen.isEmpty() else seen)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rows = self.model().rowCount()
        if self.frozen and rows:
            painter = QPainter(self.viewport())
            if self.horizontalScrollBar().value():
                self._paint_frozen(painter, event.rect())
            self.frozen.paint_edge(painter, self.rowViewportPosition(rows - 1) + self.rowHeight(rows - 1))
            painter.end()

    def _paint_frozen(self, painter: QPainter, dirty: QRect) -> None:
        """Paint what stays once more, over what moved beneath it."""
        last = self.rowAt(dirty.bottom())
        for row in range(self.rowAt(dirty.top()), (last if last >= 0 else self.model().rowCount() - 1) + 1):
            for column in self.frozen.those:
                self._paint_cell(painter, self.model().index(row, column))

    def _paint_cell(self, painter: QPainter, index: QModelIndex) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            option.state |= QStyle.StateFlag.State_HasFocus
        painter.fillRect(option.rect, colour("surface"))
        self.itemDelegateForIndex(index).paint(painter, option, index)


def _farther(at: int, one: int, other: int) -> int:
    return one if abs(one - at) > abs(other - at) else other


def _between(one: QModelIndex, other: QModelIndex) -> QItemSelection:
    """All cells of which these two are corners."""
    (top, bottom), (first, last) = sorted((one.row(), other.row())), sorted((one.column(), other.column()))
    return QItemSelection(one.sibling(top, first), one.sibling(bottom, last))
