"""What is done with all cells of a table at once that are chosen: they are copied, emptied, filled. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wopdesk.ui.form.rows import RepeatTable, copied

Lines = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Range:
    """Cells that are chosen.

    Attributes:
        row: the first.
        rows: how many.
        columns: those that are seen, by their numbers in the table; -1 stands for the titles of its rows.
    """

    row: int
    rows: int
    columns: tuple[int, ...]

    @property
    def is_one(self) -> bool:
        """Whether it is a single cell."""
        return self.rows == 1 and len(self.columns) == 1

    @property
    def asked(self) -> tuple[int, ...]:
        """Its columns but for the titles, which nobody answers."""
        return tuple(column for column in self.columns if column >= 0)


@dataclass(frozen=True)
class Lay:
    """Texts that are to stand in a table.

    Attributes:
        row: where they begin.
        column: likewise.
        lines: the texts, for the columns that are seen.
    """

    row: int
    column: int
    lines: list[list[str]]


def said(table: RepeatTable, chosen: Range) -> list[list[str]]:
    """The cells as another sheet reads them."""
    rows = range(chosen.row, chosen.row + chosen.rows)
    return [[_said(table, row, column) for column in chosen.columns] for row in rows]


def emptied(chosen: Range) -> Lay | None:
    """Nothing, in all cells."""
    return _lay(chosen.row, chosen.asked, [[""] * len(chosen.asked)] * chosen.rows)


def filled_down(table: RepeatTable, chosen: Range) -> Lay | None:
    """In all rows what stands in the first of them; in a single one what stands above it."""
    source = chosen.row if chosen.rows > 1 else chosen.row - 1
    if source < 0:
        return None
    line = [_value(table, source, column) for column in chosen.asked]
    return _lay(source + 1, chosen.asked, [line] * max(1, chosen.rows - 1))


def filled_on(table: RepeatTable, chosen: Range) -> Lay | None:
    """In all columns what stands in the first of them; in a single one what stands in the one before it."""
    seen = [column for column, is_asked in enumerate(table.asked) if is_asked]
    there = chosen.asked
    before = [column for column in seen if there and column < there[0]][-1:]
    if len(there) + len(before) <= 1:
        return None
    source, *others = there if len(there) > 1 else (*before, *there)
    rows = range(chosen.row, chosen.row + chosen.rows)
    return _lay(chosen.row, others, [[_said(table, row, source)] * len(others) for row in rows])


def spread(chosen: Range, lines: Lines) -> Lay | None:
    """A block as often as it fits into what is chosen, if that is more than once and leaves nothing over."""
    width = len(lines[0])
    down, on = chosen.rows // len(lines), len(chosen.columns) // max(1, width)
    whole = (down * len(lines), on * width) == (chosen.rows, len(chosen.columns))
    if not whole or down * on < 2 or any(len(line) != width for line in lines):  # noqa: PLR2004 - more than once
        return None
    return _lay(chosen.row, chosen.columns, [list(line) * on for line in lines] * down)


def _lay(row: int, columns: Sequence[int], lines: Lines) -> Lay | None:
    """Texts for columns but for the titles, which cannot be replaced; None where nothing is left."""
    titles = sum(column < 0 for column in columns)
    if titles == len(columns):
        return None
    return Lay(row, columns[titles], [list(line[titles:]) for line in lines])


def _said(table: RepeatTable, row: int, column: int) -> str:
    if column < 0:
        return table.rows[row].title
    question = table.rows[row].cells[column]
    return "" if question is None else copied(question)


def _value(table: RepeatTable, row: int, column: int) -> str:
    """An answer as it is, which its own column reads without doubt."""
    question = table.rows[row].cells[column]
    return "" if question is None else question.value
