import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.gallery_content import COLUMNS, rows
from wopdesk.ui.widgets.cells import Column, Text, sort_key
from wopdesk.ui.widgets.column_room import lowered, shared
from wopdesk.ui.widgets.table import Table


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    made = Table("Activities", COLUMNS)
    qtbot.addWidget(made)
    made.show_rows(rows())
    made.show()
    return made


def column(table: Table, number: int) -> list[str]:
    return [str(table.rows.index(row, number).data()) for row in range(table.rows.rowCount())]


def test_the_model_keeps_qts_contract(table: Table) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(table.rows, mode)
    table.sort_by(1)
    table.show_rows(rows()[:2])
    assert tester.model() is table.rows


def test_words_that_are_cut_are_told_whole_to_who_points_at_them(qtbot: QtBot) -> None:
    table = Table("Titles", (Column("Title", width=120),))
    qtbot.addWidget(table)
    table.show_rows([[Text("Short")], [Text("Sample: longer hours of supply in the pilot area")]])
    table.resize(122, 200)
    table.show()
    assert [pointed(table, row) for row in (0, 1)] == ["", "Sample: longer hours of supply in the pilot area"]


def pointed(table: Table, row: int) -> str:
    """What is told beside the pointer when it rests on a cell."""
    at = table.visualRect(table.rows.index(row, 0)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at))
    QApplication.sendEvent(table.viewport(), event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_figures_sort_as_figures_and_once_more_turns_round(table: Table) -> None:
    table.sort_by(1)
    assert column(table, 1) == ["25%", "62%", "75%", "100%"]
    table.sort_by(1)
    assert column(table, 1) == ["100%", "75%", "62%", "25%"]
    assert table.rows.headerData(1, Qt.Orientation.Horizontal) == "Progress ↓"


def test_by_keyboard_one_sorts_and_opens_the_row_that_was_given(table: Table, qtbot: QtBot) -> None:
    qtbot.keyClick(table, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    table.setCurrentIndex(table.rows.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [2]


def test_what_is_chosen_stays_chosen_when_sorting(table: Table) -> None:
    table.setCurrentIndex(table.rows.index(0, 0))
    table.sort_by(2)
    assert table.currentIndex().data() == "Baseline water balance"


def test_figures_stand_at_the_end_and_words_at_the_start(table: Table) -> None:
    side = Qt.ItemDataRole.TextAlignmentRole
    assert table.rows.index(0, 2).data(side) & Qt.AlignmentFlag.AlignRight
    assert table.rows.index(0, 0).data(side) & Qt.AlignmentFlag.AlignLeft


@given(st.lists(st.one_of(st.text(), st.floats(allow_nan=False)), max_size=8))
def test_any_cells_can_be_sorted_and_empty_ones_come_last(values: list[str | float]) -> None:
    cells = sorted((Text(str(value), value) for value in values), key=sort_key)
    empty = [cell.sort == "" for cell in cells]
    assert empty == sorted(empty)


widths = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), min_size=1, max_size=9)


@given(widths)
def test_columns_together_are_as_wide_as_before_and_none_is_cut_for_another(columns: list[tuple[int, int]]) -> None:
    usual, needed = [width for width, _ in columns], [need for _, need in columns]
    made = shared(usual, needed)
    assert sum(made) == sum(usual)
    for width, before, need in zip(made, usual, needed, strict=True):
        assert min(before, need) <= width <= max(before, need)
    cut = any(width < need for width, need in zip(made, needed, strict=True))
    room = any(width > need for width, need in zip(made, needed, strict=True))
    assert not (cut and room)


@given(st.lists(st.integers(0, 400), max_size=9), st.integers(0, 900), st.integers(0, 200))
def test_what_is_lacking_comes_from_the_widest_and_leaves_the_least(wide: list[int], lack: int, least: int) -> None:
    made = lowered(wide, lack, least)
    taken = sum(wide) - sum(made)
    assert all(min(before, least) <= after <= before for before, after in zip(wide, made, strict=True))
    assert taken >= min(lack, sum(max(0, width - least) for width in wide))
    cut = [after for before, after in zip(wide, made, strict=True) if after < before]
    assert all(after >= max(made) for after in cut)


def test_in_a_narrow_table_the_main_column_can_still_be_read(qtbot: QtBot) -> None:
    columns = (Column("Code", width=150), Column("Office"), Column("Role", width=150), Column("Heard", width=150))
    made = Table("Sample", columns)
    qtbot.addWidget(made)
    made.resize(480, 200)
    made.show()
    made.show_rows([[Text("wasa-faisalabad"), Text("WASA Sample"), Text("Mentee"), Text("4 Nov 2026")]])
    assert made.columnWidth(1) > made.fontMetrics().horizontalAdvance("WASA Sample")


def test_a_spare_column_gives_way_where_words_would_be_cut_and_comes_back(qtbot: QtBot) -> None:
    columns = (Column("Office"), Column("Code", width=150, spare=True), Column("Last heard from", width=120))
    made = Table("Sample", columns)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    made.show_rows([[Text("WASA Sample town"), Text("wasa-sample-town"), Text("4 Nov 2026")]])
    assert made.isColumnHidden(1)
    assert made.columnWidth(0) > made.fontMetrics().horizontalAdvance("WASA Sample town")
    assert made.columnWidth(0) + made.columnWidth(2) == made.viewport().width()
    made.resize(600, 200)
    assert not made.isColumnHidden(1)
    assert made.columnWidth(1) > made.fontMetrics().horizontalAdvance("wasa-sample-town")
    assert sum(made.columnWidth(number) for number in range(3)) == made.viewport().width()
    made.resize(300, 200)
    assert made.isColumnHidden(1)


def test_words_are_not_cut_beside_empty_room(qtbot: QtBot) -> None:
    columns = (Column("Code", width=200), Column("Title"), Column("Step", width=60))
    made = Table("Sample", columns)
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    made.show_rows([[Text(""), Text("Sample"), Text("3.2.2 Work plan implementation")]])
    assert made.columnWidth(2) > made.fontMetrics().horizontalAdvance("3.2.2 Work plan implementation")
    made.setColumnWidth(0, 90)  # somebody draws it otherwise
    made.show_rows([[Text("A code that is longer than that"), Text("Sample"), Text("3.1.1")]])
    assert made.columnWidth(0) == 90


def test_a_table_of_one_row_can_end_below_it(table: Table) -> None:
    table.show_rows(rows()[:1])
    assert table.minimumSizeHint().height() <= table.sizeHint().height()


def test_where_the_main_column_cannot_be_read_spare_ones_are_left_out_until_there_is_room(
    qtbot: QtBot,
) -> None:
    columns = (
        Column("Document"),
        Column("From", width=150, spare=True),
        Column("Version", "end", 80, spare=True),
        Column("Date", "end", 110),
    )
    made = Table("Sample", columns)
    qtbot.addWidget(made)
    made.resize(380, 200)
    made.show()
    made.show_rows([[Text("Monthly report, September 2026"), Text("WASA Sample"), Text("2"), Text("21 Oct 2026")]])
    assert [made.isColumnHidden(number) for number in range(4)] == [False, True, True, False]
    assert made.columnWidth(0) > made.fontMetrics().horizontalAdvance("Monthly report, Sept")
    made.resize(440, 200)
    assert [made.isColumnHidden(number) for number in range(4)] == [False, False, True, False]
    made.resize(800, 200)
    assert not any(made.isColumnHidden(number) for number in range(4))
