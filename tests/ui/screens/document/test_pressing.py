"""What is pressed below a field is chosen, however quick the press is and whatever comes in between."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.document.shown import Seat, filling, focused
from tests.ui.screens.document.test_photos import begin, done, drop, photo
from wopdesk.ui.form.field import Field
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.frame import Frame
from wopdesk.ui.theme.appearance import worn

__all__ = ["photo"]
Sit = Callable[[str], Seat]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Photo:
    """A photo's caption, and below it whether those who are seen agree, in a window of the program."""

    def __init__(self, seat: Seat, screen: DocumentScreen, row: str) -> None:
        self.screen, self.path = screen, f"work/photos[{row}]/"
        self.frame = Frame(worn().colours, right_to_left=False)
        seat.qtbot.addWidget(self.frame)
        self.frame.resize(1286, 1600)  # nothing scrolls: a page that can be scrolled moves nothing
        self.frame.fill(screen)
        with seat.qtbot.waitExposed(self.frame):
            self.frame.show()
        assert screen.view.go_to(f"{self.path}caption")
        QApplication.processEvents()

    @property
    def consent(self) -> str:
        return filling(self.screen).standing.texts.get(f"{self.path}consent", "")

    @property
    def page(self) -> QWidget:
        shown = self.screen.view.stack.currentWidget()
        assert shown is not None
        return shown

    @property
    def window(self) -> QWindow:
        handle = self.frame.windowHandle()
        assert handle is not None
        return handle

    def button(self, choice: str) -> QAbstractButton:
        fields = self.page.findChildren(Field)
        (asked,) = (one for one in fields if one.editor.question.path == f"{self.path}consent")
        return next(one for one in asked.findChildren(QAbstractButton) if one.property("value") == choice)

    def place(self, choice: str) -> QPoint:
        button = self.button(choice)
        return button.mapTo(self.frame, button.rect().center())

    def depth(self, choice: str) -> int:
        """How much stands above it, seen or scrolled away."""
        (area, *_) = self.page.findChildren(QScrollArea)
        return self.place(choice).y() + area.verticalScrollBar().value()


@pytest.fixture
def taken(net: Network, sit: Sit, photo: str) -> Photo:
    seat, screen = begin(net, sit)
    row = drop(screen, photo)
    done(seat)
    return Photo(seat, screen, row)


def test_a_click_of_no_length_after_typing_chooses(taken: Photo, qtbot: QtBot) -> None:
    for choice in ("yes", "no", "no_faces", "no", "yes"):
        taken.screen.view.go_to(f"{taken.path}caption")
        QApplication.processEvents()
        place = taken.place(choice)
        qtbot.keyClicks(focused(), "x")
        QTest.mouseClick(taken.window, LEFT, NONE, place)
        assert taken.consent == choice


@pytest.mark.parametrize("moves", [False, True])
def test_what_is_pressed_is_chosen_though_a_problem_above_moves_it(taken: Photo, qtbot: QtBot, *, moves: bool) -> None:
    line = focused()
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    QApplication.processEvents()
    place = taken.place("yes")
    QTest.mousePress(taken.window, LEFT, NONE, place)
    qtbot.waitUntil(lambda: taken.place("yes") != place)  # that a caption is missing is said above
    if moves:
        QTest.mouseMove(taken.window, place + QPoint(1, 0))
    QTest.mouseRelease(taken.window, LEFT, NONE, place)
    assert taken.consent == "yes"


def test_where_the_page_scrolls_what_is_pressed_stays_below_the_mouse(taken: Photo, qtbot: QtBot) -> None:
    taken.frame.resize(1286, 960)
    assert taken.screen.view.go_to(f"{taken.path}caption")
    qtbot.wait(1)
    line = focused()
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    QApplication.processEvents()
    place, depth = taken.place("yes"), taken.depth("yes")
    QTest.mousePress(taken.window, LEFT, NONE, place)
    qtbot.waitUntil(lambda: taken.depth("yes") > depth)
    assert taken.place("yes") == place
    QTest.mouseRelease(taken.window, LEFT, NONE, place)
    assert taken.consent == "yes"


def test_a_press_that_is_drawn_away_chooses_nothing_though_all_moves(taken: Photo, qtbot: QtBot) -> None:
    line = focused()
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    QApplication.processEvents()
    place = taken.place("yes")
    QTest.mousePress(taken.window, LEFT, NONE, place)
    qtbot.waitUntil(lambda: taken.place("yes") != place)
    QTest.mouseMove(taken.window, place + QPoint(300, 0))
    QTest.mouseRelease(taken.window, LEFT, NONE, place + QPoint(300, 0))
    assert taken.consent == ""


class Moved(QObject):
    """Notes which widgets of a page are moved, made larger or smaller, shown or hidden."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page, self.widgets = page, list[str]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
        if isinstance(watched, QWidget) and event.type() in kinds and self._page.isAncestorOf(watched):
            self.widgets.append(f"{type(watched).__name__} {event.type().name}")
        return False


def test_a_letter_that_needs_no_more_room_moves_nothing(taken: Photo, qtbot: QtBot) -> None:
    line, app = focused(), QApplication.instance()
    assert app is not None
    moved = Moved(taken.page)
    qtbot.keyClicks(line, "x")
    QApplication.processEvents()
    app.installEventFilter(moved)
    qtbot.keyClicks(line, "y")
    QApplication.processEvents()
    app.removeEventFilter(moved)
    assert moved.widgets == []
