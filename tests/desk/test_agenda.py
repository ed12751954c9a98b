"""The agenda of an office: what is due, overdue, and waited for."""

from __future__ import annotations

from datetime import date

from tests.desk.offices import Network
from wopdesk.desk import agenda, filing, starting, submitting


def reports_of(net: Network) -> list[tuple[str, date | None, str]]:
    """Monthly reports on the mentee's agenda."""
    return [(duty.period, duty.due, duty.state) for duty in agenda.todo(net.a).mine if duty.kind == "monthly_report"]


def test_C322_03_a_report_is_due_seven_days_after_the_end_of_its_month(net: Network) -> None:
    net.on("2026-03-31")
    assert reports_of(net) == [("2026-03", date(2026, 4, 7), "due")]
    net.on("2026-04-07")
    assert reports_of(net)[0] == ("2026-03", date(2026, 4, 7), "due")
    net.on("2026-04-08")
    assert reports_of(net) == [("2026-03", date(2026, 4, 7), "overdue"), ("2026-04", date(2026, 5, 7), "due")]


def test_nothing_is_due_before_the_pilot_and_nothing_more_after_it(net: Network) -> None:
    net.on("2026-02-27")
    assert reports_of(net) == []
    net.on("2027-03-01")
    assert [period for period, _, _ in reports_of(net)] == [f"2026-{month:02}" for month in range(3, 11)]


def test_a_draft_is_no_report(net: Network) -> None:
    net.on("2026-04-08")
    report = net.report(net.a)
    assert reports_of(net)[0][2] == "overdue"
    submitting.submit(net.a, report.id)
    assert [period for period, _, _ in reports_of(net)] == ["2026-04"]
    assert [duty.task for duty in agenda.todo(net.a).others if duty.record == report.id] == ["review"]


def test_pwon_and_the_mentor_wait_for_what_the_mentee_owes(net: Network) -> None:
    net.on("2026-04-08")
    for desk in (net.p, net.b):
        assert ("file", "2026-03", "overdue") in {
            (duty.task, duty.period, duty.state) for duty in agenda.todo(desk).others
        }


def test_a_question_is_on_the_mentors_agenda_until_it_is_answered(net: Network) -> None:
    net.on("2026-04-05")
    question = "How should the zones be closed at night?"
    report = filing.answer(net.a, net.report(net.a, requests__nothing="").id, {"requests/asked[1]/question": question})
    submitting.submit(net.a, report.id)
    net.send(net.a, net.b)
    (duty,) = agenda.todo(net.b).mine
    assert (duty.task, duty.text) == ("answer", question)
    note = filing.start(
        net.b,
        "advice_note",
        net.home,
        {
            "about/date": "2026-04-05",
            "about/subject": "Zones",
            "advice/items[1]/request": question,
            "advice/items[1]/kind": "solution",
            "advice/items[1]/text": "By the boundary valves, checked by pressure.",
        },
    )
    submitting.submit(net.b, note.id)
    assert agenda.todo(net.b).mine == ()
    net.send(net.b, net.a)
    assert [duty.task for duty in agenda.todo(net.a).mine if duty.task == "act"] == ["act"]
    (entry,) = agenda.ledger(net.a, net.home)
    assert entry.request is not None
    assert entry.advice is not None


def test_a_work_plan_that_was_only_opened_is_still_to_be_written(net: Network) -> None:
    alone = net.new("d", "mentee", "WASA Multan")
    opened = starting.start_partnership(alone, "Less water lost")
    filing.answer(alone, opened.id, {"pilot/start": "2026-10-01", "pilot/end": "2027-04-30"})
    net.on("2026-11-02")
    before = agenda.todo(alone)
    assert "work_plan" in {duty.kind for duty in before.mine}
    filing.start(alone, "work_plan", opened.home, {})
    assert agenda.todo(alone) == before
