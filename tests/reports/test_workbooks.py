import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from wopdesk.programme.register import Line, Measure
from wopdesk.reports.workbooks import Heading, Value, figure, register, workbook

NRW, HOURS = Measure("Non-revenue water", "%"), Measure("=HYPERLINK(1)", "h/day")
MENTEE, MENTOR = "1" * 32, "2" * 32
RISKY = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=", "#REF!", "#N/A", "=cmd|' /C calc'!A0", "'=1", " =1"]


def _line(period: str, state: str = "waiting", submitted: date | None = None, **figures: str) -> Line:
    known = {"nrw": NRW, "hours": HOURS}
    return Line(
        partnership="WOP-PK-014",
        title="=1+1",
        mentee=MENTEE,
        mentor=MENTOR,
        period=period,
        state=state,
        due=date(2026, 11, 7),
        submitted=submitted,
        version=1 if submitted else 0,
        record="",
        figures={known[name]: text for name, text in figures.items()},
    )


def _sheet(data: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(data)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def _source(data: bytes, part: str = "xl/worksheets/sheet1.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part).decode()


def _rows(data: bytes) -> list[tuple[object, ...]]:
    return list(_sheet(data).iter_rows(min_row=2, values_only=True))


@pytest.mark.parametrize("text", RISKY)
def test_text_never_becomes_a_formula(text: str) -> None:
    data = workbook("Notes", [Heading("Text"), Heading("More")], [[text, 5], ["plain", text]])
    cells = [cell for row in _sheet(data).iter_rows(min_row=2) for cell in row if isinstance(cell.value, str)]
    assert [cell.data_type for cell in cells] == ["s"] * 3
    assert str(cells[0].value).replace("\n", "\r") == text
    assert "<f>" not in _source(data)
    assert 't="e"' not in _source(data)


def test_what_a_spreadsheet_may_misread_is_marked_as_text() -> None:
    data = workbook("Notes", [Heading("Text")], [[text] for text in ("=1+1", "+1", "-1", "@x")])
    assert "quotePrefix" in _source(data, "xl/styles.xml")
    styled = re.findall(r'<c r="A[2-5]" s="([1-9]\d*)"', _source(data))
    assert len(styled) == 4


def test_a_title_cannot_become_a_formula_either() -> None:
    data = register([_line("2026-10", submitted=date(2026, 11, 6), hours="12")], {})
    assert "<f>" not in _source(data)
    assert _sheet(data)["K1"].value == "=HYPERLINK(1) (h/day)"


def test_numbers_and_dates_are_numbers_and_dates() -> None:
    data = workbook("Notes", [Heading("a"), Heading("b"), Heading("c")], [[Decimal("32.45"), 7, date(2026, 11, 6)]])
    number, whole, day = next(_sheet(data).iter_rows(min_row=2))
    assert (number.data_type, float(str(number.value)), whole.value) == ("n", 32.45, 7)
    assert day.value == datetime(2026, 11, 6)  # noqa: DTZ001 - workbooks know no time zone


@pytest.mark.parametrize(
    ("typed", "value"), [("32.4", Decimal("32.4")), ("about 5", "about 5"), ("NaN", "NaN"), ("Infinity", "Infinity")]
)
def test_a_figure_is_a_number_only_if_it_is_one(typed: str, value: Value) -> None:
    assert figure(typed) == value


def test_register_has_a_row_per_month_and_a_column_per_measure() -> None:
    lines = [_line("2026-09", "overdue"), _line("2026-10", submitted=date(2026, 11, 9), nrw="32.4")]
    data = register(lines, {MENTEE: "WASA Faisalabad", MENTOR: "WASA Lahore"})
    first, second = _rows(data)
    assert first[:7] == ("WOP-PK-014", "2026-09", "Overdue", first[3], None, None, None)
    assert second[:3] == ("WOP-PK-014", "2026-10", "Submitted")
    assert second[5:] == (2, 1, "=1+1", "WASA Faisalabad", "WASA Lahore", 32.4)
    assert _sheet(data)["K1"].value == "Non-revenue water (%)"


def test_head_is_frozen_filtered_and_printed_on_each_page() -> None:
    sheet = _sheet(register([_line("2026-09")], {}))
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == "A1:J2"
    assert sheet.print_title_rows in {"1:1", "$1:$1"}
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_printed_page_says_what_it_is_and_as_of_when() -> None:
    sheet = _sheet(register([_line("2026-09")], {}, date(2026, 11, 9)))
    head, foot = sheet.HeaderFooter.oddHeader, sheet.HeaderFooter.oddFooter
    assert head is not None
    assert foot is not None
    assert (head.center.text, head.right.text) == ("Monthly reports", "As of 9 November 2026")
    assert foot.right.text == "Page &P of &N"


def test_states_and_delays_have_colours_that_follow_the_cell() -> None:
    lines = [_line("2026-09", "overdue"), _line("2026-10", submitted=date(2026, 11, 9))]
    rules = {
        (str(place.sqref), str(rule.formula[0])): rule.dxf.fill.bgColor.rgb
        for place in _sheet(register(lines, {})).conditional_formatting
        for rule in place.rules
    }
    assert rules["C2:C3", 'C2="Overdue"'] != rules["C2:C3", 'C2="Accepted"']
    assert ("F2:F3", "N(F2)>0") in rules


def test_an_empty_register_opens() -> None:
    assert _rows(register([], {})) == []


@pytest.mark.parametrize("text", ["a\x00b\x0b", "x" * 40_000, "\ufffe", "پانی کم ہے", "🚰 <&> ]]>"])
def test_what_no_cell_can_hold_does_not_stop_the_workbook(text: str) -> None:
    rows: Sequence[Sequence[Value]] = [[text], ["after"]]
    assert _rows(workbook("Notes", [Heading("Text")], rows))[-1] == ("after",)
