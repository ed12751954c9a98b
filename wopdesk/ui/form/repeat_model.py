"""The rows of a repeat as Qt asks for them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from wopdesk.ui.form.days import to_date
from wopdesk.ui.form.question import Question, described
from wopdesk.ui.form.rows import NUMBERS, RepeatTable, plain
from wopdesk.ui.i18n import day, tr

Index = QModelIndex | QPersistentModelIndex
QUESTION = int(Qt.ItemDataRole.UserRole)
"""The role under which a cell's question is given."""
_NOWHERE = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class RepeatModel(QAbstractTableModel):
    """Shows a `RepeatTable`; `typed` tells path and XForm text of an answer."""

    typed = Signal(str, str)

    def __init__(self, table: RepeatTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table

    def show_table(self, table: RepeatTable) -> None:
        """Show how it stands now; while rows and columns are the same, open editors stay open."""
        if table.shape == self.table.shape:
            self.table = table
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def question(self, index: Index) -> Question | None:
        """What a cell asks; None where nothing is asked."""
        return self.table.rows[index.row()].cells[index.column()] if index.isValid() else None

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        question = self.question(index)
        ground = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        can_edit = question is not None and not question.readonly and question.type != "note"
        return ground | Qt.ItemFlag.ItemIsEditable if can_edit else ground

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        question = self.question(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if question is None:
            return tr("not asked") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return shown(question)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return described(question)
        return question if role == QUESTION else None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        question = self.question(index)
        if question is None or question.readonly or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) != question.value:
            self.typed.emit(question.path, str(value))
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        column = self.table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            title = f"{column.label}, {column.unit}" if column.unit else column.label
            return f"{title} *" if column.required else title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        end = self.table.columns[column].type in NUMBERS
        return (Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft) | _MIDDLE


def shown(question: Question) -> str:
    """An answer in words, as a cell shows it."""
    date = to_date(question.value) if question.type == "date" else None
    return plain(question) if date is None else day(date, short=True)
