from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.gallery_content import repeat
from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.notices import problems_of
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.form.repeat_model import RepeatModel
from wopdesk.ui.form.rows import RepeatRow, RepeatTable


@pytest.fixture
def made(qtbot: QtBot) -> RepeatEditor:
    made = RepeatEditor(repeat())
    qtbot.addWidget(made)
    made.resize(700, 220)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.view.setFocus()
    return made


def answered(table: RepeatTable, path: str, value: str) -> RepeatTable:
    rows = tuple(
        RepeatRow(
            row.id, tuple(cell and (replace(cell, value=value) if cell.path == path else cell) for cell in row.cells)
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


def test_the_model_keeps_qts_contract() -> None:
    model = RepeatModel(repeat())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_table(answered(repeat(), "f[0]/value", "30"))
    model.show_table(replace(repeat(), rows=repeat().rows[:1]))
    assert tester.model() is model


def test_a_column_is_filled_by_keyboard_alone(made: RepeatEditor, qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    made.changed.connect(lambda path, text: told.append((path, text)))
    made.view.setCurrentIndex(made.model.index(0, 2))
    qtbot.keyClick(made.view, Qt.Key.Key_F2)
    (cell,) = made.view.findChildren(Editor)
    line = cell.findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "30.2")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert told == [("f[0]/value", "30.2")]


def test_escape_leaves_the_answer_as_it_was(made: RepeatEditor, qtbot: QtBot) -> None:
    told: list[str] = []
    made.changed.connect(lambda path, text: told.append(path + text))
    made.view.setCurrentIndex(made.model.index(0, 2))
    qtbot.keyClick(made.view, Qt.Key.Key_F2)
    line = made.view.findChildren(Editor)[0].findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "9")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not told


def test_delete_empties_a_cell_but_never_what_may_not_be_changed(made: RepeatEditor, qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    made.changed.connect(lambda path, text: told.append((path, text)))
    for column in (0, 1, 2):
        made.view.setCurrentIndex(made.model.index(1, column))
        qtbot.keyClick(made.view, Qt.Key.Key_Delete)
    assert told == [("f[1]/value", "")]


def test_rows_are_asked_for_and_dropped_by_keyboard(made: RepeatEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(made.row_wanted):
        qtbot.keyClick(made.view, Qt.Key.Key_Insert)
    made.view.setCurrentIndex(made.model.index(2, 2))
    with qtbot.waitSignal(made.rows_dropped) as told:
        qtbot.keyClick(made.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [["row2"]]


def test_all_rows_that_are_chosen_are_dropped_at_once(made: RepeatEditor, qtbot: QtBot) -> None:
    told: list[list[str]] = []
    made.rows_dropped.connect(told.append)
    made.view.setCurrentIndex(made.model.index(1, 2))
    qtbot.keyClick(made.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(made.drop, Qt.MouseButton.LeftButton)
    made.view.setFocus()
    qtbot.keyClick(made.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert told == [["row1", "row2"]] * 2
    made.show_table(replace(repeat(), rows=repeat().rows[:1]))
    assert made.view.currentIndex() == made.model.index(0, 2)


def test_rows_that_come_from_elsewhere_stay(made: RepeatEditor, qtbot: QtBot) -> None:
    made.show_table(replace(repeat(), fixed=True))
    told: list[bool] = []
    made.row_wanted.connect(lambda: told.append(True))
    made.rows_dropped.connect(lambda: told.append(True))
    made.view.setCurrentIndex(made.model.index(0, 2))
    qtbot.keyClick(made.view, Qt.Key.Key_Insert)
    qtbot.keyClick(made.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert not told
    assert not made.add.isVisible()


def test_what_is_pasted_is_told_as_cells(made: RepeatEditor, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("30\tMeasured\n84\tMeasured\n")
    made.view.setCurrentIndex(made.model.index(0, 2))
    with qtbot.waitSignal(made.pasted) as told:
        qtbot.keyClick(made.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [0, 2, [["30", "Measured"], ["84", "Measured"]]]


def test_an_open_cell_stays_open_while_the_record_changes(made: RepeatEditor) -> None:
    made.view.setCurrentIndex(made.model.index(0, 2))
    made.view.edit(made.model.index(0, 2))
    made.show_table(answered(repeat(), "f[1]/value", "84"))
    assert made.view.state() == QAbstractItemView.State.EditingState
    assert made.model.index(1, 2).data() == "84"


def test_a_cell_that_is_not_asked_says_so(made: RepeatEditor) -> None:
    table = repeat()
    first = table.rows[0]
    made.show_table(replace(table, rows=(RepeatRow(first.id, (*first.cells[:3], None)), *table.rows[1:])))
    index = made.model.index(0, 3)
    assert index.data() is None
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "not asked"
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable


def test_problems_are_told_at_the_cell(made: RepeatEditor) -> None:
    assert made.model.index(1, 2).data(Qt.ItemDataRole.ToolTipRole) == "Above 100 %"
    assert made.model.index(1, 2).data() == "840"
    assert made.model.index(0, 3).data() == "Measured"


def test_a_day_that_its_month_has_not_is_told_below_the_table(qtbot: QtBot) -> None:
    day = Question("f[0]/day", "date", "Day", value="31/9/2026", problem="Choose a date.")
    table = RepeatTable("f", "Days", (replace(day, path="f/day"),), (RepeatRow("0", (day,)),))
    editor = RepeatEditor(table)
    qtbot.addWidget(editor)
    assert problems_of(editor.model.table) == ["31/9/2026, Day: September 2026 has 30 days."]
    editor.show_table(table)
    assert "September 2026 has 30 days." in str(
        editor.model.data(editor.model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    )


def empty(*labels: str) -> RepeatTable:
    columns = tuple(Question(f"f/{number}", "text", label) for number, label in enumerate(labels))
    return RepeatTable("f", "Sample rows", columns)


def growing(qtbot: QtBot, table: RepeatTable) -> RepeatEditor:
    """An editor of a table that gets its rows, as the record gives them."""
    made = RepeatEditor(table)
    row = RepeatRow("0", tuple(replace(one, path=f"f[0]/{one.path}") for one in table.columns))
    made.row_wanted.connect(lambda: made.show_table(replace(table, rows=(row,))))
    qtbot.addWidget(made)
    made.resize(700, 220)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.view.setFocus()
    return made


def test_a_double_click_in_an_empty_table_begins_its_first_row(qtbot: QtBot) -> None:
    made = growing(qtbot, empty("What", "When"))
    qtbot.mouseDClick(made.view.viewport(), Qt.MouseButton.LeftButton)
    assert made.model.rowCount() == 1
    assert made.view.currentIndex() == made.model.index(0, 0)


def test_what_is_typed_into_an_empty_table_goes_into_its_first_row(qtbot: QtBot) -> None:
    made = growing(qtbot, empty("What", "When"))
    told: list[tuple[str, str]] = []
    made.changed.connect(lambda path, text: told.append((path, text)))
    qtbot.keyClicks(made.view, "L")
    (cell,) = made.view.findChildren(Editor)
    line = cell.findChildren(QLineEdit)[0]
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert [text for _, text in told] == ["L"]


def test_in_a_fixed_table_without_rows_nothing_begins_one(qtbot: QtBot) -> None:
    made = growing(qtbot, replace(empty("What", "When"), fixed=True))
    qtbot.mouseDClick(made.view.viewport(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(made.view, "L")
    assert made.model.rowCount() == 0


def test_a_long_heading_has_all_the_height_that_it_needs(qtbot: QtBot) -> None:
    long = "By the guidelines this is paid by somebody else. Why is it different here, and which clause says so?"
    made = growing(qtbot, empty(*[long] * 6))
    made.ask_for_row()
    head = made.view.horizontalHeader()
    metrics = QFontMetrics(head.font())
    needed = metrics.boundingRect(0, 0, made.view.columnWidth(0) - 20, 9999, Qt.TextFlag.TextWordWrap, long)
    assert head.height() >= needed.height()


def test_among_very_many_rows_each_has_the_height_of_its_words(qtbot: QtBot) -> None:
    table = empty("What", "When")
    long = "Sample words that need several lines of a column, however wide it may be. " * 6
    rows = (
        RepeatRow(str(at), tuple(replace(one, value=long if at == 333 else "Sample") for one in table.columns))
        for at in range(500)
    )
    made = growing(qtbot, replace(table, rows=tuple(rows)))
    assert made.view.rowHeight(333) > made.view.rowHeight(332)
    assert made.view.columnWidth(0) + made.view.columnWidth(1) <= made.view.width()


def test_a_row_that_moved_has_the_height_of_its_words(qtbot: QtBot) -> None:
    table = empty("What", "When")
    long = "Sample words that need several lines of a column, however wide it may be. " * 6
    high, low, last = (
        RepeatRow(name, tuple(replace(one, value=said) for one in table.columns))
        for name, said in (("high", long), ("low", "Sample"), ("last", "Sample"))
    )
    made = growing(qtbot, replace(table, rows=(high, low, last)))
    made.show_table(replace(table, rows=(low, high, last)))
    assert made.view.rowHeight(1) > made.view.rowHeight(0) == made.view.rowHeight(2)
