from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.screens.exchange.scaled import at_125_percent
from tests.ui.screens.home import contents
from tests.ui.screens.pictures import LOOKS, Look, picture, shown
from tests.ui.test_gallery import compare
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.saying import said
from wopdesk.ui.screens.home.content import Line
from wopdesk.ui.screens.home.view import HomeView
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.widgets.row import Row


@pytest.mark.parametrize("office", contents.OFFICES)
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, office: str, look: Look, tmp_path: Path) -> None:
    picture(qtbot, lambda: contents.make(office), f"home-{office}", look, tmp_path)


def test_it_is_crisp_at_125_percent(tmp_path: Path) -> None:
    taken = at_125_percent("tests.ui.screens.home.contents", "mentee", tmp_path / "large.png")
    compare(taken, "home-mentee-125-percent", tmp_path)


@pytest.fixture
def view(qtbot: QtBot) -> HomeView:
    view = contents.make("mentee")
    qtbot.addWidget(view)
    shown(view, (1224, 824))
    return view


def test_every_line_is_reached_by_tab_and_opened_by_the_space_bar(qtbot: QtBot, view: HomeView) -> None:
    went: list[Where] = []
    view.opened.connect(went.append)
    with qtbot.waitActive(view):
        view.activateWindow()
    view.rows[0].setFocus()
    reached = []
    for _ in range(30):
        reached.append(QApplication.focusWidget())
        view.focusNextChild()
    assert [row for row in view.rows if row not in reached] == []
    for row in view.rows:
        qtbot.keyClick(row, Qt.Key.Key_Space)
    content = contents.mentee()
    lines = (*content.kept, *content.mine, *content.unsent, *content.others, *content.arrived)
    assert sorted(map(repr, went)) == sorted(repr(line.where) for line in lines)


def test_a_line_says_its_status_to_those_who_do_not_see_it(view: HomeView) -> None:
    row = next(row for row in view.rows if row.accessibleName().startswith("Write"))
    assert row.accessibleName() == "Write: Monthly report, October 2026, Due in 3 days"
    assert row.accessibleDescription() == "WOP-PK-001"


def test_the_keyboard_stays_in_its_line_when_something_changes(qtbot: QtBot, view: HomeView) -> None:
    with qtbot.waitActive(view):
        view.activateWindow()
    view.rows[2].setFocus()
    view.show_content(contents.coordinator())
    assert view.rows[2].hasFocus()


def test_what_shows_the_same_stays_and_what_moved_keeps_the_keyboard(qtbot: QtBot, view: HomeView) -> None:
    with qtbot.waitActive(view):
        view.activateWindow()
    content = contents.mentee()
    before, focused = view.rows, view.rows[len(content.kept) + 1]
    name, rest = focused.accessibleName(), [row for row in before if row not in _of(view, content.mine)]
    focused.setFocus()
    new = Line("file-text", Phrase("Write: Monthly report, November 2026"), where=Where("offices"))
    view.show_content(replace(content, mine=(new, *content.mine)))
    assert [row for row in rest if row not in view.rows] == []
    kept = QApplication.focusWidget()
    assert kept is not None
    assert kept.accessibleName() == name
    view.focusNextChild()
    following = view.rows[view.rows.index(kept) + 1]  # type: ignore[arg-type]
    assert following.hasFocus()


def _of(view: HomeView, lines: tuple[Line, ...]) -> list[Row]:
    said_there = {said(line.text) for line in lines}
    return [row for row in view.rows if any(row.accessibleName().startswith(text) for text in said_there)]


def test_another_language_is_said_at_once(qapp: QApplication, view: HomeView) -> None:
    wear(qapp, Appearance("light", "ur"))
    view.show_content(contents.mentee())
    assert view.rows[1].accessibleName().endswith("واپس")


def test_a_fresh_office_cannot_start_a_document(qtbot: QtBot) -> None:
    view = contents.make("fresh")
    qtbot.addWidget(view)
    assert [row.accessibleName().partition(",")[0] for row in view.rows] == [
        "Open PWON's invitation",
        "Send to PWON",
        "Start your partnership",
    ]
    with qtbot.waitSignal(view.partnership_wanted):
        view.new_partnership.click()
    assert view.new_document is None
