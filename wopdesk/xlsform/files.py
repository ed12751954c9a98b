"""The sheets of an XLSForm out of a file: form.md, .csv, .xlsx or .xls. Hostile files end as problems."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from wopdesk.sentence import Sentence, quoted
from wopdesk.xlsform.bounds import oversized, refuse_lines
from wopdesk.xlsform.kobo import plain
from wopdesk.xlsform.markdown import read_markdown
from wopdesk.xlsform.measuring import locked, measured, unreadable
from wopdesk.xlsform.problems import FormError, Problem, refused, too_large
from wopdesk.xlsform.workbook import SHEETS, Row, Table, Workbook
from wopdesk.xlsform.xml import xml_text

_MOST_FILE = 16 * 1024 * 1024


def read_workbook(path: Path) -> Workbook:
    """Read the sheets of a form.md, .xlsx, .xls or .csv.

    Raises:
        FormError: The file holds no XLSForm, or more than any form needs.
        OSError: It cannot be read.
    """
    if path.stat().st_size > _MOST_FILE:
        raise too_large(path.name, _MOST_FILE)
    data = path.read_bytes()
    if path.suffix in {".md", ".csv"}:
        text = _text(path, data)
        return plain(read_markdown(text) if path.suffix == ".md" else read_csv(text))
    return plain(read_excel(path.name, data))


def read_excel(name: str, data: bytes) -> Workbook:
    """Read the sheets of an Excel workbook; rows are numbered as Excel does.

    Raises:
        FormError: It is none, or holds more than any form needs.
    """
    data = measured(name, data)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415 - only an editor of forms needs it

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = {sheet.strip().lower(): sheet for sheet in book.sheet_names}
        if len(names) == 1 and not names.keys() & set(SHEETS):
            names = {"survey": next(iter(names.values()))}
        tables = {
            sheet: _table(sheet, book.get_sheet_by_name(names[sheet]).to_python(skip_empty_area=False))
            for sheet in SHEETS
            if sheet in names
        }
    except PasswordError as fault:
        raise locked(name) from fault
    except CalamineError as fault:
        raise unreadable(name) from fault
    if "survey" not in tables:
        raise refused(Sentence("{file} has no sheet called survey", file=name))
    return {sheet: table for sheet, table in tables.items() if table.columns}


def read_csv(text: str) -> Workbook:
    """Read sheets below each other, each begun by its name in the first column.

    Raises:
        FormError: There is no sheet called survey, or the text holds more than any form needs.
    """
    refuse_lines(text, ",")
    cells: dict[str, list[list[str]]] = {}
    sheet = ""
    try:
        for number, line in enumerate(csv.reader(io.StringIO(text)), 1):
            if line and line[0].strip():
                sheet = line[0].strip().lower()
            cells.setdefault(sheet, []).append([str(number), *line[1:]])
    except csv.Error as fault:
        raise refused(Sentence("this is no CSV: {reason}", reason=quoted(fault))) from fault
    tables = {name: _numbered(name, [line for line in lines if any(line[1:])]) for name, lines in cells.items()}
    if "survey" not in tables:
        raise refused("there is no sheet called survey")
    return {name: table for name, table in tables.items() if name in SHEETS and table.columns}


def _numbered(sheet: str, lines: Sequence[Sequence[str]]) -> Table:
    """A table of lines that begin with their number."""
    if not lines:
        return Table((), ())
    table = _table(sheet, [line[1:] for line in lines])
    return Table(table.columns, tuple(Row(int(lines[row.number - 1][0]), row.cells) for row in table.rows))


def _table(sheet: str, lines: Sequence[Sequence[object]]) -> Table:
    """A table whose first line names the columns.

    Raises:
        FormError: Two columns have the same name, or there are more rows or columns than any form needs.
    """
    heads = [" ".join(_said(cell).split()) for cell in lines[0]] if lines else []
    filled = [number for number, line in enumerate(lines[1:], 2) if line.count("") < len(line)]
    counted = Counter(head for head in heads if head)
    if excess := [*oversized(sheet, filled, counted.total())]:
        raise FormError(excess)
    if twice := sorted(head for head, count in counted.items() if count > 1):
        raise FormError(Problem(sheet, 1, "the column is there twice", head) for head in twice)
    rows = []
    for number in filled:
        line = lines[number - 1]
        cells = {head: text for head, cell in zip(heads, line, strict=False) if head and (text := _said(cell))}
        if cells:
            rows.append(Row(number, cells))
    return Table(tuple(counted), tuple(rows))


def _said(cell: object) -> str:
    """A cell as text, as Excel's users mean it: 1.0 is 1, a day without a time is a day."""
    match cell:
        case "":
            return ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer():
            return str(int(cell))
        case dt.datetime() if cell.time() == dt.time():
            return str(cell.date())
        case _:
            return xml_text(str(cell).replace("\xa0", " ").replace("\r\n", "\n"), instead=" ").strip()


def _text(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise refused(Sentence("{file} is not written in UTF-8", file=path.name)) from fault
