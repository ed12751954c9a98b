from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from wopdesk.ui.widgets.keyboard import keyboard_kept, stops
from wopdesk.ui.widgets.page import emptied


class Remade(QWidget):
    """A part of a window that is made anew whenever it shows something else, beside a navigation."""

    def __init__(self) -> None:
        super().__init__()
        self.window_ = QWidget()
        column = QVBoxLayout(self.window_)
        column.addWidget(QLineEdit())  # the navigation, to which Qt would go
        column.addWidget(self)
        self.column = QVBoxLayout(self)

    def show_names(self, names: Sequence[str]) -> None:
        with keyboard_kept(self):
            emptied(self.column)
            for name in names:
                button = QPushButton()
                button.setAccessibleName(name)
                self.column.addWidget(button)

    def focus(self, name: str) -> None:
        next(one for one in self.findChildren(QPushButton) if one.accessibleName() == name).setFocus()

    @property
    def focused(self) -> str:
        found = self.window_.focusWidget()
        assert found is self or self.isAncestorOf(found)
        return found.accessibleName()


@pytest.fixture
def part(qtbot: QtBot) -> Remade:
    made = Remade()
    qtbot.addWidget(made.window_)
    made.show_names(["first", "second", "third", "fourth"])
    made.window_.show()
    return made


@pytest.mark.parametrize(
    ("names", "goes_on"),
    [
        (["zeroth", "first", "second", "third"], "third"),
        (["third", "first", "second"], "third"),
        (["first", "second", "fourth"], "fourth"),
        (["fourth"], "fourth"),
        (["first", "second"], "second"),
        ([], ""),
    ],
)
def test_the_keyboard_stays_where_it_was_or_goes_on_after_it(part: Remade, names: list[str], goes_on: str) -> None:
    part.focus("third")
    part.show_names(names)
    assert part.focused == goes_on


def test_a_keyboard_that_is_elsewhere_stays_there(part: Remade) -> None:
    navigation = part.window_.findChild(QLineEdit)
    assert navigation is not None
    navigation.setFocus()
    part.show_names(["third"])
    assert part.window_.focusWidget() is navigation


def test_to_look_for_the_next_one_leaves_everything_what_it_is(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    first, table = QLineEdit(), QTableView()
    for one in (first, table):
        column.addWidget(one)
    held = table.horizontalScrollBar().parentWidget()
    assert stops(page)
    delete(first)
    assert isValid(held)
