from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.screens.exchange.scaled import at_125_percent
from tests.ui.screens.partnership import contents
from tests.ui.screens.pictures import LOOKS, Look, picture, shown
from tests.ui.test_gallery import compare
from wopdesk.ui.screens.partnership.content import Invitable
from wopdesk.ui.screens.partnership.joining import MemberDialog
from wopdesk.ui.screens.partnership.view import PartnershipView
from wopdesk.ui.shell.where import Where

TALL = Look(size=(1286, 1180))


@pytest.mark.parametrize("made", contents.MADE)
@pytest.mark.parametrize("look", [*LOOKS, TALL], ids=str)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, made: str, look: Look, tmp_path: Path) -> None:
    name = f"partnership-{made}-tall" if look is TALL else f"partnership-{made}"
    picture(qtbot, lambda: contents.make(made), name, look, tmp_path)


def test_it_is_crisp_at_125_percent(tmp_path: Path) -> None:
    taken = at_125_percent("tests.ui.screens.partnership.contents", "running", tmp_path / "large.png")
    compare(taken, "partnership-running-125-percent", tmp_path)


@pytest.fixture
def view(qtbot: QtBot) -> PartnershipView:
    view = contents.make("running")
    qtbot.addWidget(view)
    shown(view, (1224, 824))
    return view


def test_a_step_is_told_about_below_the_timeline(qtbot: QtBot, view: PartnershipView) -> None:
    assert view.timeline.sentence.startswith("3.2.2 Work plan implementation")
    qtbot.keyClick(view.timeline.stepper, Qt.Key.Key_Home)
    qtbot.keyClick(view.timeline.stepper, Qt.Key.Key_Return)
    assert view.timeline.sentence.startswith("3.1.1 Pre-conditions")


def test_enter_opens_a_document_and_begins_one_that_is_due(qtbot: QtBot, view: PartnershipView) -> None:
    went: list[Where] = []
    view.opened.connect(went.append)
    view.papers.table.selectRow(0)
    qtbot.keyClick(view.papers.table, Qt.Key.Key_Return)
    view.papers.table.selectRow(1)
    qtbot.keyClick(view.papers.table, Qt.Key.Key_Return)
    assert [(one.kind, one.record) for one in went] == [("monthly_report", ""), ("", "r")]


def test_the_space_bar_opens_the_document_in_which_advice_stands(qtbot: QtBot, view: PartnershipView) -> None:
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view.advice.rows[1], Qt.Key.Key_Space)
    assert told.args == [Where("document", record="a")]


def test_more_of_what_was_done_shows_at_the_press_of_a_button(qtbot: QtBot, view: PartnershipView) -> None:
    before = len(view.history.rows)
    assert view.history.more.isVisible()
    qtbot.keyClick(view.history.more, Qt.Key.Key_Space)
    assert (before, len(view.history.rows)) == (4, len(contents.running().history))
    assert not view.history.more.isVisible()


def test_another_indicator_and_another_span_are_shown(view: PartnershipView) -> None:
    trend = view.trend
    assert (trend.last.text(), trend.verdict.text()) == ("10.5 h/day", "Improving")
    assert "no figure" in trend.chart.accessibleDescription()
    trend.span.buttons[0].click()
    assert trend.chart.accessibleDescription().startswith("Apr 4 h/day")
    trend.choice.setCurrentIndex(1)
    trend.choice.activated.emit(1)
    assert (trend.last.text(), trend.verdict.text()) == ("57%", "Target reached")


def test_what_was_chosen_stays_when_something_changes(view: PartnershipView) -> None:
    view.trend.choice.setCurrentIndex(1)
    view.trend.span.buttons[2].click()
    view.show_content(replace(contents.running(), papers=()))
    assert view.trend.chosen == ("c", "all")
    assert view.trend.last.text() == "57%"


def test_one_click_opens_a_document(qtbot: QtBot, view: PartnershipView) -> None:
    table = view.papers.table
    middle = table.visualRect(table.model().index(1, 0)).center()
    with qtbot.waitSignal(view.opened) as told:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert told.args == [Where("document", record="r")]


def test_what_is_shown_already_stays_as_it_is(view: PartnershipView) -> None:
    timeline = view.timeline
    view.show_content(contents.running())
    assert view.timeline is timeline


def test_only_pwon_adds_offices(qtbot: QtBot, view: PartnershipView) -> None:
    assert not [one for one in view.members.findChildren(type(view.history.more)) if one.isVisible()]
    view.show_content(contents.opened())
    with qtbot.waitSignal(view.member_wanted):
        view.members.findChildren(type(view.history.more))[0].click()


def test_the_role_follows_the_office_that_is_chosen(qtbot: QtBot) -> None:
    roles = (("mentee", "Mentee"), ("mentor", "Mentor"))
    offices = (("m", "WASA Multan"), ("l", "WASA Lahore"))
    dialog = MemberDialog(Invitable(offices, roles, (("m", "mentee"), ("l", "mentor"))))
    qtbot.addWidget(dialog)
    assert (dialog.office.value, dialog.role.value) == ("m", "mentee")
    dialog.office.setFocus()
    qtbot.keyClick(dialog.office, Qt.Key.Key_Down)
    assert (dialog.office.value, dialog.role.value) == ("l", "mentor")
    assert dialog.add.isEnabled()


def test_who_is_named_as_mentor_is_not_offered_as_mentee(qtbot: QtBot) -> None:
    roles = (("mentee", "Mentee"), ("mentor", "Mentor"), ("supporting", "Supporting partner"))
    offices = (("l", "WASA Lahore"), ("m", "WASA Multan"))
    who = Invitable(offices, roles, (("l", "mentor"), ("m", "mentee")), frozenset({"l"}))
    dialog = MemberDialog(who)
    qtbot.addWidget(dialog)
    assert [dialog.role.itemData(at) for at in range(dialog.role.count())] == ["", "mentor"]
    dialog.office.setFocus()
    qtbot.keyClick(dialog.office, Qt.Key.Key_Down)
    assert [dialog.role.itemData(at) for at in range(dialog.role.count())] == ["", "mentee", "mentor", "supporting"]
