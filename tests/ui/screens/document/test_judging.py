"""A reviewer's panel with real desks: a verdict is given once, and a new version shows what it answers otherwise."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.document.shown import Seat, filling, focused, give, pager, panel_of
from wopdesk.desk import documents, filing, opinions, reviewing, submitting
from wopdesk.desk.opinions import Opinion
from wopdesk.ui.form.parts import Page
from wopdesk.ui.form.question import Question
from wopdesk.ui.screens.document.judge_panel import JudgePanel
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
BY = "about/prepared_by"
ADVICE = {
    "about/subject": "Clamps",
    "advice/items[1]/kind": "lesson",
    "advice/items[1]/text": "Use a clamp.",
}


def sent(net: Network) -> str:
    """October's report of the mentee, at the coordinator's."""
    document = net.report(net.a, "2026-10")
    submitting.submit(net.a, document.id)
    net.send(net.a, net.p)
    return document.id


def corrected(net: Network, record: str) -> None:
    """The coordinator returns it, and the mentee sends the next version."""
    reviewing.review(net.p, record, "return", "Two things to mend.", {BY: "Write your position."})
    net.send(net.p, net.a)
    filing.answer(net.a, record, {BY: "Sample Engineer, Distribution"})
    submitting.submit(net.a, record)
    net.send(net.a, net.p)


def words_in(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def says(seat: Seat, widget: QWidget, text: str) -> None:
    """What was put into a layout is shown a moment later."""
    seat.wait(lambda: text in words_in(widget))


def boxes_in(panel: JudgePanel) -> list[QPlainTextEdit]:
    return [one for one in panel.findChildren(QPlainTextEdit) if one.isVisible()]


def nothing_said(panel: JudgePanel) -> bool:
    return boxes_in(panel) == [panel.good, panel.next_step]


def nothing_commented(panel: JudgePanel) -> bool:
    return boxes_in(panel) == [panel.good] and panel.empty


def nothing_to_write(panel: JudgePanel) -> bool:
    return not boxes_in(panel)


def question(page: Page, path: str) -> Question:
    return next(part for part in page.parts if isinstance(part, Question) and part.path == path)


def test_a_verdict_stands_as_it_was_given(net: Network, sit: Sit) -> None:
    seat = sit("p")
    where = Where("document", record=sent(net))
    screen = seat.open(where)
    panel = panel_of(screen)
    screen.view.remark_wanted.emit(BY)
    panel.remarks[BY].setPlainText("Write your position.")
    panel.next_step.setPlainText("Two things to mend.")
    give(seat, panel, panel.give_back)
    seat.wait(lambda: filling(screen).background.given is not None)
    for one in (panel, panel_of(seat.open(where))):
        for text in ("Returned", "Two things to mend.", "Prepared by", "Write your position."):
            says(seat, one, text)
        seat.wait(partial(nothing_to_write, one))
        assert not one.accept.isVisible()
    assert "remarkable" not in question(filling(screen).page(0), BY).looks


def test_the_next_version_can_be_judged_again(net: Network, sit: Sit) -> None:
    name = sent(net)
    corrected(net, name)
    seat = sit("p")
    panel = panel_of(seat.open(Where("document", record=name)))
    seat.wait(panel.accept.isVisible)
    seat.wait(lambda: boxes_in(panel) == [panel.good, panel.next_step])


def test_a_comment_is_no_verdict(net: Network, sit: Sit) -> None:
    name = sent(net)
    net.send(net.a, net.b)
    seat, where = sit("b"), Where("document", record=name)
    screen = seat.open(where)
    panel = panel_of(screen)
    screen.view.remark_wanted.emit(BY)
    panel.remarks[BY].setPlainText("Well written.")
    panel.good.setPlainText("Well done.")
    panel.comment.click()
    seat.wait(seat.has_heard)
    for one in (panel, panel_of(seat.open(where))):
        seat.wait(partial(nothing_commented, one))
        assert one.isEnabled()
        assert one.empty


def test_who_does_not_decide_is_asked_for_a_comment_alone(net: Network, sit: Sit) -> None:
    note = filing.start(net.b, "advice_note", net.home, ADVICE).id
    submitting.submit(net.b, note)
    net.meet(net.a, net.b)
    seat = sit("a")
    panel = panel_of(seat.open(Where("document", record=note)))
    for text in ("Comment", "Your comment"):
        says(seat, panel, text)
    said = words_in(panel)
    assert not [text for text in ("Review", "What was good", "to be corrected", "To accept it") if text in said]
    assert boxes_in(panel) == [panel.good]
    assert panel.good.accessibleName() == "Your comment"


def test_what_was_written_in_two_boxes_is_one_comment(net: Network, sit: Sit) -> None:
    name = sent(net)
    net.send(net.a, net.b)
    opinions.keep(net.b, name, Opinion("Well done.", "Read the meter."))
    seat = sit("b")
    panel = panel_of(seat.open(Where("document", record=name)))
    seat.wait(lambda: panel.said.good == "Well done.\nRead the meter.")
    assert panel.said.next_step == ""


@pytest.mark.parametrize(("verdict", "asked"), [("give_back", "Return version 1?"), ("accept", "Accept version 1?")])
def test_a_press_by_accident_gives_no_verdict(net: Network, sit: Sit, qtbot: QtBot, verdict: str, asked: str) -> None:
    name = sent(net)
    seat = sit("p")
    screen = seat.open(Where("document", record=name))
    panel = panel_of(screen)
    screen.view.remark_wanted.emit(BY)
    panel.remarks[BY].setPlainText("Write your position.")
    qtbot.mouseDClick(getattr(panel, verdict), Qt.MouseButton.LeftButton)
    getattr(panel, verdict).click()
    panel.sure.yes.click()  # as the second click of a double click
    says(seat, panel, asked)
    says(seat, panel, "It goes to WASA Faisalabad with one remark at a field")
    assert focused() is panel.sure.yes
    qtbot.keyClick(panel.sure.yes, Qt.Key.Key_Escape)
    assert not panel.sure.isVisible()
    assert getattr(panel, verdict).isVisible()
    assert focused() is getattr(panel, verdict)
    seat.stand_up()
    assert not documents.find_document(net.p, name).versions[-1].reviews


def test_what_is_written_after_the_question_is_asked_for_anew(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat = sit("p")
    panel = panel_of(seat.open(Where("document", record=sent(net))))
    panel.good.setPlainText("Well done.")
    panel.accept.click()
    seat.wait(panel.sure.isVisible)
    qtbot.keyClicks(panel.good, "!")
    assert not panel.sure.isVisible()
    assert panel.accept.isVisible()


def test_what_a_verdict_needs_is_told_before_it_is_given(net: Network, sit: Sit) -> None:
    seat = sit("p")
    panel = panel_of(seat.open(Where("document", record=sent(net))))
    says(seat, panel, "To accept it,")
    says(seat, panel, "To return it,")
    assert not panel.problem.isVisible()


def test_what_was_missing_is_no_longer_told_once_the_reviewer_writes(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat = sit("p")
    panel = panel_of(seat.open(Where("document", record=sent(net))))
    panel.accept.click()
    assert panel.problem.isVisible()
    panel.remark("progress/description", "Progress in words")
    qtbot.keyClicks(panel.remarks["progress/description"], "W")
    assert not panel.problem.isVisible()
    assert panel.good.property("state") == ""


def test_a_new_version_shows_what_changed_and_what_was_remarked(net: Network, sit: Sit) -> None:
    name = sent(net)
    corrected(net, name)
    seat = sit("p")
    screen = seat.open(Where("document", record=name))
    (banner,) = screen.view.banners.shown
    assert banner.quotes == (("PWON", "Two things to mend."),)
    pager(screen).turn(0)
    prepared, *others = [part for part in filling(screen).page(0).parts if isinstance(part, Question) and part.value][
        1:
    ]
    assert (prepared.path, prepared.was) == (BY, "Was: Sample Engineer")
    assert (prepared.reviewer, prepared.remark) == ("PWON, version 1", "Write your position.")
    assert not any(other.was for other in others)
    says(seat, screen.view.stack, "Was: Sample Engineer")


def test_a_new_version_says_in_the_list_of_pages_where_something_changed(net: Network, sit: Sit) -> None:
    name = sent(net)
    corrected(net, name)
    screen = sit("p").open(Where("document", record=name))
    names = [one.accessibleName() for one in screen.view.stages.buttons]
    assert names[0] == "This report, open now, 1 remark, 1 change"
    assert not any("remark" in one or "change" in one for one in names[1:])


def test_who_wrote_it_is_not_told_what_it_was(net: Network, sit: Sit) -> None:
    name = sent(net)
    corrected(net, name)
    screen = sit("a").open(Where("document", record=name))
    assert question(filling(screen).page(0), BY).was == ""
