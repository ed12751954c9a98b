"""What a colleague saved while something was typed and not saved: neither is lost, and a person settles it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.offices import Network, taken
from tests.desk.test_publishing import RENAMED, edited, publish
from wopdesk.desk import documents, filing, grounds, inbox, settling, typing
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document

BY, WORDS, FOUND = "about/prepared_by", "progress/description", "findings/found"


def two(net: Network, **answers: str) -> tuple[Desk, Desk, Document]:
    """Two computers of the mentee with the same report."""
    second = net.second()
    report = net.report(net.a, **answers)
    net.meet(net.a, second)
    return net.a, second, report


def at(desk: Desk, report: Document) -> Document:
    return documents.find_document(desk, report.id)


def said(report: Document) -> list[set[object]]:
    return [{one.value for one in difference.choices} for difference in report.differences]


@pytest.mark.parametrize("before", ["", "Sample text of before."])
def test_what_a_colleague_saved_meanwhile_stands_beside_what_was_typed(net: Network, before: str) -> None:
    mine, other, report = two(net, progress__description=before)
    typing.keep_typing(mine, report.id, {WORDS: "Min"})
    filing.answer(other, report.id, {WORDS: "Theirs"})
    net.meet(mine, other)
    assert typing.typed(mine, report.id).texts == {WORDS: "Min"}
    typing.keep_typing(mine, report.id, {WORDS: "Mine"})
    assert typing.colliding(mine, report.id) == {WORDS}
    assert said(typing.save_typed(mine, report.id)) == [{"Mine", "Theirs"}]
    net.meet(mine, other)
    assert said(at(other, report)) == [{"Mine", "Theirs"}]
    settling.settle(other, report.id, WORDS, "Mine")
    net.meet(mine, other)
    assert at(mine, report).answers[WORDS] == "Mine"
    assert not at(mine, report).differences


def test_who_typed_after_a_colleague_saved_replaces_it(net: Network) -> None:
    mine, other, report = two(net)
    filing.answer(other, report.id, {WORDS: "Theirs"})
    net.meet(mine, other)
    typing.keep_typing(mine, report.id, {WORDS: "Mine"})
    assert typing.colliding(mine, report.id) == frozenset()
    document = typing.save_typed(mine, report.id)
    assert (document.answers[WORDS], document.differences) == ("Mine", [])


def test_who_typed_the_same_as_a_colleague_differs_in_nothing(net: Network) -> None:
    mine, other, report = two(net)
    typing.keep_typing(mine, report.id, {WORDS: "The same"})
    filing.answer(other, report.id, {WORDS: "The same"})
    net.meet(mine, other)
    assert typing.colliding(mine, report.id) == frozenset()
    assert not typing.save_typed(mine, report.id).differences


def test_what_was_typed_and_taken_back_replaces_nothing(net: Network) -> None:
    mine, other, report = two(net, progress__description="Before")
    typing.keep_typing(mine, report.id, {WORDS: "Mine"})
    typing.keep_typing(mine, report.id, {WORDS: "Before"})
    filing.answer(other, report.id, {WORDS: "Theirs"})
    net.meet(mine, other)
    assert WORDS not in typing.typed(mine, report.id).texts
    document = typing.save_typed(mine, report.id)
    assert (document.answers[WORDS], document.differences) == ("Theirs", [])


def test_after_a_save_the_next_typing_stands_on_what_is_there_then(net: Network) -> None:
    mine, other, report = two(net)
    typing.keep_typing(mine, report.id, {WORDS: "First"})
    typing.save_typed(mine, report.id)
    net.meet(mine, other)
    filing.answer(other, report.id, {WORDS: "Theirs"})
    net.meet(mine, other)
    typing.keep_typing(mine, report.id, {WORDS: "Second"})
    document = typing.save_typed(mine, report.id)
    assert (document.answers[WORDS], document.differences) == ("Second", [])


@pytest.mark.parametrize("field", ["finding", "evidence"])
def test_what_a_colleague_wrote_in_a_row_that_is_being_taken_away_is_shown(net: Network, field: str) -> None:
    mine, other, report = two(net)
    row = filing.add_row(mine, report.id, FOUND)
    filing.answer(mine, report.id, {f"{FOUND}[{row}]/finding": "Leak"})
    net.meet(mine, other)
    typing.keep_typing(mine, report.id, {}, {FOUND: ()})
    filing.answer(other, report.id, {f"{FOUND}[{row}]/{field}": "Theirs"})
    net.meet(mine, other)
    assert typing.colliding(mine, report.id) == {f"@row/{FOUND}/{row}"}
    document = typing.save_typed(mine, report.id)
    (found,) = document.differences
    assert found.field == f"@row/{FOUND}/{row}"
    assert "Theirs" in {one.value for one in found.choices}
    settling.settle(mine, report.id, found.field, settling.KEEP)
    document = at(mine, report)
    assert (document.answers[f"{FOUND}[{row}]/{field}"], document.differences) == ("Theirs", [])


def test_a_row_is_taken_away_with_what_was_seen_in_it(net: Network) -> None:
    mine, other, report = two(net)
    row = filing.add_row(mine, report.id, FOUND)
    net.meet(mine, other)
    typing.keep_typing(mine, report.id, {}, {FOUND: ()})
    typing.keep_typing(mine, report.id, {}, {FOUND: (row,)})
    filing.answer(other, report.id, {f"{FOUND}[{row}]/finding": "Theirs"})
    net.meet(mine, other)
    typing.keep_typing(mine, report.id, {}, {FOUND: ()})
    document = typing.save_typed(mine, report.id)
    assert (document.rows.get(FOUND, []), document.differences) == ([], [])


def in_a_row(net: Network) -> tuple[Desk, Desk, Document, str]:
    """Two computers with a report in which a row was saved, and the row."""
    mine, other, report = two(net)
    row = filing.add_row(mine, report.id, FOUND)
    filing.answer(mine, report.id, {f"{FOUND}[{row}]/finding": "Leak", f"{FOUND}[{row}]/evidence": "Seen"})
    net.meet(mine, other)
    return mine, other, report, row


@pytest.mark.parametrize("kept", [True, False])
def test_a_row_that_a_colleague_took_away_while_it_was_typed_in_is_settled(net: Network, *, kept: bool) -> None:
    mine, other, report, row = in_a_row(net)
    typing.keep_typing(mine, report.id, {f"{FOUND}[{row}]/finding": "Mine"})
    filing.remove_row(other, report.id, FOUND, row)
    net.meet(mine, other)
    typing.keep_typing(mine, report.id, {f"{FOUND}[{row}]/finding": "Mine still"})
    assert typing.colliding(mine, report.id) == {f"@row/{FOUND}/{row}"}
    assert [one.field for one in typing.save_typed(mine, report.id).differences] == [f"@row/{FOUND}/{row}"]
    net.meet(mine, other)
    assert [one.field for one in at(other, report).differences] == [f"@row/{FOUND}/{row}"]
    settling.settle(other, report.id, f"@row/{FOUND}/{row}", settling.KEEP if kept else settling.REMOVE)
    net.meet(mine, other)
    document = at(mine, report)
    whole = {f"{FOUND}[{row}]/finding": "Mine still", f"{FOUND}[{row}]/evidence": "Seen"}
    assert {path: text for path, text in document.answers.items() if FOUND in path} == (whole if kept else {})
    assert not document.differences


def test_who_typed_in_a_row_that_is_taken_away_and_took_it_back_leaves_it_away(net: Network) -> None:
    mine, other, report, row = in_a_row(net)
    typing.keep_typing(mine, report.id, {f"{FOUND}[{row}]/finding": "Mine"})
    typing.keep_typing(mine, report.id, {f"{FOUND}[{row}]/finding": "Leak"})
    filing.remove_row(other, report.id, FOUND, row)
    net.meet(mine, other)
    assert typing.colliding(mine, report.id) == frozenset()
    document = typing.save_typed(mine, report.id)
    assert (document.rows.get(FOUND, []), document.differences) == ([], [])


def test_what_a_colleague_cleared_in_a_row_stands_beside_what_was_typed(net: Network) -> None:
    mine, other, report, row = in_a_row(net)
    typing.keep_typing(mine, report.id, {f"{FOUND}[{row}]/finding": "Mine"})
    filing.answer(other, report.id, {f"{FOUND}[{row}]/finding": ""})
    net.meet(mine, other)
    assert typing.colliding(mine, report.id) == {f"{FOUND}[{row}]/finding"}
    assert said(typing.save_typed(mine, report.id)) == [{None, "Mine"}]


@pytest.mark.parametrize("again", [True, False])
def test_what_a_colleague_saved_where_the_form_asks_now_stands_beside_what_was_typed(
    net: Network, tmp_path: Path, *, again: bool
) -> None:
    mine, other, report = two(net)
    typing.keep_typing(mine, report.id, {BY: "Mine"})
    publish(net.p, edited(tmp_path, RENAMED))
    net.send(net.p, other)
    filing.answer(other, report.id, {"about/written_by": "Theirs"})
    net.send(net.p, mine)
    taken(inbox.receive(mine, net.files(other, mine)))
    if again:
        typing.keep_typing(mine, report.id, {"about/written_by": "Mine"})
    assert typing.colliding(mine, report.id) == {"about/written_by"}
    assert said(typing.save_typed(mine, report.id)) == [{"Mine", "Theirs"}]


def test_what_came_in_before_a_draft_was_kept_was_not_seen_for_that(net: Network) -> None:
    mine, other, report, _ = in_a_row(net)
    seen = grounds.seen(at(mine, report))
    filing.answer(other, report.id, {WORDS: "Theirs"})
    new = filing.add_row(other, report.id, FOUND)
    net.meet(mine, other)
    typing.keep_typing(mine, report.id, {WORDS: "Mine"}, {FOUND: ()}, seen)
    document = typing.save_typed(mine, report.id)
    assert said(document) == [{"Mine", "Theirs"}]
    assert document.rows[FOUND] == [new]
