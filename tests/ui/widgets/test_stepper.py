import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.gallery_content import steps
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.widgets.stepper import Step, Stepper, stretch
from wopdesk.ui.widgets.stepper_paint import hyphenated


@pytest.fixture
def stepper(qtbot: QtBot) -> Stepper:
    made = Stepper(steps())
    qtbot.addWidget(made)
    made.resize(1200, 110)
    made.show()
    return made


@given(st.integers(1, 20), st.integers(0, 19), st.integers(50, 2000), st.sampled_from(["left", "right"]))
def test_the_step_to_be_in_view_is_in_view_and_found_where_it_is_painted(
    total: int, centre: int, width: int, side: str
) -> None:
    centre = min(centre, total - 1)
    view = stretch(total, centre, (width, 78), from_right=side == "right")
    shown = range(view.first, view.first + view.count)
    assert centre in shown
    assert shown[-1] < total
    assert all(view.at(view.x(index)) == index for index in shown)
    assert view.count * view.slot == pytest.approx(width)


def test_by_keyboard_one_reaches_and_opens_every_step(stepper: Stepper, qtbot: QtBot) -> None:
    opened: list[int] = []
    stepper.opened.connect(opened.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_Enter):
        qtbot.keyClick(stepper, key)
    qtbot.keyClick(stepper, Qt.Key.Key_End)
    qtbot.keyClick(stepper, Qt.Key.Key_Right)
    qtbot.keyClick(stepper, Qt.Key.Key_Return)
    assert opened == [4, 5, 0, 13]


def test_the_name_follows_the_keyboard_and_says_how_the_step_stands(stepper: Stepper, qtbot: QtBot) -> None:
    assert stepper.accessibleName() == "Timeline, step 5 of 14: Diagnostic visit, in progress, 18 Nov"
    qtbot.keyClick(stepper, Qt.Key.Key_Left)
    assert stepper.accessibleName() == "Timeline, step 4 of 14: Letter of Intent, done, 9 May"


def test_the_timeline_is_a_button_that_presses_the_step_it_names(stepper: Stepper, qtbot: QtBot) -> None:
    told = QAccessible.queryAccessibleInterface(stepper)
    assert told.role() is QAccessible.Role.Button
    qtbot.keyClick(stepper, Qt.Key.Key_Left)
    with qtbot.waitSignal(stepper.opened) as opened:
        told.actionInterface().doAction(told.actionInterface().pressAction())
    assert opened.args == [3]


def test_a_step_without_document_says_so_and_the_keyboard_begins_behind_it(qtbot: QtBot) -> None:
    made = Stepper([Step("Initial meeting", "", "passed"), Step("Letter of Intent", "", "current")])
    qtbot.addWidget(made)
    assert made.at == 1
    qtbot.keyClick(made, Qt.Key.Key_Left)
    assert "no document here" in made.accessibleName()


def test_from_right_to_left_the_left_arrow_goes_on(qapp: QApplication, qtbot: QtBot) -> None:
    wear(qapp, Appearance("light", "ur"))
    made = Stepper(steps())
    qtbot.addWidget(made)
    qtbot.keyClick(made, Qt.Key.Key_Left)
    assert made.at == 5


def test_a_narrow_timeline_shows_the_current_step_and_its_neighbours(stepper: Stepper, qtbot: QtBot) -> None:
    stepper.resize(420, 110)
    view = stepper.stretch
    assert view.first <= 3
    assert view.first + view.count >= 6
    assert view.count < 14
    qtbot.keyClick(stepper, Qt.Key.Key_End)
    assert stepper.stretch.first + stepper.stretch.count == 14


def test_a_click_opens_the_step_below_it(stepper: Stepper, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stepper.opened) as told:
        qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(int(stepper.stretch.x(7)), 20))
    assert told.args == [7]


def test_a_long_word_is_broken_at_its_soft_hyphen_only_when_it_must(stepper: Stepper) -> None:
    assert hyphenated("Dissemi\u00adnation", stepper.font(), 500) == "Dissemination"
    assert hyphenated("Dissemi\u00adnation", stepper.font(), 40) == "Dissemi-\nnation"
