from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.widgets.combo import Combo


def called(combo: Combo) -> list[str]:
    """What labels say of it, as screen readers on Linux ask for it."""
    interface = QAccessible.queryAccessibleInterface(combo)
    return [label.text(QAccessible.Text.Name) for label, _ in interface.relations(QAccessible.RelationFlag.Label)]


def test_a_list_says_what_it_is_called_beside_what_is_taken(qtbot: QtBot) -> None:
    holder, other = QWidget(), QWidget()
    for one in (holder, other):
        qtbot.addWidget(one)
        QVBoxLayout(one)
    combo = Combo()
    combo.offer([("m", "Mentee")], "m")
    combo.setAccessibleName("Role & place")
    for one in (holder, other):
        layout = one.layout()
        assert layout is not None
        layout.addWidget(combo)
        assert called(combo) == ["Role & place"]


@pytest.fixture
def unhurried() -> Iterator[None]:
    """No press is the second one of a double click."""
    interval = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)
    yield
    QApplication.setDoubleClickInterval(interval)


@pytest.mark.usefixtures("unhurried")
def test_what_is_not_in_the_list_says_so_and_cannot_be_chosen_again(qtbot: QtBot) -> None:
    combo, told = Combo(), list[str]()
    qtbot.addWidget(combo)
    combo.taken.connect(told.append)
    combo.offer([("a", "One"), ("b", "Two")], "Both of them")
    assert (combo.value, combo.currentText()) == ("Both of them", "Both of them – not in the list")
    qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert told == ["b"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_B):
        qtbot.keyClick(combo, key)
    combo.showPopup()
    list_shown = combo.view()
    place = list_shown.visualRect(combo.model().index(combo.count() - 1, 0)).center()
    qtbot.mouseClick(list_shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    combo.hidePopup()
    assert combo.value == "b"


@pytest.mark.parametrize("taken", ["c0", "c9", "None of them"])
@pytest.mark.parametrize("fits", [True, False])
def test_a_list_opens_below_or_above_what_opened_it(
    qapp: QApplication, qtbot: QtBot, taken: str, *, fits: bool
) -> None:
    wear(qapp, Appearance("light", "en"))
    combo = Combo()
    qtbot.addWidget(combo)
    combo.offer([(f"c{number}", f"Sample choice {number}") for number in range(10)], taken)
    screen = combo.screen().availableGeometry()
    combo.move(40, 200 if fits else screen.bottom() - 60)
    with qtbot.waitExposed(combo):
        combo.show()
    combo.showPopup()
    place, shown = combo.geometry(), combo.view().window().geometry()
    assert shown.top() >= place.bottom() if fits else shown.bottom() <= place.top() + 1
    assert screen.contains(shown)
    combo.hidePopup()


def test_what_was_not_in_the_list_is_gone_when_another_is_taken(qtbot: QtBot) -> None:
    combo = Combo()
    qtbot.addWidget(combo)
    combo.offer([("a", "One")], "Both of them")
    combo.offer([("a", "One")], "a")
    assert [combo.itemText(at) for at in range(combo.count())] == ["", "One"]
