"""The overview says of each partnership who works in it, where it stands, what is late and what came in."""

from __future__ import annotations

from tests import story
from tests.desk.offices import Network, open_partnership
from wopdesk.desk import agenda, circle, filing, portfolio, reviewing, submitting
from wopdesk.programme.agenda import REVIEW
from wopdesk.programme.timeline import CURRENT, DONE
from wopdesk.records.review import ACCEPT


def test_a_partnership_is_told_with_its_people_and_its_step(net: Network) -> None:
    (seen,) = portfolio.partnerships(net.p)
    about = story.PARTNERSHIP
    assert (seen.code, seen.title) == (about["about/code"], about["about/title"])
    assert (seen.mentee, seen.mentor, seen.role) == ("WASA Faisalabad", "WASA Lahore", "facilitator")
    assert seen.space == net.home
    state = next(one for one in portfolio.timeline(net.p, net.home) if one.step.code == seen.step)
    assert (state.state, state.step.title) == (CURRENT, seen.step_title)
    assert seen.since is not None


def test_reports_that_are_missing_are_late_until_they_come(net: Network) -> None:
    net.on("2026-05-02")
    (before,) = portfolio.partnerships(net.p)
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    (after,) = portfolio.partnerships(net.p)
    assert (before.reports, after.reports) == (0, 1)
    assert after.expected == before.expected >= 1
    assert after.overdue == before.overdue - 1
    assert after.heard is not None
    assert before.heard is not None
    assert after.heard > before.heard


def test_what_is_in_waits_for_pwon_and_then_all_is_on_schedule(net: Network) -> None:
    net.on("2026-04-02")
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    accept_all(net, but=report.id)
    assert portfolio.partnerships(net.p)[0].status == "waiting"
    accept_all(net)
    assert portfolio.partnerships(net.p)[0].status == "on schedule"
    net.on("2026-06-20")
    late = portfolio.partnerships(net.p)[0]
    assert late.status == "late"
    assert late.overdue >= 1


def accept_all(net: Network, but: str = "") -> None:
    for duty in agenda.todo(net.p).mine:
        if duty.task == REVIEW and duty.record != but:
            reviewing.review(net.p, duty.record, ACCEPT, "")


def test_advice_that_was_given_is_open(net: Network) -> None:
    assert portfolio.partnerships(net.b)[0].advice == 0
    item = "advice/items[1]"
    answers = {"about/date": "2026-11-02", "about/subject": "Valves", f"{item}/kind": "solution"}
    note = filing.start(net.b, "advice_note", net.home, {**answers, f"{item}/text": "Repair the valve first."})
    submitting.submit(net.b, note.id)
    assert portfolio.partnerships(net.b)[0].advice == 1


def test_partnerships_stand_by_code_and_one_that_is_only_begun_is_there_too(net: Network) -> None:
    answers = {**story.PARTNERSHIP, "about/code": "WOP-PK-000"}
    answers |= {"about/mentee": net.a.office, "about/mentor": net.b.office}
    open_partnership(net.p, [net.a, net.b], answers)
    assert [one.code for one in portfolio.partnerships(net.p)] == ["WOP-PK-000", story.PARTNERSHIP["about/code"]]
    assert len({one.space.id for one in portfolio.partnerships(net.p)}) == 2


def test_an_overview_of_the_same_documents_is_the_same(net: Network) -> None:
    first = circle.circle(net.p, net.home)
    assert circle.circle(net.p, net.home) is first
    net.on("2026-12-01")
    assert circle.circle(net.p, net.home) is not first
    assert circle.circle(net.p, net.home).documents == first.documents


def test_every_step_of_the_guidelines_has_a_state(net: Network) -> None:
    states = portfolio.timeline(net.p, net.home)
    assert [one.step for one in states] == list(net.p.shelf.programme.steps)
    assert portfolio.current(states).state == CURRENT
    assert portfolio.current([one for one in states if one.state == DONE][:1]).state == DONE
