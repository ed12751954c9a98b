"""A monthly report of three pages as PDF, and the register of 100 000 rows beside openpyxl alone."""

import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from openpyxl import Workbook

from tests.benchmarks.figure import Figure, seconds
from tests.reports import samples
from wopdesk.reports import monthly_report
from wopdesk.reports.pdf import render
from wopdesk.reports.workbooks import Heading, Value, workbook

_ROWS = 100_000
_TEXT = ("WOP-PK-014", "Less water lost in Zone 3", "WASA Faisalabad", "WASA Lahore", "2026-10", "Accepted")


def figures() -> Iterator[Figure]:
    """Milliseconds, and a ratio."""
    version, context = samples.version(), samples.context()
    paper = seconds(lambda: render(monthly_report.document(version, context)), times=10)
    yield Figure("three-page PDF, in a batch", paper * 1000, 100, 60, "ms")
    row: list[Value] = [*_TEXT, date(2026, 11, 7), date(2026, 11, 6), 0, 1, *(Decimal(f"{n}.4") for n in range(5))]
    headings = [Heading(f"Column {number}") for number in range(len(row))]
    alone = seconds(lambda: _alone(row), times=2)
    ours = seconds(lambda: workbook("Register", headings, (row for _ in range(_ROWS))), times=2)
    yield Figure("register of 100 k rows ÷ openpyxl write-only alone", ours / alone, 1.3, 1.1)


def _alone(row: list[Value]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Register")
    for _ in range(_ROWS):
        sheet.append(row)
    book.save(io.BytesIO())
