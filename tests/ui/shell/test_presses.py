"""Which presses of a button count while what it was asked for is being done."""

import secrets
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from wopdesk.desk import filing
from wopdesk.desk.desk import Desk
from wopdesk.records.ids import PARTNERSHIP, Space
from wopdesk.ui.screens.document.pager import Pager
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.session import Session
from wopdesk.ui.shell.where import Where
from wopdesk.ui.widgets.button import Button

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Worker:
    """Jobs that wait until they may end."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.may_end = threading.Event()
        self.asked = self.done = 0

    def end(self, qtbot: QtBot) -> None:
        """Let the job that was asked for end."""
        assert self._session.office is not None
        with qtbot.waitSignal(self._session.office.answered):
            self.may_end.set()

    def ask(self) -> None:
        """As a button's slot does."""
        office = self._session.office
        assert office is not None
        self.asked += 1
        office.do(self._job, lambda _none: self._count())

    def _job(self, _desk: Desk) -> None:
        self.may_end.wait()

    def _count(self) -> None:
        self.done += 1


@pytest.fixture
def worker(session: Session) -> Iterator[Worker]:
    worker = Worker(session)
    yield worker
    worker.may_end.set()


def button_on(screen: QWidget, place: QPoint) -> Button:
    button = Button("Save", "primary")
    button.setParent(screen)
    button.adjustSize()
    button.move(place)
    button.show()
    button.raise_()
    return button


def place_of(session: Session, button: QAbstractButton) -> QPoint:
    return button.mapTo(session.frame, button.rect().center())


def shown(session: Session) -> QWidget:
    screen = session.window.screen_shown
    assert screen is not None
    return screen


def test_who_clicks_twice_asks_once_however_fast_it_is_done(session: Session, worker: Worker, qtbot: QtBot) -> None:
    worker.may_end.set()

    def ask() -> None:
        worker.ask()
        qtbot.waitUntil(lambda: worker.done == 1)

    button = button_on(shown(session), QPoint(40, 40))
    button.clicked.connect(ask)
    QTest.mouseDClick(session.frame.windowHandle(), LEFT, NONE, place_of(session, button))
    assert worker.asked == 1


def test_the_second_click_presses_nothing_that_stands_there_since_the_first(session: Session, worker: Worker) -> None:
    """Where two buttons take turns, as "Add both" and "Send to them"."""
    first = button_on(shown(session), QPoint(40, 40))
    first.clicked.connect(worker.ask)
    second = button_on(shown(session), QPoint(40, 40))
    pressed: list[bool] = []
    second.clicked.connect(lambda: pressed.append(True))
    second.hide()
    first.clicked.connect(first.hide)
    first.clicked.connect(second.show)
    QTest.mouseDClick(session.frame.windowHandle(), LEFT, NONE, place_of(session, first))
    assert worker.asked == 1
    assert not pressed


def test_a_button_is_not_pressed_again_before_what_it_asked_for_is_done(
    session: Session, worker: Worker, qtbot: QtBot
) -> None:
    button, other = button_on(shown(session), QPoint(40, 40)), button_on(shown(session), QPoint(340, 40))
    pressed: list[bool] = []
    button.clicked.connect(worker.ask)
    other.clicked.connect(lambda: pressed.append(True))
    window = session.frame.windowHandle()
    for one in (button, other, button, other):
        QTest.mouseClick(window, LEFT, NONE, place_of(session, one))
    assert worker.asked == 1
    assert len(pressed) == 2  # others are pressed meanwhile
    worker.end(qtbot)
    QTest.mouseClick(window, LEFT, NONE, place_of(session, other))
    QTest.mouseClick(window, LEFT, NONE, place_of(session, button))
    assert worker.asked == 2


def test_nor_by_keyboard(session: Session, worker: Worker, qtbot: QtBot) -> None:
    button = button_on(shown(session), QPoint(40, 40))
    button.clicked.connect(worker.ask)
    with qtbot.waitActive(session.frame):
        session.frame.activateWindow()
    button.setFocus()
    window = session.frame.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert worker.asked == 1
    worker.end(qtbot)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert worker.asked == 2


def test_nor_is_enter_in_a_line_however_long_it_is_held(session: Session, worker: Worker, qtbot: QtBot) -> None:
    line = QLineEdit(shown(session))
    line.returnPressed.connect(worker.ask)
    line.show()
    with qtbot.waitActive(session.frame):
        session.frame.activateWindow()
    line.setFocus()
    window = session.frame.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert worker.asked == 1
    QTest.keyClicks(line, "a b")
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert line.text() == "a b "  # what is typed meanwhile is not kept from it
    worker.end(qtbot)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert worker.asked == 2


def test_a_place_can_be_gone_to_again_while_the_screen_that_was_left_for_it_still_saves(
    session: Session, worker: Worker
) -> None:
    window, places = session.frame.windowHandle(), session.window.navigation.buttons
    places["offices"].pressed.connect(worker.ask)  # as a screen that is left does
    for place in ("offices", "partnerships", "offices"):
        QTest.mouseClick(window, LEFT, NONE, place_of(session, places[place]))
    assert session.window.screen_shown is not None
    assert session.window.screen_shown.where.screen == "offices"


def begun(desk: Desk) -> str:
    """A record of several pages in which nothing is answered yet."""
    space = Space(PARTNERSHIP, desk.office, secrets.token_hex(16))
    return filing.start(desk, "partnership", space, {}).id


@pytest.fixture
def document(session: Session, qtbot: QtBot) -> DocumentScreen:
    records: list[str] = []
    assert session.office is not None
    session.office.do(begun, records.append)
    qtbot.waitUntil(lambda: bool(records))
    session.window.go(Where("document", record=records[0]))
    screen = session.window.screen_shown
    assert isinstance(screen, DocumentScreen)
    qtbot.waitUntil(lambda: screen.pager is not None)
    return screen


def problems_shown(pager: Pager) -> set[int | None]:
    """On which pages what is wrong is told."""
    return {pager.filling.page_of(one.path) for one in pager.filling.problems(shown=True)}


def test_who_clicks_twice_turns_one_page_and_sees_nothing_red_on_it(session: Session, document: DocumentScreen) -> None:
    pager, foot, window = document.pager, document.view.foot, session.frame.windowHandle()
    assert pager is not None
    for number in (1, 2):
        QTest.mouseDClick(window, LEFT, NONE, place_of(session, foot.onward_button))
        assert pager.number == number
        assert number not in problems_shown(pager)
    QTest.mouseDClick(window, LEFT, NONE, place_of(session, foot.back_button))
    assert pager.number == 1


def test_what_turned_no_page_can_be_clicked_twice(session: Session, document: DocumentScreen) -> None:
    """As a choice that is chosen and taken back, right after a page was turned."""
    button = button_on(document, QPoint(400, 10))
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.mouseClick(session.frame.windowHandle(), LEFT, NONE, place_of(session, document.view.foot.onward_button))
    QTest.mouseDClick(session.frame.windowHandle(), LEFT, NONE, place_of(session, button))
    assert len(pressed) == 2


def test_after_a_fault_it_can_be_pressed_again(session: Session, qtbot: QtBot) -> None:
    office = session.office
    asked: list[bool] = []
    assert office is not None

    def fail(_desk: Desk) -> None:
        raise OSError(28, "No space left on device")

    def ask() -> None:
        asked.append(True)
        office.do(fail)

    button, other = button_on(shown(session), QPoint(40, 40)), button_on(shown(session), QPoint(340, 40))
    button.clicked.connect(ask)
    window = session.frame.windowHandle()
    with qtbot.waitSignal(office.answered):
        QTest.mouseClick(window, LEFT, NONE, place_of(session, button))
    QTest.mouseClick(window, LEFT, NONE, place_of(session, other))
    QTest.mouseClick(window, LEFT, NONE, place_of(session, button))
    assert len(asked) == 2
