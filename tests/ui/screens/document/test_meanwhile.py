"""A bundle brings a colleague's answer while another one is typed in the same field, on the real screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.document.shown import Seat, filling, pager
from wopdesk.desk import documents, filing, inbox
from wopdesk.desk.desk import Desk
from wopdesk.ui.screens.differences import presenter as differences
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
WORDS = "progress/description"


def prepared(net: Network) -> tuple[str, list[Path]]:
    """A report of both computers, and the files that bring what the colleague answered since."""
    second = net.second()
    report = net.report(net.a, "2026-10", progress__description="Before")
    net.meet(net.a, second)
    filing.answer(second, report.id, {WORDS: "Theirs"})
    return report.id, net.files(second, net.a)


def met(net: Network, sit: Sit) -> tuple[Seat, DocumentScreen]:
    """Mine is typed, and then theirs comes in."""
    name, files = prepared(net)
    seat = sit("a")
    screen = seat.open(Where("document", record=name))
    screen.view.answered.emit(WORDS, "Mine")
    screen.keep()
    seat.office.do(lambda desk: inbox.receive(desk, files))
    seat.wait(lambda: WORDS in filling(screen).background.differing)
    return seat, screen


def test_it_says_at_once_that_two_answered_differently(net: Network, sit: Sit) -> None:
    seat, screen = met(net, sit)
    assert filling(screen).standing.texts[WORDS] == "Mine"
    seat.wait(screen.view.banners.buttons["settle"].isVisible)
    pager(screen).turn(len(filling(screen).pages))
    assert pager(screen).review is not None
    assert not screen.view.foot.submit_button.isEnabled()


def test_both_stand_side_by_side_once_it_is_settled(net: Network, sit: Sit) -> None:
    seat, screen = met(net, sit)
    screen.view.banners.buttons["settle"].click()
    assert [where.screen for where in seat.gone] == ["differences"]
    screen.leave()  # as the window does when it goes there
    found: list[set[str]] = []
    name = filling(screen).background.record

    def sides(desk: Desk) -> set[str]:
        (shown,) = differences.content(desk, "en", name).documents
        return {side.value for side in shown.differences[0].sides}

    seat.office.ask(sides, found.append)
    seat.wait(lambda: bool(found))
    assert found == [{"Mine", "Theirs"}]


def test_who_saves_and_stays_is_told_of_it_still(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat, screen = met(net, sit)
    with qtbot.waitSignal(screen.keeper.saved):
        screen.view.wanted.emit("save")
    seat.wait(lambda: not screen.keeper.dirty)
    QApplication.processEvents()
    seat.wait(screen.view.banners.buttons["settle"].isVisible)


def test_who_takes_the_own_answer_back_comes_to_what_the_colleague_wrote(net: Network, sit: Sit) -> None:
    seat, screen = met(net, sit)
    screen.undo()
    assert filling(screen).standing.texts[WORDS] == "Theirs"
    name = filling(screen).background.record
    seat.stand_up()
    document = documents.find_document(net.a, name)
    assert (document.answers[WORDS], document.differences) == ("Theirs", [])


def test_what_came_in_unshown_is_not_what_the_person_typed_over(net: Network, sit: Sit, qtbot: QtBot) -> None:
    name, files = prepared(net)
    seat = sit("a")
    screen = seat.open(Where("document", record=name))
    came_in = Event()

    def receive(desk: Desk) -> None:
        inbox.receive(desk, files)
        came_in.set()

    seat.office.do(receive)
    assert came_in.wait(60)
    assert filling(screen).standing.texts[WORDS] == "Before"
    screen.view.answered.emit(WORDS, "Mine")
    screen.keep()
    seat.wait(lambda: WORDS in filling(screen).background.differing)
    with qtbot.waitSignal(screen.keeper.saved):
        screen.view.wanted.emit("save")
    seat.stand_up()
    (found,) = documents.find_document(net.a, name).differences
    assert {one.value for one in found.choices} == {"Mine", "Theirs"}


@pytest.mark.parametrize("saved_by", ["save", "preview"])
def test_who_goes_on_typing_after_a_save_differs_not_from_it(
    net: Network, sit: Sit, qtbot: QtBot, saved_by: str
) -> None:
    name, _ = prepared(net)
    seat = sit("a")
    screen = seat.open(Where("document", record=name))
    screen.view.answered.emit(WORDS, "Mine")
    seen = filling(screen).held
    screen.view.wanted.emit(saved_by)
    seat.wait(lambda: filling(screen).held is not seen)
    screen.view.answered.emit(WORDS, "Before")
    with qtbot.waitSignal(screen.keeper.saved):
        screen.view.wanted.emit("save")
    seat.stand_up()
    document = documents.find_document(net.a, name)
    assert (document.answers[WORDS], document.differences) == ("Before", [])
