"""Tables are filled as sheets are."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.form.filling import Filling, filled
from tests.ui.form.page_content import activities, progress, work
from wopdesk.ui.form.cell_paint import INSET
from wopdesk.ui.form.choices_popup import ChoicesEditor
from wopdesk.ui.form.column_widths import Want, standing, widths
from wopdesk.ui.form.notices import problems_of
from wopdesk.ui.form.parts import Page
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.form.rows import RepeatRow, RepeatTable, plain, read_cells, write_cells
from wopdesk.ui.form.search_one import SearchEditor
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.table import HEAD

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\"'"), max_size=12)


def sheet(page: Filling) -> RepeatEditor:
    return page.findChildren(RepeatEditor)[0]


def typed(qtbot: QtBot, page: Filling, text: str, key: Qt.Key) -> None:
    qtbot.keyClicks(page.keyboard(), text[:1])
    qtbot.keyClicks(page.keyboard(), text[1:])
    qtbot.keyClick(page.keyboard(), key)


def at(page: Filling) -> tuple[int, int]:
    index = sheet(page).view.currentIndex()
    return index.row(), index.column()


def test_a_column_is_typed_downwards_with_enter(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    page.go_to("progress/figures[0]/value")
    for text in ("30.9", "84", "13"):
        typed(qtbot, page, text, Qt.Key.Key_Return)
    told = [("progress/figures[0]/value", "30.9"), ("progress/figures[1]/value", "84")]
    assert page.told == [*told, ("progress/figures[2]/value", "13")]
    assert at(page) == (3, 1)
    assert page.keyboard() is sheet(page).view


def test_arrows_end_a_figure_and_go_on_as_in_excel(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    page.go_to("progress/figures[2]/value")
    typed(qtbot, page, "14", Qt.Key.Key_Up)
    typed(qtbot, page, "85", Qt.Key.Key_Down)
    assert page.told == [("progress/figures[2]/value", "14"), ("progress/figures[1]/value", "85")]
    assert at(page) == (2, 1)


def test_tab_goes_from_cell_to_cell_that_can_be_filled_and_then_on(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    page.go_to("progress/figures[4]/value")
    there = []
    for _ in range(3):
        qtbot.keyClick(page.keyboard(), Qt.Key.Key_Tab)
        there.append(at(page))
    assert there == [(4, 5), (5, 1), (5, 1)]
    assert page.keyboard().accessibleName().startswith("Water produced")
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Backtab)
    assert at(page) == (5, 1)
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Backtab)
    assert at(page) == (4, 5)


def test_a_table_is_left_at_once_with_control_and_tab(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    page.go_to("progress/figures[0]/value")
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.keyboard().accessibleName().startswith("Water produced")


def test_a_cell_is_typed_while_others_change(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    page.go_to("progress/figures[0]/value")
    qtbot.keyClicks(page.keyboard(), "3")
    line = page.keyboard()
    assert isinstance(line, QLineEdit)
    table = page.now.parts[0]
    assert isinstance(table, RepeatTable)
    first = table.rows[0]
    asked = replace(first, cells=(*first.cells[:4], Question("progress/figures[0]/remark", "text")))
    page.show_now(replace(page.now, parts=(replace(table, rows=(asked, *table.rows[1:])), *page.now.parts[1:])))
    qtbot.keyClicks(line, "0")
    assert line.text() == "30"
    assert page.keyboard() is line


def test_columns_that_no_row_asks_take_no_room(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    table = page.now.parts[0]
    assert isinstance(table, RepeatTable)
    view = sheet(page).view
    assert not view.isColumnHidden(5)
    rows = tuple(replace(row, cells=(*row.cells[:4], None)) for row in table.rows)
    page.show_now(replace(page.now, parts=(replace(table, rows=rows), *page.now.parts[1:])))
    assert view.isColumnHidden(5)
    assert sum(view.columnWidth(column) for column in range(5)) == view.width() - 2


def test_a_column_that_is_asked_instead_of_one_as_wide_fills_its_room(qtbot: QtBot) -> None:
    columns = (Question("a", "decimal", "Sample"), Question("b", "text", "Words"), Question("c", "text", "Words"))
    figure, one, other = (replace(column, path=f"t[r]/{column.path}") for column in columns)
    made = RepeatEditor(RepeatTable("t", "T", columns, (RepeatRow("r", (figure, one, None)),)))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.show_table(RepeatTable("t", "T", columns, (RepeatRow("r", (figure, None, other)),)))
    assert [made.view.isColumnHidden(column) for column in range(3)] == [False, True, False]
    assert made.view.columnWidth(0) + made.view.columnWidth(2) == made.view.width() - 2


def test_a_table_shares_its_width_anew_and_measures_nothing_when_it_only_becomes_higher(qtbot: QtBot) -> None:
    made = RepeatEditor(activities())
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.view.setRowHeight(0, 99)  # no height of ours, so that it is seen when rows are measured
    made.resize(600, 640)
    assert made.view.rowHeight(0) == 99
    made.resize(640, 640)
    assert made.view.rowHeight(0) < 99
    assert sum(made.view.columnWidth(column) for column in range(3)) == made.view.width() - 2


def test_a_problem_is_told_below_with_the_names_of_its_row_and_column(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    seen = [words.text() for words in page.findChildren(QLabel) if words.isVisible()]
    assert (
        "Collection efficiency (%), October 2026: More than 100 %: check the figure, or say why under Remark." in seen
    )
    assert "Collection efficiency (%), October 2026: More" in sheet(page).view.accessibleDescription()


def test_a_remark_on_a_cell_is_told_below_with_its_reviewer(qtbot: QtBot) -> None:
    asked = (Question("t[a]/v", "text", value="Pump", remark="Which one?", reviewer="Sample Reviewer"),)
    table = RepeatTable("t", "Things", (Question("v", "text", "Thing"),), (RepeatRow("a", asked),))
    page = filled(qtbot, Page("p", "Page", parts=(table,)))
    seen = [words.text() for words in page.findChildren(QLabel) if words.isVisible()]
    assert "Sample Reviewer" in seen
    assert "Pump, Thing: Which one?" in seen


def test_cells_are_copied_as_excel_reads_them(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    page.go_to("progress/figures[3]/value")
    view = sheet(page).view
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "420100\t401000\t366250\n\t64\t40\n"


def test_what_is_pasted_on_titles_leaves_them_out(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    page.go_to("progress/figures[0]/value")
    view = sheet(page).view
    view.setCurrentIndex(sheet(page).model.index(1, 0))
    QGuiApplication.clipboard().setText("Collection efficiency\t84\nHours\t13\n")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.told == [("pasted", "progress/figures", 1, 0, [["84"], ["13"]])]


def test_several_lines_are_written_in_a_cell(qtbot: QtBot) -> None:
    page = filled(qtbot, work())
    page.go_to("work/activities[k1]/description")
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_F2)
    text = page.keyboard()
    assert isinstance(text, QPlainTextEdit)
    text.selectAll()
    qtbot.keyClicks(text, "One.")
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(text, "Two.")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert page.told[-1] == ("work/activities[k1]/description", "One.\nTwo.")
    assert at(page) == (2, 2)
    assert sheet(page).view.rowHeight(1) > sheet(page).view.rowHeight(2)


def test_a_row_that_was_asked_for_gets_the_keyboard(qtbot: QtBot) -> None:
    page = filled(qtbot, work())
    page.go_to("work/activities[k0]/done")
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Insert)
    assert page.told[-1] == ("row_wanted", "work/activities")
    table = page.now.parts[0]
    assert isinstance(table, RepeatTable)
    fresh = tuple(replace(cell, path=cell.path.replace("k2", "k3"), value="") for cell in table.rows[2].cells if cell)
    rows = (*table.rows, RepeatRow("k3", fresh))
    page.show_now(replace(page.now, parts=(replace(table, rows=rows), *page.now.parts[1:])))
    assert at(page) == (3, 0)
    assert page.keyboard() is sheet(page).view


def test_a_statement_is_ticked_with_the_space_bar(qtbot: QtBot) -> None:
    cells = (Question("t[a]/ok", "acknowledge"),)
    table = RepeatTable("t", "Things", (Question("ok", "acknowledge", "Seen"),), (RepeatRow("a", cells, "Pump"),))
    page = filled(qtbot, Page("p", "Page", parts=(table,)))
    page.go_to("t[a]/ok")
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Space)
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Space)
    assert page.told == [("t[a]/ok", "OK"), ("t[a]/ok", "")]


def test_a_choice_of_a_cell_is_opened_and_taken_by_keyboard(qtbot: QtBot) -> None:
    page = filled(qtbot, work())
    page.go_to("work/activities[k1]/activity")
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Space)
    (choices,) = sheet(page).view.findChildren(Combo)
    assert choices.view().isVisible()
    qtbot.keyClick(choices.view(), Qt.Key.Key_Down)
    qtbot.keyClick(choices.view(), Qt.Key.Key_Return)
    qtbot.keyClick(choices, Qt.Key.Key_Return)
    assert page.told[-1] == ("work/activities[k1]/activity", "a2")
    assert at(page) == (2, 0)
    assert page.keyboard() is sheet(page).view


def test_the_space_bar_opens_the_boxes_of_a_cell_and_enter_closes_them(qtbot: QtBot) -> None:
    choices = (("p", "Pumps"), ("v", "Valves"))
    cells = (Question("t[a]/what", "select_multiple", "What", choices=choices),)
    table = RepeatTable("t", "Things", (Question("what", "select_multiple", "What"),), (RepeatRow("a", cells, "A"),))
    page = filled(qtbot, Page("p", "Page", parts=(table,)))
    page.go_to("t[a]/what")
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Space)
    cell = sheet(page).view.findChildren(ChoicesEditor)[0]
    box: QWidget = cell.boxes.ticks["p"]
    assert box.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert not box.isVisible()


@pytest.mark.parametrize(
    ("kind", "key", "held"),
    [
        ("select_multiple", Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        ("select_multiple", Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier),
        ("select_multiple", Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        ("select_multiple", Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        ("select_one", Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_the_keys_of_excel_open_what_there_is_to_choose_from(
    qtbot: QtBot, kind: str, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    choices = (("p", "Pumps"), ("v", "Valves"))
    rows = tuple(RepeatRow(name, (Question(f"t[{name}]/what", kind, "What", choices=choices),)) for name in "ab")
    page = filled(qtbot, Page("p", "Page", parts=(RepeatTable("t", "T", (Question("what", kind, "What"),), rows),)))
    page.go_to("t[a]/what")
    qtbot.keyClick(page.keyboard(), key, held)
    opened: QWidget | None = QApplication.activePopupWidget()
    assert opened is not None
    for _ in range(2):  # what is opened is closed; then one goes on
        inner: QWidget | None = opened.focusWidget()
        qtbot.keyClick((inner or opened) if opened.isVisible() else page.keyboard(), Qt.Key.Key_Return)
    assert not opened.isVisible()
    assert at(page) == (1, 0)


def searching(qtbot: QtBot) -> tuple[Filling, SearchEditor]:
    """A page, and on it a narrow cell in which one of many long choices is searched for."""
    choices = tuple((f"c{number}", f"Water coverage by connections of kind {number}") for number in range(20))
    cells = (Question("t[a]/what", "select_one", "What", choices=choices), Question("t[a]/more", "text", "More"))
    columns = (Question("what", "select_one", "What"), Question("more", "text", "More"))
    page = filled(qtbot, Page("p", "Page", parts=(RepeatTable("t", "T", columns, (RepeatRow("a", cells, "A"),)),)))
    page.go_to("t[a]/what")
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Space)
    (cell,) = sheet(page).view.findChildren(SearchEditor)
    return page, cell


def test_of_words_longer_than_their_cell_the_beginning_is_seen_after_they_were_taken(qtbot: QtBot) -> None:
    _page, cell = searching(qtbot)
    qtbot.keyClick(cell.list, Qt.Key.Key_Return)
    assert cell.line.text() == cell.line.selectedText() == cell.question.choices[0][1]
    cell.line.grab()  # what is painted follows the keyboard
    assert cell.line.cursorPositionAt(QPoint(12, cell.line.height() // 2)) <= 1


def test_many_choices_of_a_narrow_cell_can_be_read(qtbot: QtBot) -> None:
    _page, cell = searching(qtbot)
    assert cell.list.isVisible()
    assert cell.list.viewport().width() >= cell.list.sizeHintForColumn(0) > cell.width()


def test_what_was_pasted_and_is_no_choice_stands_as_it_was_written() -> None:
    assert plain(Question("t[a]/what", "select_one", "What", value="Step test in zone 5")) == "Step test in zone 5"


def test_several_choices_of_a_cell_are_ticked_in_a_window_of_their_own(qtbot: QtBot) -> None:
    choices = (("p", "Pumps"), ("v", "Valves"))
    cells = (Question("t[a]/what", "select_multiple", "What", choices=choices),)
    table = RepeatTable("t", "Things", (Question("what", "select_multiple", "What"),), (RepeatRow("a", cells, "A"),))
    page = filled(qtbot, Page("p", "Page", parts=(table,)))
    page.go_to("t[a]/what")
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_F2)
    cell = sheet(page).view.findChildren(ChoicesEditor)[0]
    qtbot.keyClick(cell.line, Qt.Key.Key_Down)
    box: QWidget = cell.boxes.ticks["v"]
    assert box.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.keyClick(cell.line, Qt.Key.Key_Return)
    assert page.told == [("t[a]/what", "v")]
    assert sheet(page).view.state() != QAbstractItemView.State.EditingState


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=4))
def test_cells_are_the_same_after_copying_and_pasting(cells: list[list[str]]) -> None:
    assert read_cells(write_cells(cells)) == cells


WANTS = st.lists(
    st.builds(
        lambda least, more, grows: Want(least, least + more, grows),
        st.integers(10, 200),
        st.integers(0, 400),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


@given(st.lists(st.integers(40, 340), min_size=2, max_size=8), st.integers(50, 1200))
def test_a_table_wider_than_its_room_begins_with_whole_columns(made: list[int], room: int) -> None:
    assume(sum(made) > room)
    stood = standing(made, room)
    assert stood[0] == made[0]
    assert all(now >= before for now, before in zip(stood, made, strict=True))
    if made[0] + made[1] <= room:
        assert room in accumulate(stood)


@example([*[Want(10, 10)] * 3, Want(96, 96), *[Want(200, 201)] * 4], 927)
@given(WANTS, st.integers(0, 2000))
def test_columns_fill_the_room_and_none_is_less_than_its_least(wants: list[Want], room: int) -> None:
    made = widths(wants, room)
    assert all(width >= want.least for width, want in zip(made, wants, strict=True))
    assert sum(made) == max(room, sum(want.least for want in wants))


@pytest.mark.parametrize("text", ["a\tb", "a\tb\n", "a\tb\r\n"])
def test_an_empty_last_line_is_no_row(text: str) -> None:
    assert read_cells(text) == [["a", "b"]]


def test_the_words_above_a_column_take_lines_instead_of_being_cut(qtbot: QtBot) -> None:
    names = ("Short", "Description of all the work that was done", "Others who take part in it")
    columns = tuple(Question(f"w/{number}", "text", name) for number, name in enumerate(names))
    cells = tuple(replace(column, path=f"w[a]/{number}") for number, column in enumerate(columns))
    page = filled(qtbot, Page("w", "Work", parts=(RepeatTable("w", "Work", columns, (RepeatRow("a", cells),)),)), 460)
    view = sheet(page).view
    head = view.horizontalHeader()
    for number, name in enumerate(names):
        room = view.columnWidth(number) - 2 * INSET
        needed = head.fontMetrics().boundingRect(0, 0, room, 999, Qt.TextFlag.TextWordWrap.value, name)
        assert needed.height() <= head.height()
        assert needed.width() <= room
    assert head.height() > HEAD


def test_days_of_a_table_are_told_as_people_write_them(qtbot: QtBot) -> None:
    columns = (Question("w/since", "date", "Since"), Question("w/at", "datetime", "At"))
    cells = (
        Question("w[a]/since", "date", "Since", value="2026-10-31", problem="Sample problem"),
        Question("w[a]/at", "datetime", "At", value="2026-10-31T14:30:00.000+05:00"),
    )
    table = RepeatTable("w", "Work", columns, (RepeatRow("a", cells),))
    page = filled(qtbot, Page("w", "Work", parts=(table,)))
    model = sheet(page).model
    assert [model.words(0, column) for column in (0, 1)] == ["31 Oct 2026", "31 Oct 2026 14:30"]
    assert problems_of(table) == ["31 Oct 2026, Since: Sample problem"]
