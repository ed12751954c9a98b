r"""form.md: the sheets of an XLSForm as Markdown tables, so that a change to a form can be read in a diff.

A line `| survey |` opens a sheet, the next line is its header, further lines are its rows; the first cell of each stays
empty. `<br>` is a line break, `\|` a bar. Lines that do not begin with a bar are remarks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from wopdesk.sentence import Sentence
from wopdesk.xlsform.bounds import refuse_lines
from wopdesk.xlsform.problems import MOST_TOLD, FormError, Problem
from wopdesk.xlsform.workbook import SHEETS, Row, Table, Workbook
from wopdesk.xlsform.xml import xml_text

_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>")
_RULE = re.compile(r"[|\s:-]+")


def read_markdown(text: str) -> Workbook:
    """Read the sheets of a form.md; rows are numbered by line.

    Raises:
        FormError: Lists every line that is no row of a sheet, or says that it holds more than any form needs.
    """
    refuse_lines(text, "|")
    reading = _Reading()
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("|") and not (_RULE.fullmatch(line) and "-" in line):
            reading.line(number, _cells(line))
        if reading.is_hopeless:
            break
    return reading.workbook()


def write_markdown(workbook: Workbook, remarks: str = "") -> str:
    """The sheets as form.md, settings first, each row without the empty cells at its end.

    Args:
        workbook: The sheets.
        remarks: Lines that stand before the first sheet.
    """
    sheets = sorted(workbook, key=lambda name: (name != "settings", SHEETS.index(name)))
    written = ["\n".join(_sheet_lines(name, workbook[name])) for name in sheets if workbook[name].columns]
    return "\n\n".join([*([remarks.strip("\n")] if remarks.strip() else []), *written]) + "\n"


def remarks(text: str) -> str:
    """The lines of a form.md before its first sheet."""
    kept: list[str] = []
    for line in text.split("\n"):
        if line.lstrip().startswith("|"):
            break
        kept.append(line)
    return "\n".join(kept).strip("\n")


def _sheet_lines(name: str, table: Table) -> Iterator[str]:
    yield f"| {name} |"
    yield _line(table.columns)
    for row in table.rows:
        cells = [row.cells.get(column, "") for column in table.columns]
        while cells and not cells[-1]:
            cells.pop()
        yield _line(tuple(map(_escaped, cells)))


def _line(cells: tuple[str, ...]) -> str:
    return " ".join(["| |", *(f"{cell} |" for cell in cells)])


def _escaped(cell: str) -> str:
    """A cell on one line: line breaks as `<br>`, bars with a backslash, other line ends and tabs as blanks."""
    lines = "\n".join(cell.strip().replace("|", "\\|").split("\r\n")).split("\n")
    return "<br>".join(re.sub(r"[\r\t\f\v\x1c-\x1e\x85\u2028\u2029]", " ", line) for line in lines)


def _cells(line: str) -> list[str]:
    """The cells of a line, without the empty one behind its last bar."""
    cells = _BAR.split(line.strip())[1:]
    if cells and not cells[-1].strip():
        cells.pop()
    return [_BREAK.sub("\n", xml_text(cell, instead=" ").strip().replace("\\|", "|")) for cell in cells]


class _Reading:
    """The sheets read so far."""

    def __init__(self) -> None:
        self._columns: dict[str, tuple[str, ...]] = {}
        self._rows: dict[str, list[Row]] = {}
        self._problems: list[Problem] = []
        self._sheet = ""

    @property
    def is_hopeless(self) -> bool:
        """Whether more is wrong than anybody reads."""
        return len(self._problems) > MOST_TOLD

    def line(self, number: int, cells: list[str]) -> None:
        if cells and cells[0]:
            self._open(number, cells)
        elif not self._sheet:
            self._problems.append(Problem("form", number, "a row stands before the first sheet"))
        elif self._sheet not in self._columns:
            self._head(number, cells[1:])
        else:
            self._row(number, cells[1:])

    def workbook(self) -> Workbook:
        """All sheets.

        Raises:
            FormError: Some line was none.
        """
        if "survey" not in self._columns:
            self._problems.append(Problem("form", 0, "there is no sheet called survey"))
        if self._problems:
            raise FormError(self._problems)
        return {name: Table(columns, tuple(self._rows[name])) for name, columns in self._columns.items()}

    def _open(self, number: int, cells: list[str]) -> None:
        name = cells[0].lower()
        self._sheet = name
        if name not in SHEETS:
            self._problems.append(
                Problem(
                    name, number, Sentence("no sheet is called {name!r}; does a row lack its empty cell?", name=name)
                )
            )
        elif name in self._rows:
            self._problems.append(Problem(name, number, "the sheet is there twice"))
        elif any(cells[1:]):
            self._problems.append(Problem(name, number, "the name of a sheet stands alone on its line"))
        self._rows.setdefault(name, [])

    def _head(self, number: int, columns: list[str]) -> None:
        while columns and not columns[-1]:
            columns.pop()
        counted = Counter(columns)
        self._problems.extend(
            Problem(self._sheet, number, _misheaded(column)) for column in counted if not column or counted[column] > 1
        )
        self._columns[self._sheet] = tuple(columns)

    def _row(self, number: int, cells: list[str]) -> None:
        columns = self._columns[self._sheet]
        if any(cells[len(columns) :]):
            message = Sentence(
                "{cells} cells, but only {columns} columns; is a bar inside a text not written \\|?",
                cells=len(cells),
                columns=len(columns),
            )
            self._problems.append(Problem(self._sheet, number, message))
        row = {column: cell for column, cell in zip(columns, cells, strict=False) if cell}
        if row:
            self._rows[self._sheet].append(Row(number, row))


def _misheaded(column: str) -> Sentence:
    if not column:
        return Sentence("a column has no name")
    return Sentence("column {column!r} is there twice", column=column)
