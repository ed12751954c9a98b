"""Where the keyboard goes on: after a row was removed, and after the last field of a page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.document.shown import Seat, filling, focused, pager
from wopdesk.ui.form.card_box import CardBox
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.form.repeat_view import RepeatView
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
FOUND, WORK, PHOTOS = "findings/found", "work/activities", "work/photos"


def begin(net: Network, sit: Sit, page: int) -> tuple[Seat, DocumentScreen]:
    seat = sit("a")
    answers = (("about/period", "2026-10"),)
    screen = seat.open(Where("document", kind="monthly_report", space=net.home.id, answers=answers))
    pager(screen).turn(page)
    return seat, screen


def add(screen: DocumentScreen, repeat: str, count: int) -> list[str]:
    for _ in range(count):
        screen.view.row_wanted.emit(repeat)
    return list(filling(screen).standing.rows[repeat])


def page_of(screen: DocumentScreen) -> QWidget:
    found = screen.view.stack.currentWidget()
    assert found is not None
    return found


def card_of(row: str) -> CardBox:
    widget = focused()
    while not isinstance(widget, CardBox):
        parent = widget.parentWidget()
        assert parent is not None
        widget = parent
    assert widget.card.id == row
    return widget


@pytest.mark.parametrize(("gone", "follower"), [(0, 1), (1, 2), (2, 1)])
def test_the_next_card_has_the_keyboard_else_the_one_before(
    net: Network, sit: Sit, qtbot: QtBot, gone: int, follower: int
) -> None:
    _, screen = begin(net, sit, 4)
    rows = add(screen, FOUND, 3)
    screen.view.go_to(f"{FOUND}[{rows[gone]}]")
    card_of(rows[gone]).remove.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert rows[gone] not in filling(screen).standing.rows[FOUND]
    assert card_of(rows[follower]).isVisible()


def test_without_a_card_the_keyboard_is_where_one_is_added(net: Network, sit: Sit, qtbot: QtBot) -> None:
    _, screen = begin(net, sit, 2)
    (row,) = add(screen, PHOTOS, 1)
    card_of(row).remove.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert focused().isVisible()
    assert focused().accessibleName().startswith("Photos: Choose")


@pytest.mark.parametrize(("gone", "follower"), [(0, 0), (1, 1), (2, 1)])
def test_the_next_row_of_a_table_has_the_keyboard(
    net: Network, sit: Sit, qtbot: QtBot, gone: int, follower: int
) -> None:
    _, screen = begin(net, sit, 2)
    rows = add(screen, WORK, 3)
    screen.view.go_to(f"{WORK}[{rows[gone]}]/description")
    table = next(one for one in screen.view.findChildren(RepeatEditor) if one.isVisible())
    column = table.view.currentIndex().column()
    qtbot.mouseClick(table.drop, Qt.MouseButton.LeftButton)
    held = focused()
    assert isinstance(held, RepeatView)
    assert (held.currentIndex().row(), held.currentIndex().column()) == (follower, column)


def test_without_a_row_the_keyboard_is_where_one_is_added(net: Network, sit: Sit, qtbot: QtBot) -> None:
    _, screen = begin(net, sit, 2)
    add(screen, WORK, 1)
    qtbot.keyClick(focused(), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert focused().accessibleName().endswith("Add a row")


def test_the_way_back_is_offered_only_as_long_as_it_leads_back(net: Network, sit: Sit) -> None:
    seat, screen = begin(net, sit, 4)
    overtaken: list[int] = []
    screen.overtaken.connect(lambda: overtaken.append(len(seat.notices)))
    rows = add(screen, FOUND, 2)
    overtaken.clear()
    screen.view.rows_dropped.emit(FOUND, [rows[0]])
    assert (seat.notices[-1].undo, overtaken) == (True, [0])  # what was offered before, not this
    screen.view.answered.emit(f"{FOUND}[{rows[1]}]/finding", "Sample")
    assert overtaken == [0, 1]
    screen.view.rows_dropped.emit(FOUND, [rows[1]])
    pager(screen).turn(1)
    assert overtaken == [0, 1, 1]
    pager(screen).turn(len(filling(screen).pages))
    assert overtaken == [0, 1, 1, 2]


@pytest.mark.parametrize("page", [0, 1, 2, 4, 5, 6])
def test_tab_goes_from_the_last_field_to_going_on_and_back(net: Network, sit: Sit, qtbot: QtBot, page: int) -> None:
    _, screen = begin(net, sit, page)
    foot, form = screen.view.foot, page_of(screen)
    last = focused()
    while form.isAncestorOf(focused()):
        last = focused()
        qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert focused() is foot.onward_button
    qtbot.keyClick(focused(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is last
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    seen = []
    for _ in range(5):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        seen.append(focused())
    assert foot.close_button in seen
    assert seen.index(foot.close_button) < next(at for at, one in enumerate(seen) if one in screen.view.stages.buttons)


def test_on_a_page_that_asks_nothing_the_keyboard_is_at_going_on(net: Network, sit: Sit) -> None:
    _, screen = begin(net, sit, 3)
    assert focused() is screen.view.foot.onward_button


def test_tab_goes_to_going_on_after_a_row_that_came_last(net: Network, sit: Sit, qtbot: QtBot) -> None:
    _, screen = begin(net, sit, 6)
    add(screen, "requests/asked", 2)
    pager(screen).turn(5)
    pager(screen).turn(6)
    form = page_of(screen)
    while form.isAncestorOf(focused()):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is screen.view.foot.onward_button


def test_tab_goes_round_the_whole_screen_also_after_fields_came_late(net: Network, sit: Sit, qtbot: QtBot) -> None:
    _, screen = begin(net, sit, 0)
    screen.view.answered.emit("about/nil_return", "yes")
    screen.view.answered.emit("about/nil_return", "no")
    for page in (2, 6, 2):
        pager(screen).turn(page)
        add(screen, {2: PHOTOS, 6: "requests/asked"}[page], 2)
    screen.view.go_to(PHOTOS)
    start, seen = focused(), list[QWidget]()
    while focused() is not start or not seen:
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() not in seen
        seen.append(focused())
    stages = [button for button in screen.view.stages.buttons if button.isVisible()]
    assert {*stages, screen.view.foot.onward_button, screen.view.foot.close_button} <= set(seen)
