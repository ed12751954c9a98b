"""Workbooks. What people typed is text and stays text: no cell of ours ever becomes a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from wopdesk.programme.register import Line, Measure, measures

Value = str | int | Decimal | date | None
_A4 = 9
_LONGEST = 32_767
"""Characters that a cell holds."""
_RISKY = ("=", "+", "-", "@", "#", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of something else than text."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_STATES = {"due": "Due", "overdue": "Overdue", "waiting": "Submitted", "done": "Accepted"}


@dataclass(frozen=True)
class Heading:
    """A column's title and its width in characters."""

    title: str
    width: int = 14


_REGISTER = (
    Heading("Partnership"),
    Heading("Title", 34),
    Heading("Mentee", 24),
    Heading("Mentor", 24),
    Heading("Month", 10),
    Heading("State", 12),
    Heading("Due", 12),
    Heading("Submitted", 12),
    Heading("Days late", 10),
    Heading("Version", 9),
)


def register(lines: Sequence[Line], names: Mapping[str, str]) -> bytes:
    """The register of monthly reports as .xlsx: one row per partnership and month, a column per measure.

    Args:
        lines: as `programme.register` gives them.
        names: names of offices by id.
    """
    columns = measures(lines)
    titles = [Heading(f"{one.name} ({one.unit})" if one.unit else one.name, 16) for one in columns]
    rows = (_row(line, names, columns) for line in lines)
    return workbook("Monthly reports", (*_REGISTER, *titles), rows)


def workbook(title: str, headings: Sequence[Heading], rows: Iterable[Sequence[Value]]) -> bytes:
    """One sheet with a frozen head, filters, and pages that print in landscape with the head repeated."""
    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator = title, "WOPDesk"
    sheet = cast("Worksheet", book.create_sheet(title))  # a streaming one, which takes the same settings
    _set_up(sheet, title, headings)
    sheet.append([_head(sheet, heading) for heading in headings])
    count = 1
    for row in rows:
        sheet.append([put(sheet, value) for value in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{count}"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def put(sheet: Worksheet, value: Value) -> Value | Cell:
    """A value as it goes into a row: every value that came from people or from the store passes here.

    Text that looks like the beginning of a formula, a command or an error becomes a cell that is marked as text; signs
    that a workbook cannot hold are left out.
    """
    if not isinstance(value, str):
        return value
    text = _FORBIDDEN.sub("", value)[:_LONGEST]
    if not text.startswith(_RISKY):
        return text
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def figure(text: str) -> Value:
    """A figure as a number where it is one, else as the text that was typed."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return number if number.is_finite() else text


def _row(line: Line, names: Mapping[str, str], columns: Sequence[Measure]) -> list[Value]:
    late = (line.submitted - line.due).days if line.submitted and line.due else None
    return [
        line.partnership,
        line.title,
        names.get(line.mentee, line.mentee),
        names.get(line.mentor, line.mentor),
        line.period,
        _STATES.get(line.state, line.state),
        line.due,
        line.submitted,
        max(0, late) if late is not None else None,
        line.version or None,
        *(figure(line.figures[column]) if column in line.figures else None for column in columns),
    ]


def _set_up(sheet: Worksheet, title: str, headings: Sequence[Heading]) -> None:
    sheet.freeze_panes = "B2"
    for number, heading in enumerate(headings, 1):
        sheet.column_dimensions[get_column_letter(number)].width = heading.width
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.HeaderFooter.oddHeader.center.text = title  # type: ignore[union-attr]  # a new sheet has them
    sheet.HeaderFooter.oddFooter.right.text = "Page &P of &N"  # type: ignore[union-attr]


def _head(sheet: Worksheet, heading: Heading) -> Cell:
    cell = WriteOnlyCell(sheet, value=None)
    cell.value = _FORBIDDEN.sub("", heading.title)
    cell.data_type = "s"
    cell.quotePrefix = heading.title.startswith(_RISKY)
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor="0B3550")
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    return cell
