"""Several cells at once: chosen, copied, emptied and filled as in a sheet, each in one step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.form.filling import Filling, filled
from tests.ui.form.page_content import activities, figures, progress, work
from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.ranges import Lay, Range, emptied, filled_down, filled_on, said, spread
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.form.repeat_view import RepeatView
from wopdesk.ui.form.rows import RepeatRow, RepeatTable, read_cells

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIGURES, WORK = "progress/figures", "work/activities"


def opened(page: Filling, path: str) -> RepeatView:
    page.go_to(path)
    return page.findChildren(RepeatEditor)[0].view


def on_figures(qtbot: QtBot, row: int) -> tuple[Filling, RepeatView]:
    page = filled(qtbot, progress())
    return page, opened(page, f"{FIGURES}[{row}]/value")


def on_work(qtbot: QtBot, row: int, name: str) -> tuple[Filling, RepeatView]:
    page = filled(qtbot, replace(work(), parts=(activities(),)))
    return page, opened(page, f"{WORK}[k{row}]/{name}")


def choose(qtbot: QtBot, view: RepeatView, *, down: int = 0, on: int = 0) -> None:
    """With Shift and arrows, from the cell that has the keyboard."""
    for key in [Qt.Key.Key_Down] * down + [Qt.Key.Key_Right] * on:
        qtbot.keyClick(view, key, SHIFT)


def press(view: RepeatView, row: int, column: int, modifier: Qt.KeyboardModifier) -> None:
    pos = view.visualRect(view.model().index(row, column)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, pos)


def test_cells_are_chosen_by_dragging(qtbot: QtBot) -> None:
    _, view = on_work(qtbot, 0, "activity")
    begun, ended = (view.visualRect(view.model().index(row, column)).center() for row, column in ((0, 0), (1, 1)))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begun)
    QTest.mouseMove(view.viewport(), ended)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=ended)
    assert view.chosen() == Range(0, 2, (0, 1))
    assert not view.viewport().findChildren(Editor)


def test_a_press_with_shift_chooses_up_to_there_and_opens_no_list(qtbot: QtBot) -> None:
    _, view = on_work(qtbot, 0, "activity")
    press(view, 2, 0, SHIFT)
    assert view.chosen() == Range(0, 3, (0,))
    assert not view.viewport().findChildren(Editor)
    press(view, 1, 0, Qt.KeyboardModifier.NoModifier)
    assert view.viewport().findChildren(Editor)


def test_a_column_that_is_not_seen_is_not_chosen(qtbot: QtBot) -> None:
    page, view = on_figures(qtbot, 3)
    table = figures()
    rows = tuple(replace(row, cells=(row.cells[0], None, *row.cells[2:])) for row in table.rows)
    page.show_now(replace(page.now, parts=(replace(table, rows=rows),)))
    choose(qtbot, view, on=2)
    assert view.chosen() == Range(3, 1, (0, 2, 3))


def test_where_nothing_is_chosen_it_is_the_cell_with_the_keyboard(qtbot: QtBot) -> None:
    page, view = on_work(qtbot, 1, "done")
    view.clearSelection()
    assert view.chosen() == Range(1, 1, (1,))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert page.told == [(f"{WORK}[k1]/done", "")]


def test_a_screen_reader_is_told_which_cells_are_chosen(qtbot: QtBot) -> None:
    _, view = on_work(qtbot, 0, "done")
    choose(qtbot, view, down=1)
    table = QAccessible.queryAccessibleInterface(view)
    selected = []
    for row in range(3):
        at = view.viewport().mapToGlobal(view.visualRect(view.model().index(row, 1)).center())
        cell = table.childAt(at.x(), at.y())
        assert cell is not None
        selected.append(bool(cell.state().selected))
    assert selected == [True, True, False]


def test_several_cells_are_emptied_in_one_step(qtbot: QtBot) -> None:
    page, view = on_figures(qtbot, 2)
    choose(qtbot, view, down=1, on=1)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert page.told == [("filled", FIGURES, 2, 0, [["", ""], ["", ""]])]


def test_one_cell_is_emptied_as_if_it_was_typed(qtbot: QtBot) -> None:
    page, view = on_figures(qtbot, 2)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert page.told == [(f"{FIGURES}[2]/value", "")]


def test_cells_are_cut(qtbot: QtBot) -> None:
    page, view = on_work(qtbot, 0, "done")
    choose(qtbot, view, down=1)
    qtbot.keyClick(view, Qt.Key.Key_X, CONTROL)
    assert read_cells(QGuiApplication.clipboard().text()) == [["75"], ["62"]]
    assert page.told == [("filled", WORK, 0, 1, [[""], [""]])]


def test_the_first_row_fills_those_below_it(qtbot: QtBot) -> None:
    page, view = on_work(qtbot, 0, "activity")
    choose(qtbot, view, down=2, on=1)
    qtbot.keyClick(view, Qt.Key.Key_D, CONTROL)
    assert page.told == [("filled", WORK, 1, 0, [["a0", "75"], ["a0", "75"]])]


def test_one_row_alone_is_filled_from_above_and_the_first_from_nowhere(qtbot: QtBot) -> None:
    page, view = on_work(qtbot, 1, "done")
    qtbot.keyClick(view, Qt.Key.Key_D, CONTROL)
    assert page.told == [("filled", WORK, 1, 1, [["75"]])]
    page.go_to(f"{WORK}[k0]/done")
    qtbot.keyClick(view, Qt.Key.Key_D, CONTROL)
    assert len(page.told) == 1


def test_the_first_column_fills_those_after_it(qtbot: QtBot) -> None:
    page, view = on_figures(qtbot, 3)
    choose(qtbot, view, down=1, on=4)
    qtbot.keyClick(view, Qt.Key.Key_R, CONTROL)
    table = figures()
    values = [cell.value for row in table.rows[3:5] if (cell := row.cells[0]) is not None]
    assert page.told == [("filled", FIGURES, 3, 1, [[value] * 4 for value in values])]


def test_a_single_value_that_is_pasted_fills_all_that_is_chosen(qtbot: QtBot) -> None:
    page, view = on_work(qtbot, 0, "done")
    choose(qtbot, view, down=2)
    QGuiApplication.clipboard().setText("40\n")
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)
    assert page.told == [("filled", WORK, 0, 1, [["40"]] * 3)]


@pytest.mark.parametrize("back", [False, True])
def test_a_block_is_pasted_where_what_is_chosen_begins(qtbot: QtBot, *, back: bool) -> None:
    page, view = on_work(qtbot, 2 if back else 0, "done")
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Up if back else Qt.Key.Key_Down, SHIFT)
    QGuiApplication.clipboard().setText("40\tA\n50\tB\n")
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)
    assert page.told == [("pasted", WORK, 0, 1, [["40", "A"], ["50", "B"]])]


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Control, CONTROL), (Qt.Key.Key_Shift, SHIFT)])
def test_who_is_led_to_a_cell_with_a_key_held_has_only_that_chosen(
    qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    """As by Ctrl+Y, which brought a row back; what is removed or emptied next is that cell alone."""
    page, view = on_work(qtbot, 0, "done")
    QTest.keyPress(view, key, held)
    assert QGuiApplication.keyboardModifiers() == held
    more = replace(activities().rows[0], id="k9")
    page.findChildren(RepeatEditor)[0].show_table(replace(activities(), rows=(*activities().rows, more)))
    page.go_to(f"{WORK}[k1]/done")
    QTest.keyRelease(view, key)
    chosen = view.chosen()
    assert chosen is not None
    assert (chosen.row, chosen.is_one) == (1, True)


def test_in_a_column_that_nobody_asks_any_more_nothing_is_chosen(qtbot: QtBot) -> None:
    editor = RepeatEditor(activities())
    qtbot.addWidget(editor)
    editor.view.setCurrentIndex(editor.model.place(0, 1))
    rows = (replace(row, cells=(row.cells[0], None, *row.cells[2:])) for row in activities().rows)
    editor.show_table(replace(activities(), rows=tuple(rows)))
    QGuiApplication.clipboard().setText("9")
    with qtbot.assertNotEmitted(editor.pasted), qtbot.assertNotEmitted(editor.filled):
        for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_D, Qt.Key.Key_R, Qt.Key.Key_V):
            qtbot.keyClick(editor.view, key, CONTROL)
    assert QGuiApplication.clipboard().text() == "9"


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_R])
def test_a_letter_typed_with_alt_gr_fills_nothing(qtbot: QtBot, key: Qt.Key) -> None:
    """Windows tells AltGr, by which keyboards of Urdu have more letters, as Ctrl and Alt."""
    page, view = on_work(qtbot, 1, "done")
    qtbot.keyClick(view, key, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert page.told == []


def test_without_rows_nothing_is_chosen(qtbot: QtBot) -> None:
    made = RepeatEditor(RepeatTable("t", "Things", activities().columns))
    qtbot.addWidget(made)
    told: list[object] = []
    made.filled.connect(lambda *lay: told.append(lay))
    for key in (Qt.Key.Key_D, Qt.Key.Key_R, Qt.Key.Key_X):
        qtbot.keyClick(made.view, key, CONTROL)
    qtbot.keyClick(made.view, Qt.Key.Key_Delete)
    assert made.view.chosen() is None
    assert not told


def test_choices_are_copied_in_words_and_filled_as_they_are() -> None:
    table, chosen = activities(), Range(0, 2, (0,))
    label = dict(table.rows[0].cells[0].choices)["a0"] if table.rows[0].cells[0] is not None else ""
    assert said(table, chosen)[0] == [label]
    assert filled_down(table, chosen) == Lay(1, 0, [["a0"]])
    assert filled_on(table, Range(0, 1, (0, 1))) == Lay(0, 1, [[label]])


def test_titles_are_copied_and_never_filled() -> None:
    table = figures()
    assert said(table, Range(0, 1, (-1, 0)))[0][0] == table.rows[0].title
    assert emptied(Range(1, 2, (-1, 0))) == Lay(1, 0, [[""], [""]])
    for fill in (filled_down, filled_on):
        assert fill(table, Range(1, 2, (-1,))) is None
    assert emptied(Range(1, 2, (-1,))) is None
    first = table.rows[1].cells[0]
    assert first is not None
    assert filled_down(table, Range(1, 2, (-1, 0))) == Lay(2, 0, [[first.value]])


def test_the_first_column_has_none_before_it() -> None:
    assert filled_on(figures(), Range(0, 3, (0,))) is None
    assert filled_on(figures(), Range(0, 3, (-1, 0))) is None


def test_a_column_that_is_not_seen_is_passed_over() -> None:
    table = figures()
    rows = tuple(RepeatRow(row.id, (row.cells[0], None, *row.cells[2:]), row.title) for row in table.rows)
    seen = RepeatTable(table.path, table.label, table.columns, rows, heading=table.heading)
    first = table.rows[4].cells[0]
    assert first is not None
    assert filled_on(seen, Range(4, 1, (2,))) == Lay(4, 2, [[first.value]])


@pytest.mark.parametrize(
    ("rows", "columns", "lines", "expected"),
    [
        (3, 2, [["x"]], [["x", "x"]] * 3),
        (4, 1, [["a"], ["b"]], [["a"], ["b"], ["a"], ["b"]]),
        (1, 4, [["a", "b"]], [["a", "b", "a", "b"]]),
        (2, 2, [["a", "b"], ["c", "d"]], None),
        (3, 2, [["a"], ["b"]], None),
        (1, 1, [["x"]], None),
        (1, 1, [["a", "b"]], None),
        (4, 2, [["a", "b"], ["c"]], None),
    ],
)
def test_a_block_is_pasted_as_often_as_it_fits(
    rows: int, columns: int, lines: list[list[str]], expected: list[list[str]] | None
) -> None:
    lay = spread(Range(5, rows, tuple(range(3, 3 + columns))), lines)
    assert (lay.lines if lay else None) == expected
    assert lay is None or (lay.row, lay.column) == (5, 3)
