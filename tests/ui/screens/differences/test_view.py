from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.screens.differences.pictures import content, figure, make, row
from tests.ui.screens.exchange.scaled import at_125_percent
from tests.ui.screens.pictures import LOOKS, Look, picture, shown
from tests.ui.test_gallery import compare
from wopdesk.ui.screens.differences.content import DifferencesContent
from wopdesk.ui.screens.differences.side_panel import text_of
from wopdesk.ui.screens.differences.view import DifferencesView
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.widgets.empty import Empty

STATES = ("typing", "none")
KEY = figure().key


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("state", STATES)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, state: str, look: Look, tmp_path: Path) -> None:
    picture(qtbot, lambda: make(state), f"differences-{state}", look, tmp_path)


def test_it_is_crisp_at_125_percent(tmp_path: Path) -> None:
    taken = at_125_percent("tests.ui.screens.differences.pictures", "typing", tmp_path / "large.png")
    compare(taken, "differences-typing-125-percent", tmp_path)


def opened(qtbot: QtBot, state: str = "all") -> DifferencesView:
    view = make(state)
    qtbot.addWidget(view)
    shown(view, (1224, 824))
    return view


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name(qtbot: QtBot, qapp: QApplication, state: str, language: str) -> None:
    wear(qapp, Appearance("light", "ur" if language == "ur" else "en"))
    view = opened(qtbot, state)
    controls = [*view.findChildren(QAbstractButton), *view.findChildren(QLineEdit)]
    assert controls
    assert not [type(one) for one in controls if one.isVisibleTo(view) and not one.accessibleName()]


def test_buttons_say_what_they_keep(qtbot: QtBot) -> None:
    view = opened(qtbot)
    names = [panel.keep.accessibleName() for panel in view.parts[KEY].sides]
    assert names == ["Keep this: 12.5", "Keep this: 14"]


def test_one_click_keeps_a_side(qtbot: QtBot) -> None:
    view = opened(qtbot)
    with qtbot.waitSignal(view.settled) as settled:
        view.parts[KEY].sides[1].keep.click()
    assert settled.args == [KEY, "14", "14"]


def test_another_answer_can_be_typed(qtbot: QtBot) -> None:
    view = opened(qtbot)
    part = view.parts[KEY]
    part.another.click()
    assert part.editor is not None
    assert not part.keep.isEnabled()
    qtbot.keyClicks(part.editor.editor.focusProxy(), "13")
    with qtbot.waitSignal(view.settled) as settled:
        part.keep.click()
    assert settled.args == [KEY, "13", "13"]


def test_a_row_is_kept_or_removed(qtbot: QtBot) -> None:
    view = opened(qtbot)
    keep, remove = view.parts[row().key].sides
    assert keep.keep.text() == "Keep the row"
    with qtbot.waitSignal(view.settled) as settled:
        remove.keep.click()
    assert settled.args == [row().key, "remove", "The row was removed"]
    assert "Large leak" in text_of(row().sides[0], is_row=True)


def test_who_may_not_settle_only_sees(qtbot: QtBot) -> None:
    view = opened(qtbot)
    part = view.parts["r2", figure().field]
    assert all(panel.keep.isHidden() for panel in part.sides)
    assert part.another.parent() is None


def test_what_was_settled_is_gone_and_what_is_typed_elsewhere_stays(qtbot: QtBot) -> None:
    view = opened(qtbot)
    typed = view.parts["r1", "work/activities[b]/description"]
    typed.another.click()
    view.show_content(content(), {KEY})
    assert KEY not in view.parts
    assert view.parts["r1", "work/activities[b]/description"] is typed
    assert typed.editor is not None
    view.show_content(content())
    assert KEY in view.parts


def test_the_same_content_changes_nothing(qtbot: QtBot) -> None:
    view = opened(qtbot)
    before = dict(view.parts)
    view.show_content(content())
    assert view.parts == before


def test_other_documents_are_a_click_away(qtbot: QtBot) -> None:
    view = opened(qtbot, "none")
    (empty,) = view.findChildren(Empty)
    with qtbot.waitSignal(view.all_wanted):
        empty.acted.emit()
    view.show_content(replace(content(), elsewhere=3))
    assert len(view.parts) == 4
    view.show_content(DifferencesContent())
    assert not view.parts
