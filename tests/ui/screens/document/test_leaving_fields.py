"""What is wrong in a field is told when the keyboard leaves it, whereto ever."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.document.shown import Seat, filling, focused, pager
from wopdesk.ui.form.calendar_popup import CalendarPopup
from wopdesk.ui.form.parts import Cards
from wopdesk.ui.form.question import Question
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.document.content import Banner
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
FACED = "obstacles/faced"


def since(net: Network, sit: Sit) -> tuple[Seat, DocumentScreen, str]:
    """The keyboard is in the day since which there is an obstacle."""
    seat = sit("a")
    where = Where("document", kind="monthly_report", space=net.home.id, answers=(("about/period", "2026-10"),))
    screen = seat.open(where)
    screen.view.turned.emit(filling(screen).page_of(FACED))
    screen.view.row_wanted.emit(FACED)
    (row,) = filling(screen).standing.rows[FACED]
    path = f"{FACED}[{row}]/since"
    assert screen.view.go_to(path)
    return seat, screen, path


def problem(screen: DocumentScreen, path: str) -> str:
    (cards,) = (part for part in filling(screen).page(pager(screen).number).parts if isinstance(part, Cards))
    asked = [part for part in cards.cards[0].parts if isinstance(part, Question) and part.path == path]
    return asked[0].problem


@pytest.mark.parametrize("wait", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_a_future_day_is_told_when_tab_leads_on(net: Network, sit: Sit, qtbot: QtBot, wait: Qt.Key) -> None:
    seat, screen, path = since(net, sit)
    line = focused()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "1/1/2031")
    assert problem(screen, path) == ""
    qtbot.keyClick(line, wait)
    assert focused() is not line
    seat.wait(lambda: problem(screen, path) == "This date lies in the future.")


def test_a_calendar_that_opens_does_not_leave_its_field(net: Network, sit: Sit, qtbot: QtBot) -> None:
    _, screen, path = since(net, sit)
    line: QWidget = focused()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    (popup,) = screen.findChildren(CalendarPopup)
    assert popup.calendar.selectedDate() <= QDate(2026, 10, 31)
    QApplication.processEvents()  # what is left is told a moment later
    popup.close()
    assert problem(screen, path) == ""


@pytest.mark.parametrize("above", ["field", "banner"])
def test_a_field_stays_where_it_is_while_something_is_told_above_it(
    net: Network, sit: Sit, qtbot: QtBot, above: str
) -> None:
    seat = sit("a")
    screen = seat.open(Where("document", record=net.report(net.a, "2026-10").id, path="progress/billed"))
    screen.setFixedSize(1286, 500)
    QApplication.processEvents()
    if above == "field":
        qtbot.keyClicks(focused(), "x")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    before, depth = top_of(screen), depth_of(screen)
    assert screen.view.path_of(focused()) == "progress/description"
    if above == "banner":
        screen.view.banners.show_banners([BANNER], "en")
    seat.wait(lambda: depth_of(screen) > depth)
    QApplication.processEvents()
    assert top_of(screen) == before


BANNER = Banner("note", "lock", Phrase("{name}", {"name": "Sample banner"}))


def top_of(screen: DocumentScreen) -> int:
    """Where on the screen the keyboard is."""
    return focused().mapTo(screen, QPoint(0, 0)).y()


def depth_of(screen: DocumentScreen) -> int:
    """How much stands above it, seen or scrolled away."""
    (area,) = (one for one in screen.view.stack.findChildren(QScrollArea) if one.isAncestorOf(focused()))
    return top_of(screen) + area.verticalScrollBar().value()
