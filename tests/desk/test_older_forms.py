"""A colleague who still goes by the older form: what is saved where that one asks meets what is asked elsewhere now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.offices import Network
from tests.desk.test_publishing import RENAMED, ROWS, edited, publish
from wopdesk.desk import documents, filing, filling, settling, typing, upkeep
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document

BEFORE, NOW = "about/prepared_by", "about/written_by"
FOUND, SEEN = "findings/found", "findings/seen"


@pytest.fixture
def behind(net: Network, tmp_path: Path) -> tuple[Desk, Desk, Document]:
    """Two computers of the mentee with one report; the form that moved a question and a repeat is at the first one."""
    other, report = net.second(), net.report(net.a)
    filing.answer(net.a, report.id, {f"{FOUND}[{filing.add_row(net.a, report.id, FOUND)}]/finding": "Leak"})
    net.meet(net.a, other)
    publish(net.p, edited(tmp_path, RENAMED, *ROWS))
    net.send(net.p, net.a)
    return net.a, other, report


def at(desk: Desk, report: Document) -> Document:
    return documents.find_document(desk, report.id)


def said(document: Document) -> dict[str, set[object]]:
    return {one.field: {each.value for each in one.choices} for one in document.differences}


def test_what_both_saved_differs_where_it_is_asked_now(net: Network, behind: tuple[Desk, Desk, Document]) -> None:
    mine, other, report = behind
    filing.answer(mine, report.id, {NOW: "Mine"})
    filing.answer(other, report.id, {BEFORE: "Theirs"})
    net.send(other, mine)
    assert said(at(mine, report)) == {NOW: {"Mine", "Theirs"}}
    net.meet(mine, other)
    assert said(at(other, report)) == {NOW: {"Mine", "Theirs"}}
    settling.settle(other, report.id, NOW, "Theirs")
    net.meet(mine, other)
    for desk in (mine, other):
        assert said(at(desk, report)) == {}
        assert at(desk, report).answers[NOW] == "Theirs"
        assert filling.sheet_of(desk, at(desk, report)).unplaced == {}
        assert not upkeep.check(desk)


def test_what_both_saved_where_nothing_stood_differs(net: Network, behind: tuple[Desk, Desk, Document]) -> None:
    mine, other, report = behind
    filing.answer(mine, report.id, {NOW: ""})
    net.meet(mine, net.p)
    filing.answer(other, report.id, {BEFORE: ""})
    filing.answer(mine, report.id, {NOW: "Mine"})
    filing.answer(other, report.id, {BEFORE: "Theirs"})
    net.send(other, mine)
    assert said(at(mine, report)) == {NOW: {"Mine", "Theirs"}}


@pytest.mark.parametrize("before", ["Sample Engineer", ""])
def test_what_was_saved_under_the_older_form_meets_what_is_being_typed(
    net: Network, behind: tuple[Desk, Desk, Document], before: str
) -> None:
    mine, other, report = behind
    filing.answer(mine, report.id, {NOW: before})
    typing.keep_typing(mine, report.id, {NOW: "Mine"})
    filing.answer(other, report.id, {BEFORE: "Theirs"})
    net.send(other, mine)
    assert typing.colliding(mine, report.id) == {NOW}
    assert "Theirs" in said(typing.save_typed(mine, report.id))[NOW]
    assert "Mine" in said(at(mine, report))[NOW]


def test_an_answer_that_nobody_touched_under_the_new_form_is_theirs(
    net: Network, behind: tuple[Desk, Desk, Document]
) -> None:
    mine, other, report = behind
    filing.answer(mine, report.id, {"progress/description": "Mine"})
    filing.answer(other, report.id, {BEFORE: "Theirs"})
    net.send(other, mine)
    assert said(at(mine, report)) == {}
    assert at(mine, report).answers[NOW] == "Theirs"


def test_who_saw_what_was_saved_under_the_older_form_replaces_it(
    net: Network, behind: tuple[Desk, Desk, Document]
) -> None:
    mine, other, report = behind
    filing.answer(other, report.id, {BEFORE: "Theirs"})
    net.send(other, mine)
    typing.keep_typing(mine, report.id, {NOW: "Mine"})
    assert typing.colliding(mine, report.id) == frozenset()
    assert said(typing.save_typed(mine, report.id)) == {}
    net.meet(mine, other)
    assert at(other, report).answers[NOW] == "Mine"


@pytest.mark.parametrize("kept", [True, False])
def test_a_row_removed_under_the_older_form_and_edited_meanwhile_is_settled(
    net: Network, behind: tuple[Desk, Desk, Document], *, kept: bool
) -> None:
    mine, other, report = behind
    (row,) = at(mine, report).rows[SEEN]
    filing.answer(mine, report.id, {f"{SEEN}[{row}]/evidence": "Mine"})
    filing.remove_row(other, report.id, FOUND, row)
    net.send(other, mine)
    field = f"@row/{SEEN}/{row}"
    assert list(said(at(mine, report))) == [field]
    settling.settle(mine, report.id, field, settling.KEEP if kept else settling.REMOVE)
    net.meet(mine, other)
    whole = {f"{SEEN}[{row}]/what": "Leak", f"{SEEN}[{row}]/evidence": "Mine"}
    for desk in (mine, other):
        answers = at(desk, report).answers
        assert {path: text for path, text in answers.items() if row in path} == (whole if kept else {})
        assert said(at(desk, report)) == {}


def test_a_row_edited_under_the_older_form_and_removed_meanwhile_is_settled(
    net: Network, behind: tuple[Desk, Desk, Document]
) -> None:
    mine, other, report = behind
    (row,) = at(mine, report).rows[SEEN]
    filing.remove_row(mine, report.id, SEEN, row)
    filing.answer(other, report.id, {f"{FOUND}[{row}]/finding": "Theirs"})
    net.send(other, mine)
    assert list(said(at(mine, report))) == [f"@row/{SEEN}/{row}"]
    settling.settle(mine, report.id, f"@row/{SEEN}/{row}", settling.KEEP)
    assert at(mine, report).answers[f"{SEEN}[{row}]/what"] == "Theirs"


def test_a_question_that_moves_back_keeps_its_answer(net: Network, tmp_path: Path) -> None:
    report = net.report(net.a)
    publish(net.p, edited(tmp_path, RENAMED))
    net.send(net.p, net.a)
    filing.answer(net.a, report.id, {NOW: "Mine"})
    publish(net.p, edited(tmp_path))
    net.send(net.p, net.a)
    assert at(net.a, report).answers[BEFORE] == "Mine"
    assert said(at(net.a, report)) == {}
