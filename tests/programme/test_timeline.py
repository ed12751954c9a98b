from datetime import date

from tests.programme.documents import document, draft, partnership, report, work_plan
from wopdesk.places import forms_folder
from wopdesk.programme.filed import Filed
from wopdesk.programme.steps import load_programme
from wopdesk.programme.timeline import StepState, timeline

PROGRAMME = load_programme(forms_folder() / "programme.toml")
TODAY = date(2026, 6, 3)
ALL_SIGNED = {"loi": "2026-01-20", "moa": "2026-03-10"}


def _states(*filed: Filed, today: date = TODAY) -> dict[str, StepState]:
    return {one.step.code: one for one in timeline(PROGRAMME, filed, today, {"work_plan", "monthly_report"})}


def test_a_new_partnership_begins_with_the_preconditions() -> None:
    states = _states(partnership())
    assert [code for code, one in states.items() if one.state == "current"] == ["3.1.1"]
    assert states["3.1.1"].reason.en == "Still to come: Letter of request"
    assert states["3.1.2"].state == "blocked"
    assert states["3.1.2"].reason.en == "Waits for: Pre-conditions"


def test_C311_11_letter_of_request_opens_the_initial_meeting() -> None:
    states = _states(partnership(request="2025-12-01"))
    assert (states["3.1.1"].state, states["3.1.1"].day) == ("done", date(2025, 12, 1))
    assert states["3.1.2"].state == "current"
    assert states["3.1.4"].state == "blocked"


def test_C314_01_a_signed_letter_of_intent_shows_that_the_meeting_was_held() -> None:
    states = _states(partnership(loi="2026-01-20"))
    assert (states["3.1.4"].state, states["3.1.4"].day) == ("done", date(2026, 1, 20))
    assert states["3.1.2"].state == "passed"
    assert states["3.1.2"].reason.en.startswith("Not recorded here")
    assert "Signing of the Letter of Intent" in states["3.1.2"].reason.en
    assert states["3.1.2"].day is None
    assert states["3.1.5"].state == "current"


def test_C316_01_only_a_submitted_work_plan_opens_the_memorandum() -> None:
    assert _states(partnership(loi="2026-01-20"), draft(work_plan()))["3.1.7"].state == "blocked"
    states = _states(partnership(loi="2026-01-20"), work_plan())
    assert states["3.1.6"].state == "done"
    assert states["3.1.7"].state == "current"


def test_C316_01_a_signed_memorandum_is_no_work_plan() -> None:
    states = _states(partnership(moa="2026-03-10"))
    assert states["3.1.7"].state == "done"
    assert states["3.1.6"].state == "current"
    assert states["3.1.6"].reason.en.startswith("Still to come: Work plan.")
    assert {states[code].state for code in ("3.1.1", "3.1.2", "3.1.4", "3.1.5")} == {"passed"}
    assert not [code for code, one in states.items() if one.state == "done" and code != "3.1.7"]


def test_C317_01_the_memorandum_opens_the_implementation() -> None:
    states = _states(partnership(**ALL_SIGNED), work_plan())
    assert {states[code].state for code in ("3.2.1", "3.2.2", "3.2.3")} == {"current"}
    assert states["3.3.1"].state == "blocked"
    assert states["3.3.1"].reason.ur.startswith("انتظار")


def test_C313_01_the_mentors_workshop_blocks_no_partnership() -> None:
    states = _states(partnership(**ALL_SIGNED), work_plan())
    assert states["3.1.3"].state == "current"
    assert states["3.1.3"].step.whole


def test_C322_03_implementation_is_done_when_each_month_of_an_ended_pilot_has_a_report() -> None:
    months = [f"2026-{month:02}" for month in range(3, 11)]
    reports = [report(month, {}) for month in months]
    filed = (partnership(**ALL_SIGNED), work_plan(), *reports)
    assert _states(*filed, today=date(2026, 10, 14))["3.2.2"].state == "current"
    states = _states(*filed, today=date(2026, 10, 15))
    assert states["3.2.2"].state == "done"
    assert states["3.3.1"].state == "current"
    assert _states(*filed[:-1], today=date(2026, 10, 15))["3.2.2"].state == "current"


def test_C333_01_the_letter_of_recommendation_finishes_the_partnership() -> None:
    letter = document("recommendation", "9" * 64, {})
    states = _states(partnership(**ALL_SIGNED), letter)
    assert states["3.3.3"].state == "done"
    assert states["3.3.4"].state == "current"
    assert states["3.3.2"].state == "current"


def test_without_any_document_everything_but_the_first_step_waits() -> None:
    assert [one.state for one in _states().values()] == ["current", *["blocked"] * 13]
