"""The rows of a table as Qt asks for them, sorted without moving what lies below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wopdesk.ui.foreign import harmless
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.widgets.cells import Cell, Column, sort_key

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole)
"""The role under which a cell is given as a value."""
_NOWHERE = QModelIndex()


class Rows(QAbstractTableModel):
    """Rows of cells. `source(row)` tells which of the given rows stands in a line after sorting."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[tuple[Cell, ...], ...] = ()
        self._order: list[int] = []
        self.sorted_by = (-1, Qt.SortOrder.AscendingOrder)

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show other rows, sorted as before."""
        self.beginResetModel()
        self._rows = tuple(tuple(row) for row in rows)
        self._arrange()
        self.endResetModel()

    def source(self, row: int) -> int:
        """The place of a line's row among those that were given."""
        return self._order[row]

    def _arrange(self) -> None:
        column, order = self.sorted_by
        self._order = list(range(len(self._rows)))
        if 0 <= column < len(self.columns):
            descending = order == Qt.SortOrder.DescendingOrder
            self._order.sort(key=lambda number: sort_key(self._rows[number][column]), reverse=descending)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        lines = [self._order[index.row()] for index in old]
        self.sorted_by = (column, order)
        self._arrange()
        place = {source: line for line, source in enumerate(self._order)}
        fresh = [self.index(place[line], index.column()) for line, index in zip(lines, old, strict=True)]
        self.changePersistentIndexList(old, fresh)
        self.layoutChanged.emit()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._rows[self._order[index.row()]][index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return harmless(cell.text)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(self.columns[index.column()])
        return cell if role == CELL else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            column, order = self.sorted_by
            arrow = (" ↑" if order == Qt.SortOrder.AscendingOrder else " ↓") if section == column else ""
            return tr(self.columns[section].title) + arrow
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(self.columns[section])
        return None


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Where reading starts, or where figures end; Qt turns both round from right to left."""
    side = Qt.AlignmentFlag.AlignLeft if column.align == "start" else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
