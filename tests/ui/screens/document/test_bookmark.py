"""Where one is in a record is noted no longer once the window is taken down."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.desk.offices import Network
from tests.ui.screens.document.shown import Seat, filling
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
PRODUCED = "progress/produced"


def test_a_window_that_ends_with_the_keyboard_in_a_field_ends_quietly(net: Network, sit: Sit, qtbot: QtBot) -> None:
    """What is told of the keyboard while parts of the view are gone already has no place to note."""
    seat = sit("a")
    screen = DocumentScreen(seat.office, Where("document", record=net.report(net.a, "2026-10").id))
    screen.show()
    screen.activateWindow()
    screen.refresh()
    seat.wait(lambda: screen.pager is not None and screen.isActiveWindow())
    screen.view.turned.emit(filling(screen).page_of(PRODUCED))
    assert screen.view.go_to(PRODUCED)
    with qtbot.captureExceptions() as raised:
        delete(screen.view)
        delete(screen)
    assert raised == []
