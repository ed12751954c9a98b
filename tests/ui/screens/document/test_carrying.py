"""What was done before a record was read again, since it changed elsewhere, can still be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.document.shown import Seat, filling
from wopdesk.desk import filing
from wopdesk.ui.screens.document.carrying import carry
from wopdesk.ui.screens.document.history import History, Step
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.screens.document.standing import Change, Standing
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]


def begin(net: Network, sit: Sit) -> tuple[Seat, DocumentScreen]:
    seat = sit("a")
    answers = (("about/period", "2026-10"),)
    return seat, seat.open(Where("document", kind="monthly_report", space=net.home.id, answers=answers))


def elsewhere(seat: Seat, screen: DocumentScreen, path: str, text: str) -> None:
    name = filling(screen).background.record
    seat.office.do(lambda desk: filing.answer(desk, name, {path: text}))
    seat.wait(lambda: filling(screen).standing.texts.get(path) == text)


def test_steps_are_taken_back_past_what_came_from_elsewhere(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat, screen = begin(net, sit)
    screen.view.answered.emit("work/other", "Sample")
    screen.view.answered.emit("progress/produced", "1200")
    screen.view.answered.emit("progress/produced", "1234")
    elsewhere(seat, screen, "progress/description", "From elsewhere")
    assert not seat.notices
    assert not screen.view.banners.isVisible()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(screen, Qt.Key.Key_Z, control)
    assert filling(screen).standing.texts.get("progress/produced") is None
    assert filling(screen).standing.texts["work/other"] == "Sample"
    qtbot.keyClick(screen, Qt.Key.Key_Z, control)
    assert "work/other" not in filling(screen).standing.texts
    assert filling(screen).standing.texts["progress/description"] == "From elsewhere"
    assert not filling(screen).can_undo
    qtbot.keyClick(screen, Qt.Key.Key_Y, control)
    assert filling(screen).standing.texts["work/other"] == "Sample"


def test_what_changed_elsewhere_is_not_undone_here_and_that_is_told(net: Network, sit: Sit) -> None:
    seat, screen = begin(net, sit)
    screen.view.answered.emit("progress/produced", "1200")
    screen.view.answered.emit("work/other", "Sample")
    screen.keeper.save()
    elsewhere(seat, screen, "progress/produced", "5000")
    assert len(seat.notices) == 1
    screen.undo()
    assert "work/other" not in filling(screen).standing.texts
    screen.undo()
    assert filling(screen).standing.texts["progress/produced"] == "5000"


def test_what_is_typed_is_saved_after_the_record_was_read_again(net: Network, sit: Sit) -> None:
    seat, screen = begin(net, sit)
    screen.view.answered.emit("work/other", "Sample")
    elsewhere(seat, screen, "progress/description", "From elsewhere")
    assert screen.keeper.dirty


def test_rows_from_elsewhere_stay_where_a_row_of_ones_own_is_taken_back() -> None:
    before = Standing({"r[a]/x": "1", "r[b]/x": "2"}, {"r": ("a", "b")})
    now = Standing({"r[b]/x": "2", "r[c]/x": "3"}, {"r": ("c", "b")})
    history = History([Step("r[b]", Change({"r[b]/x": ("", "2")}, {"r": (("a",), ("a", "b"))}))])
    carried = carry(history, before, now)
    (step,) = carried.history.steps[0]
    assert carried.whole
    assert step.change.reversed.onto(now) == Standing({"r[c]/x": "3"}, {"r": ("c",)})


def test_a_row_taken_away_comes_back_at_its_place_among_those_from_elsewhere() -> None:
    before = Standing({}, {"r": ("a", "c")})
    now = Standing({}, {"r": ("a", "c", "d")})
    history = History([Step("r", Change({"r[b]/x": ("2", "")}, {"r": (("a", "b", "c"), ("a", "c"))}))])
    (step,) = carry(history, before, now).history.steps[0]
    assert step.change.reversed.onto(now) == Standing({"r[b]/x": "2"}, {"r": ("a", "b", "c", "d")})
