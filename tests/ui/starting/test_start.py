"""A document is started from a screen whose desk is busy."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network, open_at
from wopdesk.ui.screens.reports.screen import ReportsScreen
from wopdesk.ui.shell.screen import Screen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.starting.dialogs import StartDialog
from wopdesk.ui.starting.start import start_document


@pytest.fixture
def screen(net: Network, qtbot: QtBot) -> Iterator[Screen]:
    """A screen of the mentee's desk, from which documents are started."""
    net.close("a")
    office = DeskThread(lambda: open_at(net.folder / "a.wopdesk", net.clock))
    office.open(lambda _none: None, lambda told: pytest.fail(told.what))
    made = ReportsScreen(office, Where("reports"))
    qtbot.addWidget(made)
    made.show()
    yield made
    assert office.close()


def served(screen: Screen, qtbot: QtBot) -> None:
    """Everything that was asked so far is answered."""
    done: list[None] = []
    screen.office.ask(lambda _desk: None, done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_two_presses_while_the_desk_is_busy_ask_once(screen: Screen, qtbot: QtBot) -> None:
    free = Event()
    screen.office.ask(lambda _desk: free.wait(10), lambda _waited: None)
    start_document(screen)
    start_document(screen)
    free.set()
    served(screen, qtbot)
    (dialog,) = screen.findChildren(StartDialog)
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: not screen.findChildren(StartDialog))
    start_document(screen)
    qtbot.waitUntil(lambda: len(screen.findChildren(StartDialog)) == 1)


def test_nothing_is_asked_over_a_screen_that_was_left(screen: Screen, qtbot: QtBot) -> None:
    free = Event()
    screen.office.ask(lambda _desk: free.wait(10), lambda _waited: None)
    start_document(screen)
    screen.hide()
    free.set()
    served(screen, qtbot)
    assert not screen.findChildren(StartDialog)
