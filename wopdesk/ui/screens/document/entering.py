"""A block of cells from another sheet entered into a table, some lines at a time; what had no place is counted.

As in any sheet a block lies in place: a cell over what cannot be changed is left out, and the others do not move. Only
where that would put words under figures, and passing over such columns would not, the block has no cells for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from wopdesk.desk.paths import new_row
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import RepeatTable, copied, plain
from wopdesk.ui.screens.document.pasting import read_cell, reads_well
from wopdesk.xlsform import Field, Sheet

MOST_LINES = 1000
"""Of a block that is pasted at once."""
_SELECTS = frozenset({"select_one", "select_multiple"})
Cells = Sequence[Sequence[str]]


@dataclass
class Left:
    """What was not taken as it was, of a block that was pasted.

    Attributes:
        fixed: cells over what cannot be changed.
        names: of their columns.
        unasked: cells where nothing is asked.
        beyond: cells for which the table has no column or row.
        more: cells in lines after the last that is taken at once.
        unknown: texts that are no known choice, each with its column; they stand in their cells as they were written.
    """

    fixed: int = 0
    names: dict[str, None] = field(default_factory=dict)
    unasked: int = 0
    beyond: int = 0
    more: int = 0
    unknown: list[tuple[str, str]] = field(default_factory=list)

    @property
    def cells(self) -> int:
        """How many cells were not taken."""
        return self.fixed + self.unasked + self.beyond + self.more


@dataclass(frozen=True)
class Block:
    """Cells, the row of the table at which they begin, and for each of their columns the one it is for."""

    row: int
    columns: tuple[Question, ...]
    cells: Cells


def block(table: RepeatTable, row: int, column: int, cells: Cells, *, moves: bool = True) -> Block:
    """Lay cells on a table, the first one at a row and a column; columns that are not seen are passed over.

    `moves` says whether it may go beyond columns that cannot be changed, where it is read better.
    """
    width = max(map(len, cells), default=0)
    pairs = zip(table.columns[column:], table.asked[column:], strict=True)
    shown = tuple(one for one, is_seen in pairs if is_seen)
    open_ones = tuple(one for one in shown if not one.readonly)
    if moves and width <= len(open_ones) and _misfits(open_ones, cells) < _misfits(shown, cells):
        shown = open_ones
    return Block(row, shown, cells)


def _misfits(columns: Sequence[Question], lines: Cells) -> int:
    """How many cells could not be read where they would stand."""
    return sum(
        not reads_well(text, one.type, (word for choice in one.choices for word in choice))
        for line in lines
        for one, text in zip(columns, line, strict=False)
    )


class Entering:
    """Enters a block into a sheet: each step of `lines` is a line of it.

    Attributes:
        left: what was not taken so far.
        begun: how many rows the table had before.
        fields: how many cells were entered in which something stood.
        rows: ids of the rows in which they stand.
        seen: paths of everything that may read differently now.
    """

    def __init__(self, sheet: Sheet, repeat: str, block: Block, *, adds: bool) -> None:
        """With whether rows are added where they do not suffice."""
        self.repeat, self.left = repeat, Left()
        self.seen: set[str] = set()
        self.begun = len(sheet.rows().get(repeat, []))
        self.fields, self.rows = 0, set[str]()
        self.done, self.total = 0, min(len(block.cells), MOST_LINES)
        self._sheet, self._block, self._adds = sheet, block, adds
        self._lines = self._enter()

    def go_on(self, lines: int | None = None) -> bool:
        """Enter some more lines, or all; whether any are left."""
        for _ in islice(self._lines, lines):
            self.done += 1
        return self.done < self.total

    def _enter(self) -> Iterator[None]:
        rows = list(self._sheet.rows().get(self.repeat, []))
        for number, line in enumerate(self._block.cells[:MOST_LINES], start=self._block.row):
            if number >= len(rows) and self._adds:
                rows.append(new_row())
                self.seen |= self._sheet.add_row(self.repeat, rows[-1])
            if number < len(rows):
                self._enter_line(rows[number], line)
            else:
                self.left.beyond += _told(line)
            yield
        self.left.more += sum(map(_told, self._block.cells[MOST_LINES:]))

    def _enter_line(self, row: str, line: Sequence[str]) -> None:
        columns = self._block.columns
        self.left.beyond += _told(line[len(columns) :])
        pairs = list(zip(columns, line, strict=False))
        left, before = self._refused(row, [pair for pair in pairs if not pair[0].readonly]), len(pairs) + 1
        while 0 < len(left) < before:  # what stands further right may ask for it
            left, before = self._refused(row, left), len(left)
        self.left.unasked += _told([text for _, text in left])
        for one, text in pairs:
            if one.readonly and not self._stands(one, row, text):
                self._miss(one)

    def _refused(self, row: str, pairs: Sequence[tuple[Question, str]]) -> list[tuple[Question, str]]:
        """Enter cells; those that nothing asks for."""
        return [(one, text) for one, text in pairs if not self._take(row, one, text)]

    def _stands(self, column: Question, row: str, text: str) -> bool:
        """Whether a cell over what cannot be changed says what stands there, or nothing: then it is not missed."""
        found = self._find(row, column)
        if found is None:
            return not text.strip()
        shown = Question(found.path, column.type, value=found.value)
        return text.strip() in {"", found.value, plain(shown), copied(shown)} or read_cell(text, found) == found.value

    def _miss(self, column: Question) -> None:
        self.left.fixed += 1
        self.left.names[column.label] = None

    def _take(self, row: str, column: Question, text: str) -> bool:
        """Enter a cell; False where nothing is asked now."""
        path = f"{self.repeat}[{row}]/{_name(column)}"
        found = self._sheet.field(path)
        if not found.relevant:
            return False
        answer = read_cell(text, found)
        if found.readonly:
            if answer not in {"", found.value}:
                self._miss(column)
            return True
        self.seen |= self._sheet.set(path, answer)
        if answer:
            self.fields += 1
            self.rows.add(row)
        known = {choice.value for choice in found.choices} if found.type in _SELECTS else {answer}
        said = set(answer.split()) if found.type == "select_multiple" else {answer} - {""}
        if answer not in known and not said <= known:
            self.left.unknown.append((text.strip(), column.label))
        return True

    def _find(self, row: str, column: Question) -> Field | None:
        try:
            return self._sheet.field(f"{self.repeat}[{row}]/{_name(column)}")
        except KeyError:  # a column beside, of what the form itself does not hold
            return None


def _name(column: Question) -> str:
    return column.path.rpartition("/")[2]


def _told(line: Sequence[str]) -> int:
    """How many cells say anything."""
    return sum(bool(text.strip()) for text in line)
