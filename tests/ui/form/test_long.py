"""The heads of a long table stay in view while its page is scrolled, and the page follows the keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.form.filling import Filling, filled
from tests.ui.form.wide_content import planned, wide
from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.parts import Page
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.form.repeat_view import RepeatView
from wopdesk.ui.form.rows import RepeatRow, RepeatTable
from wopdesk.ui.i18n import Language
from wopdesk.ui.theme.appearance import Appearance, wear

ROWS = 30
NOTE = Question("plan/note", "note", "A few words before it.")
AFTER = tuple(Question(f"plan/after{number}", "text", "What else") for number in range(6))


@pytest.fixture(autouse=True, params=["en", "ur"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Language:
    """Each, since numbers of rows are at the right in Urdu."""
    spoken: Language = request.param
    wear(qapp, Appearance("light", spoken))
    return spoken


def long(rows: int = ROWS) -> RepeatTable:
    """The wide table with many rows."""
    return replace(planned(), rows=tuple(_row(number) for number in range(rows)))


def _row(number: int) -> RepeatRow:
    of = planned().rows[number % len(planned().rows)]
    cells = [cell for cell in of.cells if cell is not None]
    named = (replace(cell, path=cell.path.replace(f"[{of.id}]", f"[k{number}]")) for cell in cells)
    return RepeatRow(f"k{number}", tuple(named))


def paged(*parts: Question | RepeatTable) -> Page:
    return replace(wide(), parts=parts)


def opened(qtbot: QtBot) -> tuple[Filling, RepeatView, QScrollArea]:
    """A page with the long table between questions, its first cell with the keyboard."""
    page = filled(qtbot, paged(NOTE, long(), *AFTER), height=500)
    view = page.findChildren(RepeatEditor)[0].view
    (area,) = page.findChildren(QScrollArea)
    page.go_to("plan/activities[k0]/title")
    assert view.height() > 2 * area.viewport().height()
    return page, view, area


def seen(widget: QWidget, area: QScrollArea) -> QRect:
    """Where something is in what is seen of the page."""
    return QRect(widget.mapTo(area.viewport(), QPoint()), widget.size())


def scroll(area: QScrollArea, far: int) -> None:
    area.verticalScrollBar().setValue(far)
    QApplication.processEvents()


def in_sight(view: RepeatView, area: QScrollArea) -> bool:
    """Whether the cell with the keyboard is seen whole, below the heads and above the bar."""
    cell = view.visualRect(view.currentIndex())
    cell.moveTopLeft(view.viewport().mapTo(area.viewport(), cell.topLeft()))
    below = seen(view.horizontalHeader(), area).bottom()
    return cell.top() > below and cell.bottom() < min(area.viewport().height(), bar(view, area).top())


def bar(view: RepeatView, area: QScrollArea) -> QRect:
    """Where one scrolls the table to its other columns."""
    assert view.horizontalScrollBar().isVisible()
    return seen(view.horizontalScrollBar(), area)


def begins(view: RepeatView, area: QScrollArea) -> int:
    """Where the table begins, on the whole page."""
    return area.verticalScrollBar().value() + seen(view, area).top()


def test_heads_stay_at_the_top_of_what_is_seen_until_the_table_ends(qtbot: QtBot) -> None:
    _, view, area = opened(qtbot)
    head, start = view.horizontalHeader(), begins(view, area)
    scroll(area, 0)
    assert seen(head, area).top() == start + 1
    for far in range(start + 1, start + view.height() - 2 * head.height(), 37):
        scroll(area, far)
        assert seen(head, area).top() == 0
    scroll(area, area.verticalScrollBar().maximum())
    assert seen(head, area).bottom() <= seen(view, area).bottom()
    scroll(area, 0)
    assert seen(head, area).top() == start + 1


def test_the_bar_stays_at_the_bottom_of_what_is_seen_until_the_table_ends(qtbot: QtBot) -> None:
    page, view, area = opened(qtbot)
    usual = view.horizontalScrollBar().height()
    for height in (500, 380):
        page.resize(900, height)
        QApplication.processEvents()
        assert bar(view, area).bottom() == area.viewport().height() - 1
        end = begins(view, area) + view.height()
        for far in range(0, end - area.viewport().height() - 1, 53):
            scroll(area, far)
            assert bar(view, area).bottom() == area.viewport().height() - 1
            assert bar(view, area).height() == usual
    scroll(area, area.verticalScrollBar().maximum())
    assert bar(view, area).bottom() == seen(view, area).bottom() - 1


def test_the_bar_moves_the_columns_where_it_is_seen(qtbot: QtBot) -> None:
    _, view, area = opened(qtbot)
    scroll(area, begins(view, area) + 300)
    place = view.mapFrom(area.viewport(), bar(view, area).center())
    found = view.childAt(place)
    assert found is view.horizontalScrollBar()
    before = view.horizontalScrollBar().value()
    view.horizontalScrollBar().setValue(before + 40)
    assert bar(view, area).bottom() == area.viewport().height() - 1


def test_the_bar_never_lies_over_the_heads(qtbot: QtBot) -> None:
    page, view, area = opened(qtbot)
    page.show_now(paged(*AFTER, long()))
    QApplication.processEvents()
    for seen_of_it in range(0, 90, 10):
        scroll(area, begins(view, area) + seen_of_it - area.viewport().height())
        assert seen(view.horizontalHeader(), area).bottom() < bar(view, area).top()


def test_a_table_without_the_keyboard_scrolls_no_page(qtbot: QtBot) -> None:
    page, view, area = opened(qtbot)
    page.go_to(AFTER[-1].path)
    far = area.verticalScrollBar().value()
    view.setCurrentIndex(view.model().index(2, 3))
    QApplication.processEvents()
    assert area.verticalScrollBar().value() == far


def test_heads_lie_over_rows_and_numbers_with_the_corner_between(qtbot: QtBot) -> None:
    _, view, area = opened(qtbot)
    scroll(area, begins(view, area) + 300)
    head = seen(view.horizontalHeader(), area)
    assert view.verticalHeader().isVisible()
    for across in (2, head.center().x(), view.width() - 3):
        found = view.childAt(QPoint(across, view.mapFrom(area.viewport(), QPoint(0, 5)).y()))
        assert found is not None
        assert not view.viewport().isAncestorOf(found)
        assert found not in {view.viewport(), view.verticalHeader().viewport()}
        assert seen(found, area).top() == 0


def test_a_head_is_pressed_where_it_is_seen(qtbot: QtBot) -> None:
    _, view, area = opened(qtbot)
    scroll(area, begins(view, area) + 300)
    head = view.horizontalHeader()
    across = head.sectionViewportPosition(1) + 20
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(across, 10))
    assert {index.column() for index in view.selectedIndexes()} == {1}


def test_heads_follow_when_what_stands_above_the_table_comes_and_goes(qtbot: QtBot) -> None:
    page, view, area = opened(qtbot)
    scroll(area, begins(view, area) + 300)
    for above in ((), (NOTE, *AFTER), (NOTE,)):
        page.show_now(paged(*above, long(), *AFTER[:2] if len(above) > 1 else AFTER))
        QApplication.processEvents()
        QApplication.processEvents()
        expected = max(0, seen(view, area).top() + 1)
        assert seen(view.horizontalHeader(), area).top() == expected


def test_heads_stay_after_rows_came_and_went(qtbot: QtBot) -> None:
    page, view, area = opened(qtbot)
    scroll(area, begins(view, area) + 300)
    for rows in (ROWS + 20, ROWS - 5):
        page.show_now(paged(NOTE, long(rows), *AFTER))
        QApplication.processEvents()
        assert seen(view.horizontalHeader(), area).top() == 0


def test_a_short_table_keeps_its_heads_where_they_are(qtbot: QtBot) -> None:
    page = filled(qtbot, paged(NOTE, planned()), height=900)
    view = page.findChildren(RepeatEditor)[0].view
    assert view.horizontalHeader().y() == 1


def test_the_page_follows_the_keyboard_down_and_up_again(qtbot: QtBot) -> None:
    page, view, area = opened(qtbot)
    page.go_to("plan/activities[k0]/party")
    for key in (*[Qt.Key.Key_Down] * (ROWS - 1), *[Qt.Key.Key_Up] * (ROWS - 1)):
        qtbot.keyClick(view, key)
        assert in_sight(view, area)
    assert view.currentIndex().row() == 0


def test_a_page_down_goes_as_far_as_one_sees(qtbot: QtBot) -> None:
    _, view, area = opened(qtbot)
    for key, end in ((Qt.Key.Key_PageDown, ROWS - 1), (Qt.Key.Key_PageUp, 0)):
        pressed = 0
        while view.currentIndex().row() != end:
            before = view.visualRect(view.currentIndex()).center().y()
            qtbot.keyClick(view, key)
            pressed += 1
            assert 0 < abs(view.visualRect(view.currentIndex()).center().y() - before) < area.viewport().height()
            assert in_sight(view, area)
        assert pressed < ROWS / 3


def test_what_is_gone_to_is_not_beneath_the_heads(qtbot: QtBot) -> None:
    page, view, area = opened(qtbot)
    for row in (20, 12, 3, 28):
        page.go_to(f"plan/activities[k{row}]/party")
        assert view.currentIndex().row() == row
        assert in_sight(view, area)


def test_who_comes_back_to_the_table_comes_to_the_cell_where_one_was(qtbot: QtBot) -> None:
    page, view, area = opened(qtbot)
    page.go_to("plan/activities[k25]/party")
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.go_to(AFTER[0].path)
    scroll(area, 0)
    page.go_to("plan/activities")
    assert in_sight(view, area)
    assert {index.row() for index in view.selectedIndexes()} == {25, 26}


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_F2, Qt.Key.Key_Space])
def test_who_types_sees_the_cell_however_far_the_page_was_scrolled(qtbot: QtBot, key: Qt.Key) -> None:
    page, view, area = opened(qtbot)
    page.go_to("plan/activities[k2]/result")
    scroll(area, area.verticalScrollBar().maximum())
    assert not in_sight(view, area)
    qtbot.keyClick(view, key)
    assert in_sight(view, area)
    assert view.viewport().findChildren(Editor)


@pytest.mark.parametrize("twice", [False, True])
def test_what_is_written_in_several_lines_is_seen_whole_at_the_bottom_too(qtbot: QtBot, *, twice: bool) -> None:
    page, view, area = opened(qtbot)
    page.go_to("plan/activities[k12]/work")
    cell = view.visualRect(view.currentIndex())
    ends = begins(view, area) + view.viewport().y() + cell.bottom()
    scroll(area, ends + bar(view, area).height() + 4 - area.viewport().height())
    if twice:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    else:
        qtbot.keyClick(view, Qt.Key.Key_F2)
    (written,) = view.viewport().findChildren(Editor)
    assert written.height() > cell.height()
    assert seen(written, area).bottom() < bar(view, area).top()


@pytest.mark.parametrize("after", [(), AFTER])
def test_what_is_written_in_the_last_row_hides_no_other_and_the_table_stays_as_high_when_it_is_left(
    qtbot: QtBot, after: tuple[Question, ...]
) -> None:
    page = filled(qtbot, paged(NOTE, long(), *after), height=500)
    view = page.findChildren(RepeatEditor)[0].view
    (area,) = page.findChildren(QScrollArea)
    page.go_to(f"plan/activities[k{ROWS - 1}]/work")
    cell = view.visualRect(view.currentIndex())
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_F2)
    (written,) = view.viewport().findChildren(Editor)
    assert written.geometry().top() == cell.top()
    assert view.viewport().rect().contains(written.geometry())
    assert seen(written, area).bottom() < bar(view, area).top()
    high = view.height()
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Escape)
    page.show_now(paged(NOTE, long(), *after))
    assert view.height() == high


def test_a_press_scrolls_nothing(qtbot: QtBot) -> None:
    _, view, area = opened(qtbot)
    scroll(area, begins(view, area) + 300)
    far = area.verticalScrollBar().value()
    row = view.rowAt(view.viewport().mapFrom(area.viewport(), QPoint(0, area.viewport().height() - 4)).y())
    cell = view.visualRect(view.model().index(row, 5))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(5, 2))
    assert view.currentIndex().row() == row
    assert area.verticalScrollBar().value() == far


def test_who_comes_backwards_sees_the_last_cell(qtbot: QtBot) -> None:
    page, view, area = opened(qtbot)
    page.go_to(AFTER[0].path)
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.keyboard() is view
    assert view.currentIndex().row() == ROWS - 1
    assert in_sight(view, area)
