from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.programme.documents import MENTEE, MENTOR, advice_note, draft, partnership, report, row, work_plan
from wopdesk.places import forms_folder
from wopdesk.programme.agenda import Duty, agenda, duties_of, month_due, waiting_for_others
from wopdesk.programme.filed import ACCEPTED, RETURNED, SUBMITTED, Filed
from wopdesk.programme.kinds import Kind, load_kind
from wopdesk.programme.steps import load_programme
from wopdesk.records.ids import row_of_item

PROGRAMME = load_programme(forms_folder() / "programme.toml")
TODAY = date(2026, 5, 20)
PILOT = partnership("2026-03-15", "2026-10-14")


@pytest.fixture
def kinds(tmp_path: Path) -> dict[str, Kind]:
    loaded = {}
    for source in forms_folder().glob("*/kind.toml"):
        folder = tmp_path / source.parent.name
        folder.mkdir()
        (folder / "kind.toml").write_bytes(source.read_bytes())
        (folder / "form.xml").write_bytes(b"<h:html/>")
        loaded[folder.name] = load_kind(folder)
    return loaded


def _reports(duties: list[Duty]) -> dict[str, Duty]:
    return {duty.period: duty for duty in duties if duty.kind == "monthly_report" and duty.period}


def _asked(day: date) -> Filed:
    question = {f"requests/asked[{row('q')}]/question": "Which logger?"}
    return replace(report("2026-04", question, day, requests__asked=("q",)), state=ACCEPTED)


def test_C322_03_one_report_for_each_month_of_the_pilot_that_has_begun(kinds: dict[str, Kind]) -> None:
    duties = _reports(agenda([PILOT], kinds, PROGRAMME, TODAY))
    assert list(duties) == ["2026-03", "2026-04", "2026-05"]
    assert {(duty.task, duty.who, duty.office) for duty in duties.values()} == {("file", "mentee", MENTEE)}


@pytest.mark.parametrize(("state", "months"), [(ACCEPTED, ["2026-04"]), (SUBMITTED, [])])
def test_C322_03_without_pilot_dates_the_agreed_plan_says_when_it_runs(
    kinds: dict[str, Kind], state: str, months: list[str]
) -> None:
    days = {"about/from": "2026-04-01", "about/until": "2026-04-30"}
    plan = replace(work_plan(state), answers=days)
    assert list(_reports(agenda([partnership("", ""), plan], kinds, PROGRAMME, TODAY))) == months


def test_C322_03_due_seven_days_after_period_end(kinds: dict[str, Kind]) -> None:
    duty = _reports(agenda([PILOT], kinds, PROGRAMME, TODAY))["2026-03"]
    assert duty.due == month_due(kinds["monthly_report"], PROGRAMME, "2026-03") == date(2026, 4, 7)
    assert month_due(kinds["work_plan"], PROGRAMME, "2026-03") is None


@pytest.mark.parametrize(("today", "state"), [(date(2026, 4, 7), "due"), (date(2026, 4, 8), "overdue")])
def test_C322_03_overdue_from_the_day_after(kinds: dict[str, Kind], today: date, state: str) -> None:
    assert _reports(agenda([PILOT], kinds, PROGRAMME, today))["2026-03"].state == state


def test_C322_03_no_report_after_the_pilot_has_ended(kinds: dict[str, Kind]) -> None:
    duties = _reports(agenda([PILOT], kinds, PROGRAMME, date(2027, 2, 1)))
    assert list(duties)[-1] == "2026-10"
    assert duties["2026-10"].due == date(2026, 11, 7)


def test_N05_a_submitted_report_waits_for_the_facilitator(kinds: dict[str, Kind]) -> None:
    duties = agenda([PILOT, report("2026-03", {})], kinds, PROGRAMME, TODAY)
    duty = _reports(duties)["2026-03"]
    assert (duty.state, duty.task, duty.who) == ("waiting", "review", "facilitator")
    assert duty in duties_of(duties, "facilitator")
    assert duty in waiting_for_others(duties, "mentee")
    assert duty not in duties_of(duties, "mentee", MENTEE)


def test_N05_an_accepted_report_is_done(kinds: dict[str, Kind]) -> None:
    duties = agenda([PILOT, replace(report("2026-03", {}), state=ACCEPTED)], kinds, PROGRAMME, TODAY)
    assert _reports(duties)["2026-03"].state == "done"
    assert _reports(duties_of(duties, "mentee")).keys() == {"2026-04", "2026-05"}


def test_N05_a_returned_report_goes_back_to_its_author(kinds: dict[str, Kind]) -> None:
    returned = replace(report("2026-04", {}), state=RETURNED)
    duty = _reports(agenda([PILOT, returned], kinds, PROGRAMME, date(2026, 5, 7)))["2026-04"]
    assert (duty.state, duty.who, duty.returned, duty.record) == ("due", "mentee", True, returned.record)


def test_a_draft_is_still_to_be_filed(kinds: dict[str, Kind]) -> None:
    begun = draft(report("2026-03", {}))
    duty = _reports(agenda([PILOT, begun], kinds, PROGRAMME, TODAY))["2026-03"]
    assert (duty.state, duty.record) == ("overdue", begun.record)


def test_MK2_an_answer_is_due_ten_working_days_after_the_request(kinds: dict[str, Kind]) -> None:
    duties = agenda([PILOT, _asked(date(2026, 5, 8))], kinds, PROGRAMME, date(2026, 5, 22))
    (duty,) = [one for one in duties if one.task == "answer"]
    assert (duty.due, duty.state) == (date(2026, 5, 22), "due")
    assert (duty.who, duty.office, duty.text) == ("mentor", MENTOR, "Which logger?")


def test_an_answered_request_leaves_the_mentors_agenda_and_enters_the_mentees(kinds: dict[str, Kind]) -> None:
    asked = _asked(date(2026, 5, 8))
    item = {"text": "The acoustic one", "request": row_of_item(asked.record, row("q")), "due": "2026-05-30"}
    duties = agenda([PILOT, asked, advice_note({"x": item})], kinds, PROGRAMME, date(2026, 5, 31))
    assert [one for one in duties if one.task == "answer"] == []
    (duty,) = [one for one in duties if one.task == "act"]
    assert (duty.who, duty.due, duty.state) == ("mentee", date(2026, 5, 30), "overdue")


def test_a_submitted_work_plan_awaits_its_verdict_and_a_draft_is_nobodys_duty(kinds: dict[str, Kind]) -> None:
    plan = work_plan(SUBMITTED)
    duties = [one for one in agenda([PILOT, plan], kinds, PROGRAMME, TODAY) if one.kind == "work_plan"]
    assert [(one.state, one.who, one.due) for one in duties] == [("waiting", "facilitator", None)]
    assert not [one for one in agenda([PILOT, draft(plan)], kinds, PROGRAMME, TODAY) if one.kind == "work_plan"]


@pytest.mark.parametrize(("moa", "start"), [("2026-03-10", ""), ("", "2026-03-15")])
def test_C316_01_a_pilot_without_work_plan_asks_the_mentee_for_it(kinds: dict[str, Kind], moa: str, start: str) -> None:
    pilot = partnership(start, "", moa=moa)
    (duty,) = [one for one in agenda([pilot], kinds, PROGRAMME, TODAY) if one.kind == "work_plan"]
    assert (duty.task, duty.state, duty.who, duty.office, duty.record) == ("file", "due", "mentee", MENTEE, "")
    assert duty in duties_of([duty], "mentee", MENTEE)


def test_a_pilot_without_dates_has_no_monthly_duty(kinds: dict[str, Kind]) -> None:
    assert agenda([partnership("", "")], kinds, PROGRAMME, TODAY) == []


def test_partnerships_do_not_mix_and_the_earliest_comes_first(kinds: dict[str, Kind]) -> None:
    other = replace(
        PILOT, space="6" * 64, answers={**PILOT.answers, "about/code": "WOP-PK-015", "pilot/start": "2026-04-02"}
    )
    duties = agenda([other, PILOT, report("2026-04", {})], kinds, PROGRAMME, TODAY)
    days = [duty.due or date.max for duty in duties]
    assert days == sorted(days)
    states = {(duty.partnership, duty.period): duty.state for duty in duties}
    assert states["WOP-PK-014", "2026-04"] == "waiting"
    assert states["WOP-PK-015", "2026-04"] == "overdue"
