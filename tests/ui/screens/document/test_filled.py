"""What fills several cells of a table goes the way of what is pasted: one step, and what was left is told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.document.opened import table_of
from tests.ui.screens.document.shown import Seat, filling, pager
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.form.repeat_view import RepeatView
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
WORK = "work/activities"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DONE = ["40", "50", "60"]


def opened(net: Network, sit: Sit) -> tuple[Seat, DocumentScreen, RepeatView]:
    """A report with three activities that are done so far."""
    seat = sit("a")
    screen = seat.open(
        Where("document", kind="monthly_report", space=net.home.id, answers=(("about/period", "2026-10"),))
    )
    pager(screen).turn(2)
    for _ in DONE:
        screen.view.row_wanted.emit(WORK)
    screen.view.pasted.emit(WORK, 0, column_of(filling(screen), "done"), [[text] for text in DONE])
    seat.wait(seat.has_heard)
    seat.notices.clear()
    return (
        seat,
        screen,
        next(one for one in screen.view.findChildren(RepeatEditor) if one.model.table.path == WORK).view,
    )


def column_of(now: Filling, name: str) -> int:
    return [column.path.rpartition("/")[2] for column in table_of(now, WORK).columns].index(name)


def answers(now: Filling, name: str) -> list[str]:
    texts, rows = now.standing.texts, now.standing.rows[WORK]
    return [texts.get(f"{WORK}[{row}]/{name}", "") for row in rows]


def choose(qtbot: QtBot, screen: DocumentScreen, view: RepeatView, name: str) -> None:
    """A column from its first row to the last."""
    first = filling(screen).standing.rows[WORK][0]
    screen.view.go_to(f"{WORK}[{first}]/{name}")
    for _ in DONE[1:]:
        qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)


def test_a_column_is_filled_down_emptied_and_each_is_one_step(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat, screen, view = opened(net, sit)
    now = filling(screen)
    choose(qtbot, screen, view, "done")
    qtbot.keyClick(view, Qt.Key.Key_D, CONTROL)
    seat.wait(lambda: answers(now, "done") == ["40", "40", "40"])
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    seat.wait(lambda: answers(now, "done") == ["", "", ""])
    screen.undo()
    seat.wait(lambda: answers(now, "done") == ["40", "40", "40"])
    screen.undo()
    seat.wait(lambda: answers(now, "done") == DONE)


def test_after_a_step_back_the_keyboard_is_in_the_cell_where_it_was(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat, screen, view = opened(net, sit)
    now = filling(screen)
    choose(qtbot, screen, view, "done")
    qtbot.keyClick(view, Qt.Key.Key_D, CONTROL)
    seat.wait(lambda: answers(now, "done") == ["40", "40", "40"])
    screen.undo()
    seat.wait(lambda: answers(now, "done") == DONE)
    assert view.currentIndex().row() == len(DONE) - 1
    assert view.window().focusWidget() is view


def test_what_is_filled_stays_where_it_lies_and_what_was_not_taken_is_told(net: Network, sit: Sit) -> None:
    seat, screen, _ = opened(net, sit)
    now = filling(screen)
    column = column_of(now, "planned")
    assert [one.readonly for one in table_of(now, WORK).columns[column : column + 2]] == [True, False]
    screen.view.filled.emit(WORK, 0, column, [["41", "Sample"]] * 3)
    seat.wait(seat.has_heard)
    assert answers(now, "done") == ["Sample"] * 3
    assert answers(now, "description") == [""] * 3
    (notice,) = seat.notices
    assert "3 cells were not taken" in notice.text
    assert notice.undo
