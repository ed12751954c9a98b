"""Workbooks. What people typed is text and stays text: no cell of ours ever becomes a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from wopdesk.programme.months import written
from wopdesk.programme.register import Line, Measure, measures

Value = str | int | Decimal | date | None
_A4 = 9
_LONGEST = 32_767
"""Characters that a cell holds."""
_RISKY = ("=", "+", "-", "@", "#", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of something else than text."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_STATES = {"due": "Due", "overdue": "Overdue", "waiting": "Submitted", "done": "Accepted"}
_GOOD, _WARN, _BAD, _INFO = ("17704F", "E3F3EC"), ("8F5600", "FDF1DC"), ("B3261E", "FBE6E4"), ("0F6F7F", "DDEEF2")
"""Letters and ground, as on paper."""


@dataclass(frozen=True)
class Heading:
    """A column's title, its width in characters, and colours of its cells: a condition on `{cell}` → colours."""

    title: str
    width: int = 14
    colours: Mapping[str, tuple[str, str]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Setup:
    """How a sheet is read and printed: columns that stay in sight, and what stands at the head of each page."""

    frozen: int = 1
    left: str = ""
    right: str = ""


_PLAIN = Setup()
_REGISTER = (
    Heading("Partnership"),
    Heading("Month", 10),
    Heading(
        "State",
        12,
        {'{cell}="Overdue"': _BAD, '{cell}="Submitted"': _WARN, '{cell}="Accepted"': _GOOD, '{cell}="Due"': _INFO},
    ),
    Heading("Due", 12),
    Heading("First submitted", 12),
    Heading("Days late", 10, {"N({cell})>0": _BAD}),
    Heading("Version", 9),
    Heading("Title", 34),
    Heading("Mentee", 24),
    Heading("Mentor", 24),
)
_IN_SIGHT = 3


def register(lines: Sequence[Line], names: Mapping[str, str], today: date | None = None) -> bytes:
    """The register of monthly reports as .xlsx: one row per partnership and month, a column per measure.

    Args:
        lines: as `programme.register` gives them.
        names: names of offices by id.
        today: as of which it was made, printed on each page.
    """
    columns = measures(lines)
    titles = [Heading(f"{one.name} ({one.unit})" if one.unit else one.name, 16) for one in columns]
    rows = (_row(line, names, columns) for line in lines)
    as_of = f"As of {written(today).en}" if today else ""
    setup = Setup(_IN_SIGHT, "Water Operators' Partnerships Programme, Pakistan", as_of)
    return workbook("Monthly reports", (*_REGISTER, *titles), rows, setup)


def workbook(title: str, headings: Sequence[Heading], rows: Iterable[Sequence[Value]], setup: Setup = _PLAIN) -> bytes:
    """One sheet with a frozen head, filters, and pages that print in landscape with the head repeated."""
    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator = title, "WOPDesk"
    sheet = cast("Worksheet", book.create_sheet(title))  # a streaming one, which takes the same settings
    _set_up(sheet, title, headings, setup)
    sheet.append([_head(sheet, heading) for heading in headings])
    count = 1
    for row in rows:
        sheet.append([put(sheet, value) for value in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{count}"
    _colour(sheet, headings, count)
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
        line.period,
        _STATES.get(line.state, line.state),
        line.due,
        line.submitted,
        max(0, late) if late is not None else None,
        line.version or None,
        line.title,
        names.get(line.mentee, line.mentee),
        names.get(line.mentor, line.mentor),
        *(figure(line.figures[column]) if column in line.figures else None for column in columns),
    ]


def _set_up(sheet: Worksheet, title: str, headings: Sequence[Heading], setup: Setup) -> None:
    sheet.freeze_panes = f"{get_column_letter(setup.frozen + 1)}2"
    for number, heading in enumerate(headings, 1):
        sheet.column_dimensions[get_column_letter(number)].width = heading.width
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3)
    sheet.print_options.gridLines = True
    head, foot = sheet.HeaderFooter.oddHeader, sheet.HeaderFooter.oddFooter
    words = ((head.left, setup.left), (head.center, title), (head.right, setup.right))  # type: ignore[union-attr]  # a new sheet has them
    for place, text in (*words, (foot.left, "WOPDesk"), (foot.right, "Page &P of &N")):  # type: ignore[union-attr]
        place.text = text if text.startswith("Page &P") else text.replace("&", "&&")


def _colour(sheet: Worksheet, headings: Sequence[Heading], last: int) -> None:
    """Colours that follow what a cell says, so that they stay right when somebody sorts or corrects."""
    for number, heading in enumerate(headings, 1):
        cell = f"{get_column_letter(number)}2"
        for condition, (letters, ground) in heading.colours.items():
            look = {"font": Font(color=letters, bold=True), "fill": PatternFill(bgColor=ground, fill_type="solid")}
            rule = FormulaRule(formula=[condition.format(cell=cell)], stopIfTrue=True, **look)  # type: ignore[no-untyped-call]  # as openpyxl has it
            sheet.conditional_formatting.add(f"{cell}:{get_column_letter(number)}{max(2, last)}", rule)


def _head(sheet: Worksheet, heading: Heading) -> Cell:
    cell = WriteOnlyCell(sheet, value=None)
    cell.value = _FORBIDDEN.sub("", heading.title)
    cell.data_type = "s"
    cell.quotePrefix = heading.title.startswith(_RISKY)
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor="0B3550")
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    return cell
