"""A repeat, shown and filled in as a table."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.form.date import told
from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.notices import MOST_TOLD, Notices, problems_of
from wopdesk.ui.form.part_widget import PartWidget, Spot, spot_of
from wopdesk.ui.form.parts import Part
from wopdesk.ui.form.ranges import Lay, spread
from wopdesk.ui.form.repeat_delegate import RepeatDelegate
from wopdesk.ui.form.repeat_fit import Fitting
from wopdesk.ui.form.repeat_model import RepeatModel
from wopdesk.ui.form.repeat_view import RepeatView
from wopdesk.ui.form.rows import RepeatRow, RepeatTable, read_cells
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import label

_UP = {Qt.Key.Key_Up}
_TABS = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}


class RepeatEditor(PartWidget):
    """A table in which one types. It decides nothing: who listens changes the record and shows the table again.

    `changed` tells path and answer, `writing` likewise while a cell is written; `row_wanted` asks for a row at the end;
    `rows_dropped` names the rows to remove; `pasted` tells the row and column of the first cell, and the cells as lists
    of text; `filled` likewise, of what is to stand exactly there; `remark_wanted` names the cell or row on which the
    keyboard is, where a reviewer wants to say something.
    """

    changed = Signal(str, str)
    writing = Signal(str, str)
    row_wanted = Signal()
    rows_dropped = Signal(list)
    pasted = Signal(int, int, list)
    filled = Signal(int, int, list)
    remark_wanted = Signal(str)

    def __init__(self, table: RepeatTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._awaiting = False
        self._dropped: tuple[int, int] | None = None
        self.model = RepeatModel(_told(table), self)
        self.model.typed.connect(self.changed)
        self.view = RepeatView(self.model, self)
        self.view.paste_wanted.connect(self.paste)
        self.view.filled.connect(self._fill)
        self.view.row_wanted.connect(self.ask_for_row)
        self.view.drop_wanted.connect(self.drop_rows)
        self._delegate = RepeatDelegate(self.view)
        self._delegate.ended.connect(self._go_on)
        self._delegate.writing.connect(self.writing)
        self.view.setItemDelegate(self._delegate)
        self._fitting = Fitting(self.view, self.model)
        self._delegate.reaching.connect(self._fitting.reach)
        self._title, self._hint, self._notices = label("", "strong"), label("", "hint", wrap=True), Notices(self)
        self.add = Button("Add a row", "quiet", "plus")
        self.add.clicked.connect(self.ask_for_row)
        self.drop = Button("Remove the row", "icon", "trash-2")
        self.drop.clicked.connect(self.drop_rows)
        self.remark = Button("Remark", "quiet", "message-square")
        self.remark.clicked.connect(lambda: self.remark_wanted.emit(self._here()))
        self._arrange()
        self.show_table(table)

    def _here(self) -> str:
        """The cell that has the keyboard; its row where the cell is only told beside, the table where there is none."""
        table, at = self.model.table, self.view.currentIndex()
        if not at.isValid() or at.row() >= len(table.rows):
            return table.path
        row, column = table.rows[at.row()], at.column() - self.model.before
        cell = row.cells[column] if 0 <= column < len(row.cells) and not table.columns[column].readonly else None
        return cell.path if cell is not None else f"{table.path}[{row.id}]"

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        for button in (self.remark, self.drop, self.add):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self.view)
        column.addWidget(self._notices)

    def show_table(self, table: RepeatTable) -> None:
        """Show how it stands now."""
        table = _told(table)
        rows = {row.id for row in self.model.table.rows}
        dropped, self._dropped = self._dropped, None
        changed = self.model.show_table(table)
        self._fitting.fit(changed if self.isVisible() else None)
        self._show_words(table)
        fresh = [number for number, row in enumerate(table.rows) if row.id not in rows]
        if self._awaiting and fresh:
            self._awaiting = False
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.go_to_row(fresh[-1])
        elif dropped is not None and len(table.rows) < len(rows):
            self._follow(*dropped)

    @override
    def show_part(self, part: Part) -> None:
        if isinstance(part, RepeatTable) and part != self.model.table:
            self.show_table(part)

    @override
    def spot(self, path: str) -> Spot | None:
        table = self.model.table
        if path == table.path:
            return self._spot_here()
        for number, row in enumerate(table.rows):
            for column, cell in enumerate(row.cells):
                if cell is not None and path in {cell.path, f"{table.path}[{row.id}]"}:
                    return self._cell_spot(self.model.place(number, column))
        return None

    @override
    def path_of(self, widget: QWidget) -> str:
        return self._here() if self.isAncestorOf(widget) else ""

    def _follow(self, row: int, column: int) -> None:
        """After rows went, the keyboard is in the one at their place, else in the last; with none, where one adds."""
        if self.model.table.rows:
            self.view.setCurrentIndex(self.model.index(min(row, len(self.model.table.rows) - 1), column))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_for_row(self) -> None:
        """Ask for a row at the end."""
        if not self.model.table.fixed:
            self._awaiting = True
            self.row_wanted.emit()

    def drop_rows(self) -> None:
        """Ask that the rows that are chosen be removed, else the one the keyboard is on."""
        chosen = self.view.chosen()
        if not self.model.table.fixed and chosen is not None:
            self._dropped = (chosen.row, self.view.currentIndex().column())
            self.rows_dropped.emit([row.id for row in self.model.table.rows[chosen.row : chosen.row + chosen.rows]])

    def paste(self) -> None:
        """Tell what lies on the clipboard, as cells; titles cannot be replaced, so what lies on them is left out.

        Cells are for the columns that are seen, from the first one on. A table without rows takes them, too. What is
        chosen is filled with what fits into it more than once, as a single cell.
        """
        lines, chosen, table = read_cells(QGuiApplication.clipboard().text()), self.view.chosen(), self.model.table
        if not lines or (chosen is None and (table.rows or table.fixed)):
            return
        lay = spread(chosen, lines) if chosen is not None else None
        if lay is not None:
            self._fill(lay)
            return
        row, column = (chosen.row, chosen.columns[0]) if chosen is not None else (0, -self.model.before)
        self.pasted.emit(row, max(0, column), [line[max(0, -column) :] for line in lines])

    def _fill(self, lay: Lay) -> None:
        self.filled.emit(lay.row, lay.column, lay.lines)

    def _spot_here(self) -> Spot:
        """The cell where one was last, of a long table; what is chosen stays so."""
        at = self.view.currentIndex()
        if not at.isValid():
            return spot_of(self, self.view.setFocus)
        return Spot(self.view.viewport(), lambda: self.view.room(at), self.view.setFocus)

    def settle(self) -> None:
        """What is being written in a cell is its answer."""
        held = self.view.indexWidget(self.view.currentIndex())
        if isinstance(held, Editor):
            held.settle()
            self._delegate.end(held)

    def _cell_spot(self, index: QModelIndex) -> Spot:
        def take() -> None:
            self.view.setFocus()
            self.view.setCurrentIndex(index)

        return Spot(self.view.viewport(), lambda: self.view.room(index), take)

    def _go_on(self, key: int, shift: bool) -> None:  # noqa: FBT001 - the signal's own arguments
        if key in _TABS:
            self.view.focusNextPrevChild(_TABS[Qt.Key(key)])
        else:
            self.view.step(-1 if key in _UP or (shift and key != Qt.Key.Key_Down) else 1)

    def _show_words(self, table: RepeatTable) -> None:
        self._title.setText(table.label)
        self._hint.setText(table.hint)
        self._hint.setVisible(bool(table.hint))
        self._notices.show_table(table)
        self.add.setVisible(not table.fixed)
        self.drop.setVisible(not table.fixed and bool(table.rows))
        self.setFocusProxy(self.view if table.rows or table.fixed else self.add)
        self.remark.setVisible(any("remarkable" in column.looks for column in table.columns))
        self.remark.setAccessibleName(f"{table.label}: {tr('Remark')}")
        self.view.setAccessibleName(table.label)
        told = (table.problem, *problems_of(table, MOST_TOLD), table.hint)
        self.view.setAccessibleDescription(" ".join(part for part in told if part))
        self.add.setAccessibleName(f"{table.label}: {tr('Add a row')}")
        self.drop.setAccessibleName(f"{table.label}: {tr('Remove the row')}")
        mark(self.view, state="problem" if table.problem else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.fit()  # what is only higher than before made itself so

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.LanguageChange}:
            self._fitting.fit()
        super().changeEvent(event)


def _told(table: RepeatTable) -> RepeatTable:
    """The same table, its problems as fields tell them."""
    rows = tuple(map(_row_told, table.rows))
    return table if rows == table.rows else replace(table, rows=rows)


def _row_told(row: RepeatRow) -> RepeatRow:
    cells = {at: told(cell) for at in row.noted if (cell := row.cells[at]) is not None and cell.type == "date"}
    if not cells:
        return row
    return replace(row, cells=tuple(cells.get(at, cell) for at, cell in enumerate(row.cells)))
