"""A repeat as a table: its columns, and its rows of questions. Knows no Qt."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from wopdesk.ui.form.figures import write_number
from wopdesk.ui.form.question import Question

NUMBERS = frozenset({"integer", "decimal", "range"})


@dataclass(frozen=True)
class RepeatRow:
    """A row.

    Attributes:
        id: Of the row.
        cells: One for each column; None stands where a question is not asked.
        title: What the row is, where each has a name of its own, as the figures of a month: `Collection efficiency, %`.
    """

    id: str
    cells: tuple[Question | None, ...]
    title: str = ""

    @cached_property
    def asked(self) -> tuple[bool, ...]:
        """For each column whether it is asked here."""
        return tuple(cell is not None for cell in self.cells)

    @cached_property
    def noted(self) -> tuple[int, ...]:
        """The columns of which something is to be told: a problem, a remark, or what stood there before."""
        return tuple(at for at, cell in enumerate(self.cells) if cell and (cell.problem or cell.remark or cell.was))


@dataclass(frozen=True)
class RepeatTable:
    """A repeat as it stands now.

    Attributes:
        path: Where its rows lie.
        label: What it is.
        columns: What each column asks; their values mean nothing.
        rows: In order.
        hint: What helps.
        fixed: Whether the rows come from elsewhere, so that none is added or removed here.
        problem: Why the rows are not good, "" if they are.
        heading: What the titles of the rows are, "" for none: `Indicator`. Titles are no column and have no number.
    """

    path: str
    label: str
    columns: tuple[Question, ...]
    rows: tuple[RepeatRow, ...] = ()
    hint: str = ""
    fixed: bool = False
    problem: str = ""
    heading: str = ""

    @cached_property
    def titled(self) -> bool:
        """Whether a column of titles stands before the others."""
        return bool(self.heading) or any(row.title for row in self.rows)

    @cached_property
    def asked(self) -> tuple[bool, ...]:
        """For each column whether any row asks it; a table without rows shows all."""
        if not self.rows:
            return (True,) * len(self.columns)
        return tuple(map(any, zip(*{row.asked for row in self.rows}, strict=True)))

    def name(self, number: int, said: Callable[[Question], str]) -> str:
        """What a row is called: its title, or what its first cell says, as `said` tells it; "" if it says nothing."""
        row = self.rows[number]
        return row.title or next((said(cell) for cell in row.cells if cell is not None), "")

    @property
    def shape(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Columns and rows without their content."""
        return tuple(column.path for column in self.columns), tuple(row.id for row in self.rows)


def plain(question: Question) -> str:
    """An answer as a cell shows it, dates left as they are."""
    if question.type in NUMBERS:
        return write_number(question.value)
    labels = dict(question.choices)
    if question.type == "select_one":
        return labels.get(question.value, question.value)
    if question.type == "select_multiple":
        return ", ".join(labels.get(value, value) for value in question.value.split())
    if question.type == "acknowledge":
        return "✓" if question.value else ""
    return " ".join(question.value.split())


def read_cells(text: str) -> list[list[str]]:
    """What Excel copies: lines of cells with tabs between, in quotes where a cell has several lines."""
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    except csv.Error:  # a quote that nobody ended: more follows than any cell holds
        lines = [line.split("\t") for line in text.splitlines()]
    return [line or [""] for line in lines]


def write_cells(cells: Sequence[Sequence[str]]) -> str:
    """Cells as Excel reads them from the clipboard."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows(cells)
    return text.getvalue()


def copied(question: Question) -> str:
    """An answer as another sheet reads it: figures and dates plain, choices in words."""
    return question.value if question.type in NUMBERS | {"date", "text"} else plain(question)
