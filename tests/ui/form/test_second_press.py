"""Who clicks twice on a choice opens what there is to choose from, and has chosen nothing yet."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.form.filling import Filling, filled
from wopdesk.ui.form.calendar_popup import CalendarPopup
from wopdesk.ui.form.date import DateEditor
from wopdesk.ui.form.parts import Page
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.form.rows import RepeatRow, RepeatTable
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.second_press import SecondPress

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
FEW = (("p", "Pumps"), ("v", "Valves"))
MANY = tuple((f"c{number}", f"Sample town {number}") for number in range(20))
ASKED = {
    "few": Question("t[a]/what", "select_one", "What", choices=FEW),
    "many": Question("t[a]/what", "select_one", "What", choices=MANY),
    "several": Question("t[a]/what", "select_multiple", "What", choices=FEW),
}


@pytest.fixture(autouse=True)
def soon() -> Iterator[None]:
    """However slow the computer is, what a test presses is pressed quickly."""
    interval = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(60_000)
    yield
    QApplication.setDoubleClickInterval(interval)


def later() -> None:
    """From now on no press is the second one of a double click."""
    QApplication.setDoubleClickInterval(0)


def asking(qtbot: QtBot, asked: Question) -> Filling:
    columns = (Question("what", asked.type, "What"), Question("more", "text", "More"))
    row = RepeatRow("a", (asked, Question("t[a]/more", "text", "More")), "A")
    return filled(qtbot, Page("p", "Page", parts=(RepeatTable("t", "T", columns, (row,)),)))


def cell(page: Filling) -> QPoint:
    """Where in the window the cell is."""
    view = page.findChildren(RepeatEditor)[0].view
    area: QRect = view.visualRect(view.model().index(0, 1 if view.model().columnCount() > 2 else 0))
    return view.viewport().mapTo(page.window(), area.center())


def opened() -> QWidget | None:
    popup: QWidget | None = QApplication.activePopupWidget()
    return popup


def click_choice(combo: Combo, number: int) -> None:
    view = combo.view()
    QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(combo.model().index(number, 0)).center())


@pytest.mark.parametrize("kind", ASKED)
def test_a_double_click_on_a_cell_opens_its_choices_and_takes_none(qtbot: QtBot, kind: str) -> None:
    page = asking(qtbot, ASKED[kind])
    QTest.mouseDClick(page.window().windowHandle(), LEFT, NONE, cell(page))
    popup = opened()
    assert popup is not None
    assert popup.isVisible()
    assert page.told == []
    popup.close()


def test_a_list_is_watched_as_long_as_it_can_be_opened(qtbot: QtBot) -> None:
    combo = Combo()
    qtbot.addWidget(combo)
    combo.offer(FEW, "p")
    combo.show()
    gc.collect()
    combo.showPopup()
    click_choice(combo, 2)
    assert combo.view().isVisible()
    assert combo.value == "p"
    gc.collect()
    later()
    click_choice(combo, 2)
    assert combo.value == "v"


def test_a_choice_that_lies_beneath_the_second_press_is_not_taken(qtbot: QtBot) -> None:
    page = asking(qtbot, ASKED["few"])
    QTest.mouseClick(page.window().windowHandle(), LEFT, NONE, cell(page))
    (combo,) = page.findChildren(Combo)
    click_choice(combo, 2)
    assert combo.view().isVisible()
    assert page.told == []
    combo.hidePopup()


def test_what_is_pressed_later_is_taken(qtbot: QtBot) -> None:
    page = asking(qtbot, ASKED["few"])
    QTest.mouseClick(page.window().windowHandle(), LEFT, NONE, cell(page))
    (combo,) = page.findChildren(Combo)
    later()
    click_choice(combo, 2)
    assert page.told == [("t[a]/what", "v")]


def test_a_release_that_comes_late_takes_nothing_either(qtbot: QtBot) -> None:
    page = asking(qtbot, ASKED["few"])
    QTest.mouseClick(page.window().windowHandle(), LEFT, NONE, cell(page))
    (combo,) = page.findChildren(Combo)
    ground, place = combo.view().viewport(), combo.view().visualRect(combo.model().index(2, 0)).center()
    QTest.mousePress(ground, LEFT, NONE, place)
    later()
    QTest.mouseRelease(ground, LEFT, NONE, place)
    assert combo.view().isVisible()
    assert page.told == []
    combo.hidePopup()


def test_a_calendar_stays_open_for_who_clicked_its_button_twice(qtbot: QtBot) -> None:
    editor = DateEditor(Question("a/date", "date", "When"))
    qtbot.addWidget(editor)
    editor.show()
    editor.open_calendar()
    (calendar,) = editor.findChildren(CalendarPopup)
    QTest.mouseClick(calendar, LEFT, NONE, QPoint(-20, -20))  # beside it, on the button
    assert calendar.isVisible()
    calendar.close()


class Released(QWidget):
    """Something over which a button is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.times += 1


def test_a_press_before_it_closed_keeps_no_release_from_what_opens_again(qtbot: QtBot) -> None:
    popup = Released()
    qtbot.addWidget(popup)
    SecondPress(popup)
    popup.show()
    QTest.mousePress(popup, LEFT)
    popup.hide()
    popup.show()
    QTest.mouseRelease(popup, LEFT)
    assert popup.times == 1
