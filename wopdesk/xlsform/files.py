"""The sheets of an XLSForm out of a file: form.md, .csv, .xlsx or .xls. Hostile files end as problems.

A workbook is a ZIP of XML that may unpack to anything; it is measured before it is read.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from wopdesk.sentence import Sentence, quoted
from wopdesk.xlsform.bounds import MOST_BYTES, MOST_CELLS
from wopdesk.xlsform.markdown import read_markdown
from wopdesk.xlsform.problems import FormError, Problem
from wopdesk.xlsform.workbook import SHEETS, Row, Table, Workbook

_MOST_FILE = 16 * 1024 * 1024
_MOST_XLS = 4 * 1024 * 1024
_MOST_PARTS = 500
_CELL = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,4})(\d{1,9})["']""")
_FOREIGN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read_workbook(path: Path) -> Workbook:
    """Read the sheets of a form.md, .xlsx, .xls or .csv.

    Raises:
        FormError: The file holds no XLSForm, or more than any form needs.
        OSError: It cannot be read.
    """
    if path.stat().st_size > _MOST_FILE:
        raise _refusal(
            Sentence("{file} is larger than {size} MB; no form needs that", file=path.name, size=_MOST_FILE >> 20)
        )
    data = path.read_bytes()
    if path.suffix in {".md", ".csv"}:
        text = _text(path, data)
        return read_markdown(text) if path.suffix == ".md" else read_csv(text)
    return read_excel(path.name, data)


def read_excel(name: str, data: bytes) -> Workbook:
    """Read the sheets of an Excel workbook; rows are numbered as Excel does.

    Raises:
        FormError: It is none, or holds more than any form needs.
    """
    if data.startswith(b"PK"):
        _measure(name, data)
    elif len(data) > _MOST_XLS:
        raise _refusal(Sentence("{file} is too large for a form", file=name))
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415 - only an editor of forms needs it

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = {sheet.strip().lower(): sheet for sheet in book.sheet_names}
        if len(names) == 1:
            names = {"survey": next(iter(names.values()))}
        tables = {
            sheet: _table(sheet, book.get_sheet_by_name(names[sheet]).to_python(skip_empty_area=False))
            for sheet in SHEETS
            if sheet in names
        }
    except PasswordError as locked:
        raise _refusal(Sentence("{file} is protected by a password; save it without one", file=name)) from locked
    except CalamineError as fault:
        raise _refusal(Sentence("{file} cannot be read as an Excel workbook", file=name)) from fault
    if "survey" not in tables:
        raise _refusal(Sentence("{file} has no sheet called survey", file=name))
    return {sheet: table for sheet, table in tables.items() if table.columns}


def read_csv(text: str) -> Workbook:
    """Read sheets below each other, each begun by its name in the first column.

    Raises:
        FormError: There is no sheet called survey.
    """
    cells: dict[str, list[list[str]]] = {}
    sheet = ""
    try:
        for number, line in enumerate(csv.reader(io.StringIO(text)), 1):
            if line and line[0].strip():
                sheet = line[0].strip().lower()
            cells.setdefault(sheet, []).append([str(number), *line[1:]])
    except csv.Error as fault:
        raise _refusal(Sentence("this is no CSV: {reason}", reason=quoted(fault))) from fault
    tables = {name: _numbered(name, [line for line in lines if any(line[1:])]) for name, lines in cells.items()}
    if "survey" not in tables:
        raise _refusal("there is no sheet called survey")
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
        FormError: Two columns have the same name.
    """
    heads = [" ".join(_said(cell).split()) for cell in lines[0]] if lines else []
    twice = sorted(head for head, count in Counter(heads).items() if head and count > 1)
    if twice:
        raise FormError(Problem(sheet, 1, "the column is there twice", head) for head in twice)
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = {head: text for head, cell in zip(heads, line, strict=False) if head and (text := _said(cell))}
        if cells:
            rows.append(Row(number, cells))
    return Table(tuple(head for head in heads if head), tuple(rows))


def _said(cell: object) -> str:
    """A cell as text, as Excel's users mean it: 1.0 is 1, a day without a time is a day."""
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer():
            return str(int(cell))
        case dt.datetime() if cell.time() == dt.time():
            return str(cell.date())
        case _:
            return str(cell).replace("\xa0", " ").replace("\r\n", "\n").strip()


def _measure(name: str, data: bytes) -> None:
    """Unpack a workbook piece by piece without keeping it.

    Raises:
        FormError: It is broken or would become too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or any(part.flag_bits & 1 for part in parts):
                raise _refusal(Sentence("{file} is no workbook of a form: too many parts, or locked ones", file=name))
            left = MOST_BYTES
            for part in parts:
                content = _unpacked(data, part, left)
                left -= len(content)
                _inspect(name, content)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, IndexError) as fault:
        raise _refusal(Sentence("{file} cannot be read as an Excel workbook", file=name)) from fault
    except OverflowError as fault:
        raise _refusal(
            Sentence(
                "{file} becomes larger than {size} MB when it is unpacked; no form needs that",
                file=name,
                size=MOST_BYTES >> 20,
            )
        ) from fault


def _unpacked(data: bytes, part: zipfile.ZipInfo, left: int) -> bytes:
    """What a part really unpacks to, whatever its header says.

    Raises:
        OverflowError: More than is left.
        ValueError: It is packed in a way that workbooks are not.
    """
    start = part.header_offset
    names = int.from_bytes(data[start + 26 : start + 28], "little") + int.from_bytes(
        data[start + 28 : start + 30], "little"
    )
    packed = data[start + 30 + names : start + 30 + names + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        content = packed
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, max(left, 0) + 1)
    else:
        raise ValueError(part.filename)
    if len(content) > left:
        raise OverflowError(part.filename)
    return content


def _inspect(name: str, content: bytes) -> None:
    """Refuse what an XML part of a workbook never holds.

    Raises:
        FormError: Entities, an unusual encoding, or a cell so far away that all before it would fill the memory.
    """
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            raise _refusal(Sentence("{file} is not written as Excel writes workbooks", file=name))
        return
    if _FOREIGN.search(content) or b"\x00" in content:
        raise _refusal(Sentence("{file} defines entities of XML, which no workbook does; it is not opened", file=name))
    rows = columns = 1
    for letters, digits in _CELL.findall(content):
        rows = max(rows, int(digits))
        columns = max(columns, _column(letters.upper()))
    if rows * columns > MOST_CELLS:
        raise _refusal(
            Sentence(
                "{file} has a cell in row {row} or column {column}; a form ends long before that",
                file=name,
                row=rows,
                column=columns,
            )
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _text(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise _refusal(Sentence("{file} is not written in UTF-8", file=path.name)) from fault


def _refusal(message: str) -> FormError:
    return FormError([Problem("form", 0, message)])
