"""Differences between two computers of one office: nothing typed is lost, and a person decides."""

from __future__ import annotations

import pytest

from tests.desk.offices import Network
from wopdesk.desk import documents, filing, settling, submitting
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault

FOUND = "findings/found"


def two(net: Network) -> tuple[Desk, Desk, Document]:
    """Two computers of the mentee with the same report."""
    second = net.second()
    report = net.report(net.a)
    net.meet(net.a, second)
    return net.a, second, report


def at(desk: Desk, report: Document) -> Document:
    """The report at a desk."""
    return documents.find_document(desk, report.id)


def test_two_computers_that_start_the_same_month_make_one_report(net: Network) -> None:
    second = net.second()
    reports = [net.report(desk) for desk in (net.a, second)]
    assert reports[0].id == reports[1].id
    net.meet(net.a, second)
    for desk in (net.a, second):
        (report,) = documents.documents(desk, "monthly_report")
        assert not report.differences
        assert len(report.rows["progress/figures"]) == 2
        assert report.answers == reports[0].answers


BY, NIL = "about/prepared_by", "about/nil_return"


def begun_twice(net: Network) -> tuple[Desk, Desk, Document]:
    """Two persons of the mentee begin the same report, each at a computer."""
    first, second = net.a, net.second()
    first.person, second.person = "Sample Engineer", "Sample Officer"
    reports = [filing.start(desk, "monthly_report", net.home, {"about/period": "2026-03"}) for desk in (second, first)]
    return first, second, reports[0]


def test_what_a_form_answered_by_itself_is_no_difference(net: Network) -> None:
    first, second, report = begun_twice(net)
    assert (at(first, report).answers[BY], at(second, report).answers[BY]) == ("Sample Engineer", "Sample Officer")
    net.meet(first, second)
    assert not at(first, report).differences
    assert not at(second, report).differences
    assert at(first, report).answers == at(second, report).answers


def test_what_a_person_typed_stands_before_what_a_form_answered_by_itself(net: Network) -> None:
    first, second, report = begun_twice(net)
    filing.answer(first, report.id, {BY: "Sample Director", NIL: "yes"})
    filing.answer(second, report.id, {BY: ""})
    filing.answer(second, report.id, {BY: "Sample Director"})
    net.meet(first, second)
    for desk in (first, second):
        assert not at(desk, report).differences
        assert (at(desk, report).answers[BY], at(desk, report).answers[NIL]) == ("Sample Director", "yes")


def test_two_persons_who_typed_over_what_a_form_answered_differ(net: Network) -> None:
    first, second, report = begun_twice(net)
    filing.answer(first, report.id, {BY: "Sample Director"})
    filing.answer(second, report.id, {BY: "Sample Deputy"})
    net.meet(first, second)
    (found,) = at(first, report).differences
    assert {one.value for one in found.choices} == {"Sample Director", "Sample Deputy"}


def test_what_was_said_when_a_report_was_begun_is_typed(net: Network) -> None:
    second = net.second()
    begun = [
        filing.start(desk, "monthly_report", net.home, {"about/period": "2026-03", BY: name})
        for desk, name in ((net.a, "Sample Director"), (second, "Sample Deputy"))
    ]
    net.meet(net.a, second)
    (found,) = at(second, begun[0]).differences
    assert {one.value for one in found.choices} == {"Sample Director", "Sample Deputy"}


def test_rows_of_items_are_not_doubled_though_both_answer_in_them(net: Network) -> None:
    second = net.second()
    net.report(net.a)
    net.report(second, **{"progress/figures[2]/remark": "By meter."})
    net.meet(net.a, second)
    (report,) = documents.documents(second, "monthly_report")
    rows = report.rows["progress/figures"]
    assert len(rows) == len(set(rows)) == 2
    assert report.answers[f"progress/figures[{rows[1]}]/remark"] == "By meter."
    submitting.submit(second, report.id)
    assert at(second, report).versions[0].version.rows["progress/figures"] == tuple(rows)


def test_different_questions_never_differ(net: Network) -> None:
    first, second, report = two(net)
    filing.answer(first, report.id, {"about/prepared_by": "One"})
    filing.answer(second, report.id, {"progress/figures[1]/remark": "Two"})
    net.meet(first, second)
    assert not at(first, report).differences
    assert {"One", "Two"} <= set(at(second, report).answers.values())


def test_the_same_answer_twice_is_no_difference(net: Network) -> None:
    first, second, report = two(net)
    for desk in (first, second):
        filing.answer(desk, report.id, {"about/prepared_by": "Both"})
    net.meet(first, second)
    assert not at(first, report).differences
    filing.answer(first, report.id, {"about/prepared_by": "Later"})
    net.meet(first, second)
    assert not at(second, report).differences
    assert at(second, report).answers["about/prepared_by"] == "Later"


@pytest.mark.parametrize("value", ["One", "Two", "Neither"])
def test_a_question_answered_twice_is_settled_for_everybody(net: Network, value: str) -> None:
    first, second, report = two(net)
    filing.answer(first, report.id, {"about/prepared_by": "One"})
    filing.answer(second, report.id, {"about/prepared_by": "Two"})
    net.meet(first, second)
    shown = {at(desk, report).answers["about/prepared_by"] for desk in (first, second)}
    assert len(shown) == 1
    for desk in (first, second):
        (found,) = settling.all_differences(desk)
        assert {one.value for one in found.difference.choices} == {"One", "Two"}
        assert {one.by for one in found.difference.choices} == {"Sample Engineer"}
        with pytest.raises(DeskFault, match="Settle the differences first"):
            submitting.submit(desk, report.id)
    settling.settle(second, report.id, "about/prepared_by", value)
    net.meet(first, second)
    for desk in (first, second):
        assert not settling.all_differences(desk)
        assert at(desk, report).answers["about/prepared_by"] == value
    assert submitting.submit(first, report.id)


def test_what_settles_a_question_is_written_canonically(net: Network) -> None:
    first, second, report = two(net)
    filing.answer(first, report.id, {"progress/produced": "10"})
    filing.answer(second, report.id, {"progress/produced": "20"})
    net.meet(first, second)
    settling.settle(first, report.id, "progress/produced", "015.0")
    assert at(first, report).answers["progress/produced"] == "15"


def test_only_differences_are_settled(net: Network) -> None:
    report = net.report(net.a)
    with pytest.raises(DeskFault, match="none"):
        settling.settle(net.a, report.id, "about/prepared_by", "x")


def removed_and_edited(net: Network) -> tuple[Desk, Desk, Document, str]:
    """A row with two answers, removed on one computer while one of them is changed on the other."""
    first, second, report = two(net)
    row = filing.add_row(first, report.id, FOUND)
    told = {f"{FOUND}[{row}]/finding": "Leak", f"{FOUND}[{row}]/evidence": "Seen"}
    filing.answer(first, report.id, {"findings/nothing": "", **told})
    net.meet(first, second)
    filing.remove_row(first, report.id, FOUND, row)
    filing.answer(second, report.id, {f"{FOUND}[{row}]/finding": "Large leak"})
    net.meet(first, second)
    return first, second, report, row


def test_a_removed_row_that_was_edited_elsewhere_is_a_difference(net: Network) -> None:
    first, second, report, row = removed_and_edited(net)
    for desk in (first, second):
        document = at(desk, report)
        (difference,) = document.differences
        assert difference.field == f"@row/{FOUND}/{row}"
        assert "Large leak" in [one.value for one in difference.choices]
        assert document.rows[FOUND] == [row]


def test_a_removed_row_is_kept_with_all_that_stood_in_it(net: Network) -> None:
    first, second, report, row = removed_and_edited(net)
    settling.settle(second, report.id, f"@row/{FOUND}/{row}", "keep")
    net.meet(first, second)
    for desk in (first, second):
        document = at(desk, report)
        assert not document.differences
        assert document.rows[FOUND] == [row]
        assert document.answers[f"{FOUND}[{row}]/finding"] == "Large leak"
        assert document.answers[f"{FOUND}[{row}]/evidence"] == "Seen"


def test_a_removal_is_let_stand(net: Network) -> None:
    first, second, report, row = removed_and_edited(net)
    settling.settle(first, report.id, f"@row/{FOUND}/{row}", "remove")
    net.meet(first, second)
    for desk in (first, second):
        document = at(desk, report)
        assert not document.differences
        assert FOUND not in document.rows
        assert not any(path.startswith(FOUND) for path in document.answers)


def test_a_row_is_kept_or_removed_and_nothing_else(net: Network) -> None:
    first, _, report, row = removed_and_edited(net)
    with pytest.raises(DeskFault, match="kept or removed"):
        settling.settle(first, report.id, f"@row/{FOUND}/{row}", "perhaps")


def test_a_row_removed_on_both_is_gone(net: Network) -> None:
    first, second, report = two(net)
    row = filing.add_row(first, report.id, FOUND)
    net.meet(first, second)
    for desk in (first, second):
        filing.remove_row(desk, report.id, FOUND, row)
    net.meet(first, second)
    assert FOUND not in at(first, report).rows
    assert not at(first, report).differences


def test_rows_added_on_both_are_both_there_in_one_order(net: Network) -> None:
    first, second, report = two(net)
    rows = {filing.add_row(desk, report.id, FOUND) for desk in (first, second)}
    net.meet(first, second)
    assert set(at(first, report).rows[FOUND]) == rows
    assert at(first, report).rows == at(second, report).rows
