"""Reviewing: accepted, returned with a reason, corrected, and accepted; by reviewers only."""

from __future__ import annotations

import pytest

from tests.desk.offices import Network
from wopdesk.desk import agenda, documents, filing, reviewing, submitting
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault
from wopdesk.records.review import ACCEPT, COMMENT, RETURN


def submitted(net: Network) -> Document:
    """A report that all three offices have."""
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    net.send(net.a, net.b)
    return documents.find_document(net.a, report.id)


def states(net: Network, record: str) -> list[str]:
    """The record's state at each desk."""
    return [documents.find_document(desk, record).state for desk in (net.a, net.b, net.p)]


def test_pwon_accepts_and_everybody_sees_it(net: Network) -> None:
    report = submitted(net)
    assert states(net, report.id) == ["submitted"] * 3
    assert reviewing.review(net.p, report.id, ACCEPT, "Complete.").state == "accepted"
    net.send(net.p, net.a)
    net.send(net.p, net.b)
    assert states(net, report.id) == ["accepted"] * 3
    (said,) = documents.find_document(net.a, report.id).versions[0].reviews
    assert (said.office, said.review.verdict, said.review.reason) == (net.p.office, "accept", "Complete.")


def test_returned_corrected_and_accepted(net: Network) -> None:
    report = submitted(net)
    reviewing.review(net.p, report.id, RETURN, "Look at the hours.", {"progress/figures": "Too few?"})
    net.send(net.p, net.a)
    document = documents.find_document(net.a, report.id)
    assert (document.state, document.newest) == ("returned", None)
    assert document.versions[0].reviews[0].review.remarks == {"progress/figures": "Too few?"}
    filing.answer(net.a, report.id, {"progress/figures[1]/value": "5"})
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    document = documents.find_document(net.p, report.id)
    assert document.state == "submitted"
    assert document.newest is not None
    assert document.newest.version.number == 2
    reviewing.review(net.p, report.id, ACCEPT, "")
    net.meet(net.a, net.p, net.b)
    assert states(net, report.id) == ["accepted"] * 3


def test_a_returned_report_may_be_submitted_again_as_it_is(net: Network) -> None:
    report = submitted(net)
    reviewing.review(net.p, report.id, RETURN, "Sure?")
    net.send(net.p, net.a)
    submitting.submit(net.a, report.id)
    assert documents.find_document(net.a, report.id).state == "submitted"


def test_a_correction_after_acceptance_awaits_its_own_verdict(net: Network) -> None:
    report = submitted(net)
    reviewing.review(net.p, report.id, ACCEPT, "")
    net.send(net.p, net.a)
    filing.answer(net.a, report.id, {"progress/figures[1]/value": "5"})
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    assert documents.find_document(net.p, report.id).state == "submitted"
    reviewing.review(net.p, report.id, RETURN, "The first was right.")
    document = documents.find_document(net.p, report.id)
    assert document.state == "returned"
    assert document.newest is not None
    assert document.newest.version.number == 1


def test_the_mentor_reviews_but_pwon_decides(net: Network) -> None:
    report = submitted(net)
    reviewing.review(net.b, report.id, RETURN, "I would add the pressure.")
    net.send(net.b, net.p)
    assert documents.find_document(net.p, report.id).state == "submitted"
    reviewing.review(net.p, report.id, ACCEPT, "Enough.")
    assert documents.find_document(net.p, report.id).state == "accepted"


def test_a_comment_decides_nothing(net: Network) -> None:
    report = submitted(net)
    assert reviewing.review(net.p, report.id, COMMENT, "Well written.").state == "submitted"


def test_a_second_verdict_takes_the_place_of_the_first(net: Network) -> None:
    report = submitted(net)
    reviewing.review(net.p, report.id, RETURN, "No.")
    assert reviewing.review(net.p, report.id, ACCEPT, "Yes, after all.").state == "accepted"
    assert len(documents.find_document(net.p, report.id).versions[0].reviews) == 1


@pytest.mark.parametrize(("verdict", "reason"), [(RETURN, ""), (RETURN, "  "), ("perhaps", "x"), ("", "x")])
def test_a_verdict_is_one_of_three_and_a_return_says_why(net: Network, verdict: str, reason: str) -> None:
    report = submitted(net)
    with pytest.raises(DeskFault):
        reviewing.review(net.p, report.id, verdict, reason)
    assert documents.find_document(net.p, report.id).versions[0].reviews == ()


def test_the_author_does_not_review_its_own_report(net: Network) -> None:
    report = submitted(net)
    with pytest.raises(DeskFault, match="reviewed by the facilitator or mentor"):
        reviewing.review(net.a, report.id, ACCEPT, "Good.")


def test_a_draft_is_not_reviewed(net: Network) -> None:
    partnership = documents.documents(net.p, "work_plan")[0]
    report = net.report(net.a)
    with pytest.raises(DeskFault, match="submitted"):
        reviewing.review(net.a, report.id, ACCEPT, "")
    assert reviewing.review(net.p, partnership.id, ACCEPT, "").state == "accepted"


def test_a_report_on_the_agenda_from_due_to_done(net: Network) -> None:
    net.on("2026-04-05")
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    assert "2026-03" not in [duty.period for duty in agenda.todo(net.a).mine]
    net.send(net.a, net.p)
    (duty,) = [duty for duty in agenda.todo(net.p).mine if duty.period]
    assert (duty.task, duty.period, duty.record) == ("review", "2026-03", report.id)
    reviewing.review(net.p, report.id, RETURN, "Hours?")
    net.send(net.p, net.a)
    duty = agenda.todo(net.a).mine[0]
    assert (duty.task, duty.period, duty.returned) == ("file", "2026-03", True)


def test_a_verdict_on_what_is_written_together_goes_with_the_next_sending(net: Network) -> None:
    plan = documents.documents(net.p, "work_plan")[0]
    reviewing.review(net.p, plan.id, ACCEPT, "Agreed by all.")
    net.send(net.p, net.a)
    assert documents.find_document(net.a, plan.id).state == "accepted"


def test_a_remark_stands_at_a_row_of_the_version_and_nowhere_else(net: Network) -> None:
    report = submitted(net)
    (row,) = documents.find_document(net.p, report.id).versions[0].version.rows["progress/figures"][:1]
    for path in ("progress/absent", "progress/figures[99]/value", f"progress/figures[{'a' * 16}]/value", "x[", ""):
        with pytest.raises(DeskFault):
            reviewing.review(net.p, report.id, RETURN, "Sure?", {path: "Here"})
    reviewing.review(net.p, report.id, RETURN, "Sure?", {"progress/figures[1]/value": "Too few?"})
    (said,) = documents.find_document(net.p, report.id).versions[0].reviews
    assert said.review.remarks == {f"progress/figures[{row}]/value": "Too few?"}
