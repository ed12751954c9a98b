from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.screens.exchange.scaled import at_125_percent
from tests.ui.screens.partnerships.contents import make, standings
from tests.ui.screens.pictures import LOOKS, Look, picture, shown
from tests.ui.test_gallery import compare
from wopdesk.ui.screens.partnerships.content import Partnerships
from wopdesk.ui.screens.partnerships.view import PartnershipsView
from wopdesk.ui.widgets.words import Label


@pytest.mark.parametrize("state", ["many", "none"])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, state: str, look: Look, tmp_path: Path) -> None:
    picture(qtbot, lambda: make(state), f"partnerships-{state}", look, tmp_path)


def test_it_is_crisp_at_125_percent(tmp_path: Path) -> None:
    taken = at_125_percent("tests.ui.screens.partnerships.contents", "many", tmp_path / "large.png")
    compare(taken, "partnerships-many-125-percent", tmp_path)


@pytest.fixture
def view(qtbot: QtBot) -> PartnershipsView:
    view = make("many")
    qtbot.addWidget(view)
    shown(view, (1224, 824))
    return view


def test_enter_opens_the_one_that_is_chosen_after_sorting(qtbot: QtBot, view: PartnershipsView) -> None:
    assert view.table is not None
    qtbot.keyClick(view.table, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    view.table.selectRow(0)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert told.args == ["003"]


def test_the_order_stays_when_something_changes(qtbot: QtBot, view: PartnershipsView) -> None:
    assert view.table is not None
    qtbot.keyClick(view.table, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    view.show_content(Partnerships(standings()[:3]))
    assert view.table.rows.source(0) == 2


def test_an_empty_list_offers_to_start_one(qtbot: QtBot) -> None:
    view = make("none")
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.wanted):
        view.findChildren(QPushButton)[0].click()


def test_pwon_is_told_what_it_does_itself(qtbot: QtBot) -> None:
    texts = []
    for state in ("none", "none at PWON"):
        view = make(state)
        qtbot.addWidget(view)
        texts.append(" ".join(one.text() for one in view.findChildren(Label)))
    others, pwon = texts
    assert "PWON opens for you" in others
    assert "PWON opens for you" not in pwon
    assert "Open one" in pwon
