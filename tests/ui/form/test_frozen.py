"""What names the rows of a wide table stays in view while the rest of it is scrolled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.form.filling import Filling, filled, with_answer
from tests.ui.form.wide_content import planned, wide
from tests.ui.gallery import grabbed
from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.form.repeat_view import RepeatView
from wopdesk.ui.i18n import Language
from wopdesk.ui.theme.appearance import Appearance, wear

RIGHT, LEFT, SHIFT = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier
LAST = len(planned().columns) - 1


@pytest.fixture(params=["en", "ur"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    """Each, since what stays is at the right in Urdu."""
    spoken: Language = request.param
    wear(qapp, Appearance("light", spoken))
    yield spoken
    QToolTip.hideText()


def opened(qtbot: QtBot, width: int = 860) -> tuple[Filling, RepeatView]:
    """A page with the wide table, which has the keyboard in its first cell."""
    page = filled(qtbot, wide(), width=width)
    view = page.findChildren(RepeatEditor)[0].view
    page.go_to("plan/activities[k0]/title")
    assert view.horizontalScrollBar().maximum() > 0
    return page, view


def alone(qtbot: QtBot, width: int) -> RepeatEditor:
    """The wide table without a page, which would never be as wide as it."""
    made = RepeatEditor(planned())
    qtbot.addWidget(made)
    made.resize(width, 700)
    made.show()
    QApplication.processEvents()
    return made


def scrolled(view: RepeatView) -> None:
    """To its end."""
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    QApplication.processEvents()


def kept(view: RepeatView) -> QImage:
    """How the columns that stay look, without the line at their end."""
    area = view.frozen.area().adjusted(1, 0, -1, 0).translated(view.viewport().pos())
    QApplication.processEvents()
    return grabbed(view).copy(QRect(area.left(), 0, area.width(), area.bottom()))


def pressed(view: RepeatView, row: int, column: int) -> None:
    """Press a cell where it is seen."""
    area = view.visualRect(view.model().index(row, column))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())


@pytest.mark.usefixtures("language")
def test_what_names_the_rows_looks_the_same_however_far_one_scrolls(qtbot: QtBot) -> None:
    _, view = opened(qtbot)
    view.setCurrentIndex(view.model().index(0, LAST))
    view.horizontalScrollBar().setValue(0)
    before = kept(view)
    scrolled(view)
    assert kept(view) == before
    view.horizontalScrollBar().setValue(37)
    assert kept(view) == before


def test_a_table_that_has_room_moves_nothing_and_has_no_numbers(qtbot: QtBot) -> None:
    view = alone(qtbot, width=1600).view
    assert not view.frozen
    assert not view.verticalHeader().isVisible()


def test_where_there_is_little_room_only_the_name_stays_and_in_less_nothing(qtbot: QtBot) -> None:
    table = alone(qtbot, width=800)
    seen = []
    for width in (800, 360, 320):
        table.resize(width, 700)
        QApplication.processEvents()
        seen.append((bool(table.view.frozen), table.view.verticalHeader().isVisible()))
    assert seen == [(True, True), (True, False), (False, False)]


def test_what_stays_never_takes_more_than_two_fifths(qtbot: QtBot) -> None:
    page, view = opened(qtbot)
    for width in range(340, 1000, 20):
        page.resize(width, 700)
        QApplication.processEvents()
        numbers = view.verticalHeader()
        beside = numbers.width() if numbers.isVisible() else 0
        assert view.frozen.area().width() + beside <= 0.4 * view.width()


@pytest.mark.usefixtures("language")
def test_the_cell_with_the_keyboard_is_never_beneath_what_stays(qtbot: QtBot) -> None:
    _, view = opened(qtbot)
    onward, back = (LEFT, RIGHT) if view.isRightToLeft() else (RIGHT, LEFT)
    for key in (*[onward] * LAST, *[back] * (LAST - 1)):
        qtbot.keyClick(view, key)
        cell = view.visualRect(view.currentIndex())
        assert view.viewport().rect().contains(cell)
        assert not view.frozen.area().intersects(cell)
    assert view.currentIndex().column() == 1


@pytest.mark.usefixtures("language")
def test_going_down_the_column_that_stays_scrolls_nothing(qtbot: QtBot) -> None:
    _, view = opened(qtbot)
    scrolled(view)
    far = view.horizontalScrollBar().value()
    pressed(view, 1, 0)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (2, 0)
    assert view.horizontalScrollBar().value() == far


@pytest.mark.usefixtures("language")
def test_what_stays_is_written_where_it_is_seen(qtbot: QtBot) -> None:
    page, view = opened(qtbot)
    scrolled(view)
    pressed(view, 1, 0)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    (cell,) = view.viewport().findChildren(Editor)
    assert view.frozen.area().contains(cell.geometry())
    qtbot.keyClicks(page.keyboard(), " anew")
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Return)
    path, value = page.told[-1]
    assert path == "plan/activities[k1]/title"
    assert value == "anew"


@pytest.mark.usefixtures("language")
def test_a_cell_that_is_written_goes_beneath_what_stays(qtbot: QtBot) -> None:
    page, view = opened(qtbot)
    page.go_to("plan/activities[k0]/party")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    (cell,) = view.viewport().findChildren(Editor)
    assert cell.geometry() == view.visualRect(view.currentIndex())
    before, whole = kept(view), grabbed(view)
    bar = view.horizontalScrollBar()
    for far in range(20, bar.maximum(), 20):
        bar.setValue(far)
        assert kept(view) == before
    bar.setValue(0)
    assert grabbed(view) == whole


def begun(qtbot: QtBot, view: RepeatView) -> Editor:
    """A cell that is being written, half of it beneath what stays."""
    qtbot.keyClick(view, Qt.Key.Key_F2)
    (cell,) = view.viewport().findChildren(Editor)
    view.horizontalScrollBar().setValue(60)
    assert view.frozen.area().intersects(cell.geometry())
    return cell


def shown(cell: Editor) -> QRegion:
    """What is seen of it."""
    whole = QRegion(cell.geometry())
    return whole if cell.mask().isEmpty() else whole.intersected(cell.mask().translated(cell.pos()))


@pytest.mark.usefixtures("language")
def test_a_cell_that_is_written_is_seen_beside_what_stays_when_its_row_becomes_higher(qtbot: QtBot) -> None:
    page, view = opened(qtbot)
    page.go_to("plan/activities[k0]/party")
    cell = begun(qtbot, view)
    before = cell.height()
    page.show_now(with_answer(page.now, "plan/activities[k0]/result", "Sample words of several lines. " * 5))
    QApplication.processEvents()
    assert cell.height() > before
    assert shown(cell) == QRegion(cell.geometry()).subtracted(QRegion(view.frozen.area()))


@pytest.mark.parametrize("width", [320, 1600])
def test_a_cell_that_is_written_is_seen_whole_where_nothing_stays_any_more(qtbot: QtBot, width: int) -> None:
    table = alone(qtbot, width=800)
    view = table.view
    view.setCurrentIndex(view.model().index(0, 1))
    cell = begun(qtbot, view)
    table.resize(width, 700)
    QApplication.processEvents()
    assert not view.frozen
    assert shown(cell) == QRegion(view.visualRect(view.currentIndex()))


@pytest.mark.parametrize("width", [700, 800, 860])
def test_shift_and_arrows_choose_the_cells_between_also_where_they_began_out_of_sight(qtbot: QtBot, width: int) -> None:
    page, view = opened(qtbot, width)
    page.go_to("plan/activities[k0]/party")
    for last in range(2, LAST + 1):
        qtbot.keyClick(view, RIGHT, SHIFT)
        assert sorted(index.column() for index in view.selectedIndexes()) == list(range(1, last + 1))
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert {(index.row(), index.column()) for index in view.selectedIndexes()} == {
        (row, column) for row in (0, 1) for column in range(1, LAST + 1)
    }
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert page.told == [("filled", "plan/activities", 0, 1, [[""] * LAST] * 2)]


def test_so_they_do_after_one_came_to_the_table_backwards(qtbot: QtBot) -> None:
    elsewhere = alone(qtbot, width=700)
    qtbot.keyClick(elsewhere, Qt.Key.Key_A, SHIFT)  # the modifier that Qt knows of while the current cell is set
    page, view = opened(qtbot, 700)
    page.go_to("plan/activities[k0]/party")
    for last in range(2, LAST + 1):
        qtbot.keyClick(view, RIGHT, SHIFT)
        assert sorted(index.column() for index in view.selectedIndexes()) == list(range(1, last + 1))


def test_the_number_of_a_row_chooses_the_row(qtbot: QtBot) -> None:
    _, view = opened(qtbot)
    scrolled(view)
    numbers = view.verticalHeader()
    assert numbers.isVisible()
    at = QPoint(5, numbers.sectionViewportPosition(2) + 5)
    QTest.mouseClick(numbers.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [(index.row(), index.column()) for index in view.selectedIndexes()] == [(2, at) for at in range(LAST + 1)]


def test_numbers_stand_beside_their_rows(qtbot: QtBot) -> None:
    _, view = opened(qtbot)
    numbers = view.verticalHeader()
    assert len({view.rowHeight(row) for row in range(4)}) > 1
    for row in range(4):
        assert numbers.sectionViewportPosition(row) == view.visualRect(view.model().index(row, 0)).top()
        assert view.model().headerData(row, Qt.Orientation.Vertical) == row + 1


@pytest.mark.usefixtures("language")
def test_the_head_of_what_stays_is_pressed_where_it_is_seen(qtbot: QtBot) -> None:
    _, view = opened(qtbot)
    scrolled(view)
    head = view.horizontalHeader().viewport()
    QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(view.frozen.area().center().x(), 10))
    assert {index.column() for index in view.selectedIndexes()} == {0}


def test_the_head_of_what_stays_tells_its_own_hint(qtbot: QtBot) -> None:
    page = wide()
    first, *others = planned().columns
    table = replace(planned(), columns=(replace(first, hint="In a few words."), *others))
    view = filled(qtbot, replace(page, parts=(table,)), width=860).findChildren(RepeatEditor)[0].view
    scrolled(view)
    head, at = view.horizontalHeader().viewport(), QPoint(view.frozen.area().center().x(), 10)
    QApplication.sendEvent(head, QHelpEvent(QEvent.Type.ToolTip, at, head.mapToGlobal(at)))
    assert QToolTip.text() == "In a few words."
    QToolTip.hideText()


def test_a_screen_reader_is_told_one_table_and_finds_its_cells_where_they_are_seen(qtbot: QtBot) -> None:
    _, view = opened(qtbot)
    scrolled(view)
    assert view.findChildren(QTableView) == []
    told = QAccessible.queryAccessibleInterface(view)
    area = view.visualRect(view.model().index(1, 0))
    at = view.viewport().mapToGlobal(area.center())
    found = told.childAt(at.x(), at.y())
    assert found is not None
    assert found.text(QAccessible.Text.Name) == "Training in leak detection"
    assert found.rect().size() == area.size()


def test_a_table_that_becomes_wide_and_narrow_again_follows(qtbot: QtBot, qapp: QApplication) -> None:
    table = alone(qtbot, width=800)
    view = table.view
    scrolled(view)
    wear(qapp, Appearance("dark", "ur"))
    QApplication.processEvents()
    assert view.frozen.area().right() == view.viewport().rect().right()
    table.resize(1600, 700)
    QApplication.processEvents()
    assert not view.frozen
    assert not view.verticalHeader().isVisible()


def test_a_table_that_was_open_while_the_language_changed_is_laid_out_as_one_opened_after_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    wear(qapp, Appearance("light", "en"))
    content = planned()
    was = RepeatEditor(content)
    qtbot.addWidget(was)
    was.resize(900, 700)
    was.show()
    for language in ("ur", "en"):
        wear(qapp, Appearance("light", language))
        QApplication.processEvents()
        fresh = RepeatEditor(content)
        qtbot.addWidget(fresh)
        fresh.resize(900, 700)
        fresh.show()
        QApplication.processEvents()
        laid = [
            [*(one.view.rowHeight(row) for row in range(4)), *(one.view.columnWidth(at) for at in range(LAST + 1))]
            for one in (was, fresh)
        ]
        assert laid[0] == laid[1]
