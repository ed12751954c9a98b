"""The sheets of a form as an Excel workbook that is pleasant to edit: heads in sight, texts wrapped, groups to be seen.

Every cell is text, so that Excel makes no number, day or formula of what a form's author means as text.
"""

from __future__ import annotations

import io

from openpyxl import Workbook as Book
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from wopdesk.xlsform.survey import lines
from wopdesk.xlsform.workbook import Table, Workbook, meaning
from wopdesk.xlsform.xml import xml_text

_WIDTHS = {
    "type": 26,
    "name": 22,
    "list_name": 20,
    "label": 42,
    "hint": 42,
    "guidance_hint": 42,
    "constraint_message": 36,
    "required_message": 36,
    "relevant": 34,
    "calculation": 48,
    "constraint": 34,
    "choice_filter": 34,
    "instance_name": 42,
    "form_title": 30,
    "required": 12,
    "version": 12,
}
_WIDTH = 18
_IN_SIGHT = {"survey": "C2", "choices": "C2"}
_HEAD, _RULE = PatternFill("solid", fgColor="12343B"), Side(style="thin", color="D5DDE0")
_GROUP = (PatternFill("solid", fgColor="DDEEF2"), PatternFill("solid", fgColor="EEF6F8"))
_CODE = Font(name="Consolas", size=10, color="37474F")
_PLAIN, _STRONG = Font(name="Calibri", size=11), Font(name="Calibri", size=11, bold=True)
_RIGHT_TO_LEFT = ("(ur)", "(ar)", "(fa)", "(ps)", "(sd)")
_FORMULAS = frozenset({"relevant", "calculation", "constraint", "choice_filter", "repeat_count", "instance_name"})


def form_workbook(workbook: Workbook, title: str = "") -> bytes:
    """The sheets as .xlsx.

    Args:
        workbook: The sheets; survey comes first.
        title: For the properties of the file.
    """
    book = Book()
    book.remove(book.worksheets[0])
    book.properties.title, book.properties.creator = title, "WOPDesk"
    for name in sorted(workbook, key=lambda one: one != "survey"):
        _fill(book.create_sheet(name), name, workbook[name])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Worksheet, name: str, table: Table) -> None:
    depths = _depths(table) if name == "survey" else {}
    sheet.freeze_panes = _IN_SIGHT.get(name, "A2")
    sheet.sheet_view.zoomScale = 90
    for place, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(meaning(column)[0], _WIDTH)
        _head(sheet.cell(1, place), column)
    for number, row in enumerate(table.rows, 2):
        for place, column in enumerate(table.columns, 1):
            _cell(sheet.cell(number, place), row.cells.get(column, ""), column, depths.get(row.number))
    last = get_column_letter(max(len(table.columns), 1))
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _depths(survey: Table) -> dict[int, int]:
    """How deep each row lies that opens or closes a group."""
    return {line.row.number: len(line.inside) for line in lines(survey) if line.verb != "ask"}


def _head(cell: Cell | MergedCell, column: str) -> None:
    _write(cell, column)
    cell.font = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
    cell.fill = _HEAD
    cell.alignment = Alignment(vertical="center", wrap_text=True)


def _cell(cell: Cell | MergedCell, text: str, column: str, depth: int | None) -> None:
    _write(cell, text)
    foreign = column.strip().endswith(_RIGHT_TO_LEFT)
    cell.alignment = Alignment(
        vertical="top", wrap_text=True, horizontal="right" if foreign else "left", readingOrder=2 if foreign else 0
    )
    cell.border = Border(bottom=_RULE)
    cell.font = _CODE if meaning(column)[0] in _FORMULAS else _STRONG if depth is not None else _PLAIN
    if depth is not None:
        cell.fill = _GROUP[min(depth, 1)]


def _write(cell: Cell | MergedCell, text: str) -> None:
    """Text that stays text, whatever it begins with."""
    cell.number_format = "@"
    if text:
        cell.value = xml_text(text)
        cell.data_type = "s"
