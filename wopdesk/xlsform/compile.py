"""XLSForm sheets → XForm XML. The only module that imports pyxform, and only when a form is compiled.

pyxform stops at its first complaint and accepts expressions that mean nothing; what is here finds unknown questions all
at once and keeps, for each element, the row that asked for it, so that later faults can be told by row too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wopdesk.xlsform import xml
from wopdesk.xlsform.expressions.site import Names
from wopdesk.xlsform.markdown import Row, Table, Workbook, read_markdown
from wopdesk.xlsform.problems import FormError, Problem
from wopdesk.xlsform.xml import Element

_ROW = re.compile(r"\[row : (\d+)\]\s*")
_QUESTION = re.compile(r"\$\{\s*(?:last-saved#)?([^}\s]*)\s*\}")
_MIXED = frozenset({"value", "label", "hint", "title"})


@dataclass(frozen=True, slots=True)
class Compiled:
    """An XForm and where its parts came from.

    Attributes:
        xform: The XML, with line ends LF; the same sheets always give the same bytes.
        rows: The row of the survey that asked for an element.
        problems: What was found wrong on the way, without keeping the compiler from going on.
    """

    xform: bytes
    rows: Mapping[Names, int]
    problems: tuple[Problem, ...] = ()


def compile_workbook(workbook: Workbook) -> Compiled:
    """Compile sheets.

    Raises:
        FormError: pyxform refuses them.
    """
    problems = tuple(_unknown_questions(workbook))
    wrong = {(problem.row, name) for problem in problems for name in _QUESTION.findall(problem.message)}
    cleaned = {name: _without(table, wrong) if name == "survey" else table for name, table in workbook.items()}
    return Compiled(_converted(cleaned, problems), _rows(workbook["survey"]), problems)


def read_workbook(path: Path) -> Workbook:
    """Read the sheets of a form.md, .xlsx, .xls or .csv.

    Raises:
        FormError: The file holds no XLSForm.
    """
    if path.suffix == ".md":
        return read_markdown(path.read_text(encoding="utf-8"))
    from pyxform.errors import PyXFormError  # type: ignore[import-untyped]  # noqa: PLC0415 - 250 ms that only an editor of forms needs
    from pyxform.xls2json_backends import get_xlsform  # type: ignore[import-untyped]  # noqa: PLC0415 - the same

    try:
        data = get_xlsform(path)
    except PyXFormError as refused:
        raise FormError([Problem("form", 0, f"{path.name} cannot be read as an XLSForm")]) from refused
    return {
        name: Table(tuple(header[0] if (header := getattr(data, f"{name}_header")) else ()), tuple(_numbered(rows)))
        for name in ("survey", "choices", "settings", "external_choices", "entities", "osm")
        if (rows := getattr(data, name))
    }


def _numbered(rows: list[dict[str, Any]]) -> Iterator[Row]:
    """Rows of a workbook, whose first row is the header."""
    for number, cells in enumerate(rows, 2):
        yield Row(number, {column: str(cell) for column, cell in cells.items() if cell not in (None, "")})


def _converted(workbook: Workbook, known: tuple[Problem, ...]) -> bytes:
    from pyxform.errors import PyXFormError  # noqa: PLC0415 - 250 ms that only an editor of forms needs
    from pyxform.xls2xform import convert  # type: ignore[import-untyped]  # noqa: PLC0415 - the same

    given: dict[str, Any] = {"sheet_names": list(workbook)}
    for name, table in workbook.items():
        given[name] = [dict(row.cells) for row in table.rows]
        given[f"{name}_header"] = [dict.fromkeys(table.columns)]
    try:
        xform = convert(given, form_name="data").xform
    except PyXFormError as refused:
        raise FormError([*known, _told(refused, workbook)]) from refused
    return _laid_out(xml.parse(xform.encode()))


def _told(refused: Exception, workbook: Workbook) -> Problem:
    """The complaint of pyxform, its row turned into the line of form.md."""
    message = str(refused)
    found = _ROW.search(message)
    row = int(found[1]) if found else 0
    rows = workbook["survey"].rows if "survey" in workbook else ()
    number = rows[row - 2].number if 0 <= row - 2 < len(rows) else row
    return Problem("survey" if found else "form", number, _ROW.sub("", message).strip())


def _unknown_questions(workbook: Workbook) -> Iterator[Problem]:
    """Every `${name}` that no row of the survey explains."""
    survey = workbook["survey"]
    known = {row.cells.get("name", "") for row in survey.rows}
    for row in survey.rows:
        for column, cell in row.cells.items():
            for name in dict.fromkeys(_QUESTION.findall(cell)):
                if name not in known:
                    yield Problem("survey", row.number, f"{column}: unknown question ${{{name}}}")


def _without(table: Table, wrong: set[tuple[int, str]]) -> Table:
    """The table with unknown questions read as no answer, so that the compiler goes on to the next fault."""

    def cleaned(row: Row) -> Row:
        def replace(found: re.Match[str]) -> str:
            return "''" if (row.number, found[1]) in wrong else found[0]

        return Row(row.number, {column: _QUESTION.sub(replace, cell) for column, cell in row.cells.items()})

    return Table(table.columns, tuple(cleaned(row) for row in table.rows)) if wrong else table


def _rows(survey: Table) -> dict[Names, int]:
    """The row of each element: groups and repeats are walked as they open and close."""
    found: dict[Names, int] = {}
    inside: list[str] = []
    for row in survey.rows:
        kind = row.cells.get("type", "").strip().replace("_", " ")
        name = row.cells.get("name", "").strip()
        if kind.startswith("end "):
            del inside[-1:]
        elif name:
            found[(*inside, name)] = row.number
        if kind.startswith("begin "):
            inside.append(name)
    return found


def _laid_out(root: Element) -> bytes:
    """The XML with one element a line; text with answers woven in is left as it is."""
    _indent(root, 0)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + xml.serialised(root) + b"\n"


def _indent(parent: Element, depth: int) -> None:
    if len(parent) == 0 or xml.local(parent.tag) in _MIXED:
        return
    parent.text = "\n" + " " * (depth + 1)
    for node in parent:
        _indent(node, depth + 1)
        node.tail = "\n" + " " * (depth + 1)
    parent[-1].tail = "\n" + " " * depth
