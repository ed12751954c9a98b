"""Pages in one place: the keyboard does not stray while one turns from one to the other."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wopdesk.ui.screens.document.page_stack import PageStack


def shown(qtbot: QtBot) -> tuple[QWidget, PageStack, QLineEdit, QLineEdit]:
    """A window with two pages, and a line beside them."""
    window, stack, beside = QWidget(), PageStack(), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for one in (stack, beside):
        column.addWidget(one)
    first = QLineEdit()
    for one in (first, QLineEdit()):
        stack.addWidget(one)
    window.show()
    qtbot.waitExposed(window)
    return window, stack, first, beside


def test_the_keyboard_leaves_the_page_that_goes_and_goes_nowhere_else(qtbot: QtBot) -> None:
    window, stack, first, _ = shown(qtbot)
    first.setFocus()
    assert stack.turn_to(stack.widget(1) or stack)
    assert window.focusWidget() is None
    assert stack.currentIndex() == 1


def test_a_keyboard_that_is_elsewhere_stays_there(qtbot: QtBot) -> None:
    window, stack, _, beside = shown(qtbot)
    beside.setFocus()
    assert not stack.turn_to(stack.widget(1) or stack)
    assert window.focusWidget() is beside
