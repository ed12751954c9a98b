"""The rows of a repeat as Qt asks for them. A column of titles stands before the others where rows have titles."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from wopdesk.ui.foreign import tip
from wopdesk.ui.form.beginning import same_beginning
from wopdesk.ui.form.days import to_date
from wopdesk.ui.form.question import Question, described
from wopdesk.ui.form.rows import NUMBERS, RepeatTable, plain
from wopdesk.ui.form.typed import written_moment
from wopdesk.ui.i18n import day, tr
from wopdesk.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex
QUESTION = int(Qt.ItemDataRole.UserRole)
"""The role under which a cell's question is given."""
_NOWHERE = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_BEGINS = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_ENDS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | _MIDDLE
_SHOWN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_ASKED = _SHOWN | Qt.ItemFlag.ItemIsEditable


class RepeatModel(QAbstractTableModel):
    """Shows a `RepeatTable`; `typed` tells path and XForm text of an answer."""

    typed = Signal(str, str)

    def __init__(self, table: RepeatTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table

    @property
    def before(self) -> int:
        """How many columns stand before those of the table: one of titles, or none."""
        return int(self.table.titled)

    def show_table(self, table: RepeatTable) -> list[int] | None:
        """Show how it stands now; rows that stay keep their open editors and what is chosen.

        Returns:
            The rows whose words may be others now, None if all are new.
        """
        old = self.table
        if old.shape[0] != table.shape[0] or old.titled != table.titled:
            self.beginResetModel()
            self.table = table
            self.endResetModel()
            return None
        if not self._move_rows(table):
            return None
        known = {row.id: row for row in old.rows}
        changed = [at for at, row in enumerate(table.rows) if known.get(row.id) is not row and known.get(row.id) != row]
        for number in (number for number in changed if table.rows[number].id in known):
            self.dataChanged.emit(self.index(number, 0), self.index(number, self.columnCount() - 1))
        return changed

    def question(self, index: Index) -> Question | None:
        """What a cell asks; None where nothing is asked."""
        column = index.column() - self.before
        return self.table.rows[index.row()].cells[column] if index.isValid() and column >= 0 else None

    def words(self, row: int, column: int) -> str:
        """What a cell says."""
        if column < self.before:
            return self.table.rows[row].title
        question = self.table.rows[row].cells[column - self.before]
        return "" if question is None else shown(question)

    def place(self, row: int, column: int) -> QModelIndex:
        """Where the cell of a column of the table stands."""
        return self.index(row, column + self.before)

    def _move_rows(self, table: RepeatTable) -> bool:
        """Tell Qt which rows came or went, if they did so at one place; else all are new, and it is False."""
        old, new = [row.id for row in self.table.rows], [row.id for row in table.rows]
        start, more = same_beginning(old, new), len(new) - len(old)
        if more == 0 and start == len(new):
            self.table = table
        elif more > 0 and old[start:] == new[start + more :]:
            self.beginInsertRows(_NOWHERE, start, start + more - 1)
            self.table = table
            self.endInsertRows()
        elif more < 0 and old[start - more :] == new[start:]:
            self.beginRemoveRows(_NOWHERE, start, start - more - 1)
            self.table = table
            self.endRemoveRows()
        else:
            self.beginResetModel()
            self.table = table
            self.endResetModel()
            return False
        return True

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.columns) + self.before

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        question = self.question(index)
        can_edit = question is not None and not question.readonly and question.type != "note"
        return _ASKED if can_edit else _SHOWN

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if index.column() < self.before:
            return self._title(index.row(), role)
        question = self.question(index)
        if question is None:
            return tr("not asked") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return shown(question)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return tip(described(question)) if role == Qt.ItemDataRole.ToolTipRole else described(question)
        return question if role == QUESTION else None

    def _title(self, row: int, role: int) -> object:
        title = self.table.rows[row].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(title)
        return title if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None

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
        if orientation != Qt.Orientation.Horizontal:
            return super().headerData(section, orientation, role)  # its number
        if not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section).value | Qt.TextFlag.TextWordWrap.value  # a head may take several lines
        if section < self.before:
            return self.table.heading if role == Qt.ItemDataRole.DisplayRole else None
        column = self.table.columns[section - self.before]
        if role == Qt.ItemDataRole.DisplayRole:
            title = tr("{name}, {unit}", name=column.label, unit=column.unit) if column.unit else column.label
            return f"{title} *" if column.required else title
        return tip(column.hint) if role == Qt.ItemDataRole.ToolTipRole else None

    def is_figure(self, column: int) -> bool:
        """Whether the answers of a column end below each other in every language; words begin where reading does."""
        at = column - self.before
        return at >= 0 and self.table.columns[at].type in NUMBERS

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return _ENDS if self.is_figure(column) else _BEGINS


def shown(question: Question) -> str:
    """An answer in words, as a cell shows it."""
    if question.type == "text" and "multiline" in question.looks:
        return question.value
    if question.type == "datetime":
        return written_moment(question.value, short=True)
    date = to_date(question.value) if question.type == "date" else None
    return plain(question) if date is None else day(date, short=True)
