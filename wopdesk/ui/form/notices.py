"""What is wrong in a table and what a reviewer said of it, below the table, each with its row and column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wopdesk.ui.form.below import Line, Remark
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.repeat_model import shown
from wopdesk.ui.form.rows import RepeatTable
from wopdesk.ui.i18n import isolated, tr
from wopdesk.ui.widgets.words import label

MOST_TOLD = 6
"""So many problems are told in words; the others are marked in their cells."""
_MOST_CHANGES = 20
"""So many changes; the others are told at their cells."""


class Notices(QWidget):
    """Shows the problems and remarks of a table's cells, and what they said before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._problems: list[Line] = []
        self._remarks: list[Remark] = []
        self._told = (0, 0)
        self._was = label("", "hint", wrap=True)
        self._column.addWidget(self._was)

    def show_table(self, table: RepeatTable) -> None:
        """Tell what stands there now."""
        problems = [text for text in (table.problem, *problems_of(table, MOST_TOLD)) if text][:MOST_TOLD]
        remarked = _cells(table, lambda cell: bool(cell.remark))
        remarks = [(cell.reviewer, f"{where}: {isolated(cell.remark)}") for where, cell in remarked]
        if (len(problems), len(remarks)) != self._told:
            self._told = len(problems), len(remarks)
            self.hide()  # else Qt would lay out the page once for each line that comes or goes
        while len(self._problems) < len(problems):
            self._problems.append(Line("circle-alert", "bad", "problem"))
            self._column.insertWidget(len(self._problems) - 1, self._problems[-1])
        while len(self._remarks) < len(remarks):
            self._remarks.append(Remark())
            self._column.insertWidget(self._column.count() - 1, self._remarks[-1])
        for number, line in enumerate(self._problems):
            line.show_text(problems[number] if number < len(problems) else "")
        for number, frame in enumerate(self._remarks):
            frame.show_remark(*(remarks[number] if number < len(remarks) else ("", "")))
        self._was.setText("\n".join(_changes(table)))
        self._was.setVisible(bool(self._was.text()))
        self.setVisible(bool(problems or remarks or self._was.text()))


def problems_of(table: RepeatTable, most: int | None = None) -> list[str]:
    """What is wrong with the cells, each with the names of its row and column; of very many only the first."""
    said = islice(_cells(table, lambda cell: bool(cell.problem)), most)
    return [f"{where}: {cell.problem}" for where, cell in said]


def _changes(table: RepeatTable) -> Iterator[str]:
    """What cells said in the version before; of very many only that there are more."""
    said = _cells(table, lambda cell: bool(cell.was))
    found = [f"{where}: {isolated(cell.was)}" for where, cell in said]
    yield from found[:_MOST_CHANGES]
    if len(found) > _MOST_CHANGES:
        yield f"+ {len(found) - _MOST_CHANGES}"


def _cells(table: RepeatTable, wanted: Callable[[Question], bool]) -> Iterator[tuple[str, Question]]:
    """The cells of which something is to be told, each with where it stands."""
    for number, row in enumerate(table.rows):
        for at in row.noted:
            cell = row.cells[at]
            if cell is not None and wanted(cell):
                name = table.name(number, shown) or tr("Row {number}", number=number + 1)
                yield tr("{row}, {column}", row=name, column=table.columns[at].label), cell
