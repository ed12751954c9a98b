"""A faulty XLSForm made harmless, so that the compiler goes on to the next fault. What comes of it is never used.

Rows keep their numbers: whatever is said of the mended sheets is said of the sheets as written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from wopdesk.xlsform.formulas import QUESTION, computes
from wopdesk.xlsform.problems import Problem
from wopdesk.xlsform.survey import Line, unclosed
from wopdesk.xlsform.workbook import Row, Table, Workbook, meaning

_LISTED = frozenset({"choice_filter", "parameters"})


def mended(workbook: Workbook, asked: Collection[Line], rows: Iterable[Problem], cells: Iterable[Problem]) -> Workbook:
    """The sheets without their faults; the same sheets if there are none.

    Args:
        workbook: As written.
        asked: The lines of its survey.
        rows: Faults of the types, names, labels and choices.
        cells: Faults of formulas and texts.
    """
    faulty: dict[tuple[str, int], set[str]] = {}
    for problem in rows:
        faulty.setdefault((problem.sheet, problem.row), set()).add(meaning(problem.column)[0])
    bad = {(one.sheet, one.row, one.column) for one in cells}
    if not faulty and not bad:
        return workbook
    quiet = {
        sheet: Table(table.columns, tuple(_quiet(sheet, row, bad) for row in table.rows))
        for sheet, table in workbook.items()
    }
    quiet["survey"] = _survey(
        quiet["survey"], asked, {row: why for (sheet, row), why in faulty.items() if sheet == "survey"}
    )
    if "choices" in quiet:
        lost = {row for (sheet, row), why in faulty.items() if sheet == "choices" and why != {"label"}}
        choices = quiet["choices"]
        quiet["choices"] = Table(choices.columns, tuple(row for row in choices.rows if row.number not in lost))
    return quiet


def _quiet(sheet: str, row: Row, bad: Collection[tuple[str, int, str]]) -> Row:
    """The row with an empty text in place of each faulty cell."""

    def cell(column: str, text: str) -> str:
        if (sheet, row.number, column) not in bad:
            return text
        return "''" if computes(sheet, column) else QUESTION.sub("…", text).replace("${", "…")

    return Row(row.number, {column: cell(column, text) for column, text in row.cells.items()})


def _survey(survey: Table, asked: Collection[Line], faulty: dict[int, set[str]]) -> Table:
    lines = {line.row.number: line for line in asked}
    columns = dict.fromkeys([*survey.columns, *(survey.column(name) for name in ("label", "calculation"))])
    rows = [
        _asking(survey, row, lines[row.number], faulty[row.number]) if row.number in faulty else row
        for row in survey.rows
        if row.number not in faulty or _has_its_place(lines.get(row.number))
    ]
    last = rows[-1].number if rows else 0
    kind = survey.column("type")
    ends = [Row(last, {kind: f"end_{_closable(line.kind)}"}) for line in reversed(unclosed(survey))]
    renamed = {lines[number].name for number, why in faulty.items() if "name" in why and number in lines}
    names = survey.column("name")
    known = {row.cells.get(names, "") for row in rows}
    return Table(tuple(columns), tuple(_without(row, renamed - known) for row in (*rows, *ends)))


def _has_its_place(line: Line | None) -> bool:
    """Whether a row asks something, opens something or closes what is open."""
    return line is not None and (line.verb != "end" or line.opened is not None)


def _asking(survey: Table, row: Row, line: Line, why: set[str]) -> Row:
    """A row that the compiler takes."""
    cells = {column: text for column, text in row.cells.items() if meaning(column)[0] not in why & _LISTED}
    if "type" in why:
        opened = line.opened.kind if line.opened is not None else line.kind
        cells[survey.column("type")] = "text" if line.verb == "ask" else f"{line.verb}_{_closable(opened)}"
        cells = {column: text for column, text in cells.items() if meaning(column)[0] not in _LISTED}
    if "name" in why:
        cells[survey.column("name")] = f"row_{row.number}"
    if "calculation" in why:
        cells[survey.column("calculation")] = "''"
    if line.verb != "end" and why & {"label", "type"}:
        cells.setdefault(survey.column("label"), "…")
    return Row(row.number, cells)


def _closable(kind: str) -> str:
    return "repeat" if kind == "repeat" else "group"


def _without(row: Row, lost: Collection[str]) -> Row:
    """The row without questions that lost their names."""
    if not lost or not any(name in lost for text in row.cells.values() for name in QUESTION.findall(text)):
        return row
    return Row(row.number, {column: QUESTION.sub("''", text) for column, text in row.cells.items()})
