from dataclasses import replace
from datetime import date

from tests.programme.documents import NOTE, PLAN, advice_note, draft, partnership, report, row, work_plan
from wopdesk.places import forms_folder
from wopdesk.programme import datasets
from wopdesk.programme.datasets import Office, Sources
from wopdesk.programme.filed import RETURNED, Filed
from wopdesk.programme.indicators import load_indicators
from wopdesk.records.ids import row_of_item

INDICATORS = load_indicators(forms_folder() / "indicators.csv")
TODAY = date(2026, 6, 3)
ACTIVITY = row_of_item(PLAN, row("a"))
TARGET = row_of_item(PLAN, row("t"))
ADVICE = row_of_item(NOTE, row("x"))


def _sources(*filed: Filed, record: str = "", period: str = "") -> Sources:
    return Sources(TODAY, filed, indicators=INDICATORS, record=record, period=period)


def _worked(period: str, done: str) -> Filed:
    start = f"work/activities[{row('w')}]"
    return report(period, {f"{start}/activity": ACTIVITY, f"{start}/done": done}, work__activities=("w",))


def _acted(period: str, state: str) -> Filed:
    start = f"advice/actions[{ADVICE}]"
    filed = report(period, {f"{start}/advice": ADVICE, f"{start}/state": state, f"{start}/action": "Valves closed"})
    return replace(filed, rows={"advice/actions": (ADVICE,)})


def test_targets_take_name_unit_and_direction_from_the_indicator() -> None:
    (target,) = datasets.targets(_sources(work_plan()))
    assert target == {
        "id": TARGET,
        "name": "Non-revenue water",
        "unit": "%",
        "indicator": "NRW_PCT",
        "baseline": "38.6",
        "target": "30",
        "better": "lower",
        "due": "",
    }


def test_C316_02_an_indicator_is_chosen_with_its_unit_so_that_a_figure_is_read_as_it_is_meant() -> None:
    known = {item["name"]: item for item in datasets.indicators(_sources())}
    assert known["NRW_PCT"]["label"] == "Non-revenue water (%)"
    assert known["NRW_PCT"]["label_ur"].endswith("(%)")
    assert all(item["label"].endswith(f"({item['unit']})") for item in known.values())


def test_what_the_work_plan_says_of_a_target_goes_before_the_indicator() -> None:
    plan = work_plan()
    named = {f"targets/targets[{row('t')}]/name": "Losses in Zone 3", f"targets/targets[{row('t')}]/unit": "% of input"}
    (target,) = datasets.targets(_sources(replace(plan, answers={**plan.answers, **named})))
    assert (target["name"], target["unit"]) == ("Losses in Zone 3", "% of input")


def test_C316_02_activities_show_planned_share_at_the_end_of_the_month_reported() -> None:
    (activity,) = datasets.activities(_sources(work_plan(), period="2026-05"))
    assert activity["id"] == ACTIVITY
    assert activity["planned"] == "61"  # 61 of 100 days
    assert activity["status"] == "late"


def test_C322_03_done_share_is_the_last_one_reported_before_this_month() -> None:
    filed = (work_plan(), _worked("2026-04", "20"), _worked("2026-05", "35"), _worked("2026-06", "90"))
    assert datasets.activities(_sources(*filed, period="2026-06"))[0]["done"] == "35"
    assert datasets.activities(_sources(*filed))[0]["done"] == "90"


def test_a_draft_or_returned_report_does_not_count_as_progress() -> None:
    returned = replace(_worked("2026-05", "80"), state=RETURNED)
    (activity,) = datasets.activities(_sources(work_plan(), draft(_worked("2026-04", "70")), returned))
    assert activity["done"] == "0"


def test_C322_03_open_advice_is_listed_until_it_is_acted_on() -> None:
    note = advice_note({"x": {"text": "Close the\nboundary valves", "kind": "solution", "due": "2026-06-30"}})
    (item,) = datasets.open_advice(_sources(note))
    assert item == {
        "id": ADVICE,
        "title": "Close the boundary valves",
        "text": "Close the\nboundary valves",
        "kind": "solution",
        "due": "2026-06-30",
        "given": "2026-05-12",
    }
    assert len(datasets.open_advice(_sources(note, _acted("2026-05", "not_yet")))) == 1
    assert datasets.open_advice(_sources(note, _acted("2026-05", "done"))) == []
    assert datasets.open_advice(_sources(note, _acted("2026-05", "cannot"))) == []


def test_a_report_being_corrected_still_lists_the_advice_that_it_acted_on() -> None:
    note, acted = advice_note({"x": {"text": "Close the valves"}}), _acted("2026-05", "done")
    assert len(datasets.open_advice(_sources(note, acted, record=acted.record, period="2026-05"))) == 1
    assert datasets.open_advice(_sources(note, acted, period="2026-06")) == []


def test_C322_03_advice_given_after_the_month_belongs_into_a_later_report() -> None:
    note = advice_note({"x": {"text": "Close the valves"}})
    listed = [len(datasets.open_advice(_sources(note, period=month))) for month in ("2026-04", "2026-05", "2026-06")]
    assert listed == [0, 1, 1]


def test_advice_in_a_draft_note_is_not_shown_to_anybody() -> None:
    assert datasets.open_advice(_sources(draft(advice_note({"x": {"text": "Close the valves"}})))) == []


def test_C322_02_requests_of_part_six_wait_until_a_note_answers_them() -> None:
    asked = report("2026-04", {f"requests/asked[{row('q')}]/question": "Which logger?"}, requests__asked=("q",))
    (request,) = datasets.open_requests(_sources(asked))
    assert (request["name"], request["label"]) == (request["id"], "Which logger?")
    answer = advice_note({"x": {"text": "The acoustic one", "request": request["id"]}})
    assert datasets.open_requests(_sources(asked, answer)) == []
    assert len(datasets.open_requests(_sources(asked, answer, record=answer.record))) == 1


def test_C322_02_a_question_of_a_report_that_came_back_can_still_be_answered() -> None:
    asked = report("2026-04", {f"requests/asked[{row('q')}]/question": "Which valve?"}, requests__asked=("q",))
    (request,) = datasets.open_requests(_sources(replace(asked, state=RETURNED)))
    assert request["label"] == "Which valve?"
    answer = advice_note({"a": {"text": "The gate valve.", "request": request["name"]}})
    assert datasets.open_requests(_sources(replace(asked, state=RETURNED), answer)) == []


def test_C322_03_months_run_from_pilot_start_to_pilot_end() -> None:
    months = datasets.pilot_months(_sources(partnership("2026-11-20", "2027-02-01")))
    assert [month["period"] for month in months] == ["2026-11", "2026-12", "2027-01", "2027-02"]
    assert (months[2]["label"], months[2]["previous"]) == ("January 2027", "2026-12")


def test_X07_pilot_starts_with_the_agreement_unless_told_otherwise() -> None:
    months = datasets.pilot_months(_sources(partnership("", "2026-04-30", moa="2026-03-20")))
    assert [month["period"] for month in months] == ["2026-03", "2026-04"]


def test_without_pilot_dates_the_last_twelve_months_can_be_reported() -> None:
    months = datasets.pilot_months(_sources())
    assert (len(months), months[0]["period"], months[-1]["period"]) == (12, "2025-07", "2026-06")


def test_C322_03_without_pilot_dates_the_months_are_those_of_the_plan_as_it_is_written() -> None:
    days = {"about/from": "2026-04-01", "about/until": "2026-05-31"}
    plan = work_plan()
    written = draft(replace(plan, answers={**plan.answers, **days}))
    months = datasets.pilot_months(_sources(partnership("", ""), written))
    assert [month["period"] for month in months] == ["2026-04", "2026-05"]


def test_without_a_plan_no_month_before_the_letter_of_intent_is_reported() -> None:
    months = datasets.pilot_months(_sources(partnership("", "", loi="2026-05-04")))
    assert [month["period"] for month in months] == ["2026-05", "2026-06"]


def test_a_slip_in_the_year_makes_no_endless_list() -> None:
    assert len(datasets.pilot_months(_sources(partnership(end="9999-12-31")))) == 240


def test_offices_and_indicators_can_be_chosen_by_id_and_code() -> None:
    sources = replace(_sources(), offices=(Office("1" * 32, "WASA Faisalabad", "wasa-faisalabad"),))
    assert datasets.offices(sources) == [{"name": "1" * 32, "label": "WASA Faisalabad", "code": "wasa-faisalabad"}]
    codes = [item["name"] for item in datasets.indicators(sources)]
    assert len(set(codes)) == len(codes) == 46


def _volumes(period: str, **said: str) -> Filed:
    return report(period, {f"progress/{name}": text for name, text in said.items()})


def test_the_last_volumes_are_those_of_the_newest_earlier_report_that_has_them() -> None:
    filed = (
        _volumes("2026-03", produced="268000.5", billed="177000"),
        _volumes("2026-04", billed="150000"),
        _volumes("2026-05", produced="1", billed="1"),
    )
    (last,) = datasets.last_report(_sources(*filed, period="2026-05"))
    assert (last["produced"], last["produced_said"]) == ("268000.5", "268,000.5")
    assert (last["billed"], last["billed_said"]) == ("150000", "150,000")
    assert datasets.last_report(_sources(*filed, period="2026-03")) == []


def test_a_volume_that_is_no_number_is_said_as_it_stands() -> None:
    (last,) = datasets.last_report(_sources(_volumes("2026-03", produced="much"), period="2026-05"))
    assert last["produced_said"] == "much"


def test_a_pilot_that_begins_on_the_first_day_of_all_calendars_stops_no_form() -> None:
    months = datasets.pilot_months(_sources(partnership("0001-01-01", "0001-02-03")))
    assert [(month["name"], month["previous"]) for month in months] == [("0001-01", "0000-12"), ("0001-02", "0001-01")]
