"""The forms of the programme: compiled, bilingual, and asking what the rules ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.xlsform.written import FORMS, KINDS, TODAY
from wopdesk.xlsform import Form, Group, Part, Sheet, compiled, load
from wopdesk.xlsform.files import read_workbook
from wopdesk.xlsform.loading import build

ROW, OTHER = "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb"
TARGET = {"id": ROW, "name": "NRW, zone 4", "unit": "%", "baseline": "41", "target": "30", "better": "lower"}
ADVICE = {"id": OTHER, "title": "Close valve 7", "given": "2026-09-12", "due": "2026-10-20"}
LISTS = {
    "targets": [TARGET],
    "open_advice": [ADVICE],
    "month": [{"period": "2026-10", "label": "October 2026", "label_ur": "اکتوبر 2026"}],
    "work_plan_activities": [{"id": "survey", "title": "Leak survey", "planned": "60", "done": "40"}],
    "indicators": [{"name": "NRW_PCT", "label": "Non-revenue water", "unit": "%", "better": "lower"}],
}


@pytest.fixture(scope="module")
def forms() -> dict[str, Form]:
    return {kind: load(FORMS / kind / "form.xml") for kind in KINDS}


def asked(sheet: Sheet, under: str = "") -> set[str]:
    """Paths below a group that must still be answered or corrected."""
    return {unmet.path for unmet in sheet.problems() if unmet.path.startswith(under)}


def report(forms: dict[str, Form]) -> Sheet:
    """A monthly report as it is begun: a row for each target and for each open advice."""
    sheet = forms["monthly_report"].sheet(today=TODAY, datasets=LISTS)
    sheet.add_row("progress/figures", ROW)
    sheet.set(f"progress/figures[{ROW}]/indicator", ROW)
    sheet.add_row("advice/actions", OTHER)
    sheet.set(f"advice/actions[{OTHER}]/advice", OTHER)
    return sheet


@pytest.mark.parametrize("kind", KINDS)
def test_the_xform_beside_the_source_is_fresh(kind: str) -> None:
    assert (FORMS / kind / "form.xml").read_bytes() == compiled(FORMS / kind), "run: wopdesk forms build"
    assert not build(FORMS / kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_is_there_in_both_languages(kind: str) -> None:
    for name, table in read_workbook(FORMS / kind / "form.md").items():
        for column in (column for column in table.columns if column.endswith("::English (en)")):
            urdu = column.replace("English (en)", "Urdu (ur)")
            for row in table.rows:
                assert (column in row.cells) == (urdu in row.cells), f"{name} {row.number}: {column}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_question_has_a_label_and_every_page_is_a_group(forms: dict[str, Form], kind: str) -> None:
    assert forms[kind].languages == ("en", "ur")
    assert forms[kind].identifier == kind
    for part in everything(forms[kind].pages):
        assert part.path
        assert part.label("en")
        assert part.label("ur") != ""


def everything(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from everything(part.parts)


def test_C322_02_a_monthly_report_has_six_parts(forms: dict[str, Form]) -> None:
    pages = [page.path for page in forms["monthly_report"].pages]
    assert pages == ["about", "progress", "work", "advice", "findings", "obstacles", "requests"]


def test_C322_02_a_part_is_filled_or_said_to_be_empty(forms: dict[str, Form]) -> None:
    sheet = report(forms)
    for part in ("work", "findings", "obstacles", "requests"):
        assert asked(sheet, f"{part}/") == {f"{part}/nothing"}
        sheet.set(f"{part}/nothing", "OK")
        assert asked(sheet, f"{part}/") == set()
    sheet.set("findings/nothing", "")
    sheet.add_row("findings/found", ROW)
    assert asked(sheet, "findings/") == {f"findings/found[{ROW}]/finding"}


def test_C322_02_other_work_fills_the_part_too(forms: dict[str, Form]) -> None:
    sheet = report(forms)
    sheet.set("work/other", "Office moved.")
    assert asked(sheet, "work/") == set()


def test_C322_03_a_month_without_work_is_reported_with_its_reason(forms: dict[str, Form]) -> None:
    sheet = report(forms)
    sheet.set("about/period", "2026-10")
    sheet.set("about/prepared_by", "Sample Engineer")
    sheet.set("about/nil_return", "yes")
    assert asked(sheet) == {"about/nil_reason"}
    sheet.set("about/nil_reason", "Flood.")
    assert asked(sheet) == set()
    assert not sheet.field("progress").relevant
    assert sheet.field("requests").relevant


def test_C322_03_rows_come_from_the_lists_and_say_what_they_are(forms: dict[str, Form]) -> None:
    sheet = report(forms)
    assert sheet.field(f"progress/figures[{ROW}]/value").label("ur") == "NRW, zone 4 (%)"
    assert "41" in sheet.field(f"progress/figures[{ROW}]/value").hint()
    assert sheet.field(f"advice/actions[{OTHER}]/state").label() == "Close valve 7"


@pytest.mark.parametrize(("value", "reason"), [("", True), ("38.2", False), ("120", True), ("2", True), ("-1", False)])
def test_a_figure_that_is_missing_or_strange_asks_why_and_blocks_nothing(
    forms: dict[str, Form], value: str, *, reason: bool
) -> None:
    sheet = report(forms)
    sheet.set(f"progress/figures[{ROW}]/value", value)
    assert sheet.field(f"progress/figures[{ROW}]/remark").required == reason
    assert (sheet.field(f"progress/figures[{ROW}]/value").problem is None) == (value != "-1")


def test_billed_above_produced_asks_why(forms: dict[str, Form]) -> None:
    sheet = report(forms)
    sheet.set("progress/produced", "100")
    sheet.set("progress/billed", "120")
    assert sheet.field("progress/billed_reason").label() == "Billed is more than produced (100 m³). Why?"
    assert "progress/billed_reason" in asked(sheet)
    sheet.set("progress/billed", "62")
    assert sheet.computed()["progress/nrw"] == "38"
    assert "progress/billed_reason" not in asked(sheet)


@pytest.mark.parametrize(
    ("produced", "billed", "reasons"),
    [
        ("2680000", "177000", set()),
        ("2680001", "177000", {"produced_change_reason"}),
        ("26799", "17700", {"produced_change_reason"}),
        ("268000", "0", {"billed_change_reason"}),
        ("100000001", "177000", {"volume_reason"}),
        ("99999999999999999999", "177000", {"volume_reason"}),
    ],
)
def test_a_volume_far_from_the_last_one_or_beyond_any_utility_asks_why_and_blocks_nothing(
    forms: dict[str, Form], produced: str, billed: str, reasons: set[str]
) -> None:
    last = {
        "id": "last",
        "produced": "268000",
        "produced_said": "268,000",
        "billed": "177000",
        "billed_said": "177,000",
    }
    sheet = forms["monthly_report"].sheet(today=TODAY, datasets={**LISTS, "last_report": [last]})
    sheet.set("about/nil_return", "no")
    sheet.set("progress/produced", produced)
    sheet.set("progress/billed", billed)
    asks = {f"progress/{name}" for name in reasons}
    assert asked(sheet, "progress/") - {"progress/description"} == asks
    for path in asks:
        sheet.set(path, "A second zone was joined.")
    assert asked(sheet, "progress/") == {"progress/description"}
    assert "was 268,000 m³ in the last report" in sheet.field("progress/produced_change_reason").label()


def test_the_first_volume_of_a_partnership_asks_nothing(forms: dict[str, Form]) -> None:
    sheet = report(forms)
    sheet.set("progress/produced", "268000")
    sheet.set("progress/billed", "0")
    assert not {path for path in asked(sheet, "progress/") if path.endswith("_reason")}


def test_advice_says_when_it_was_given_and_by_when_it_is_to_be_done(forms: dict[str, Form]) -> None:
    hint = report(forms).field(f"advice/actions[{OTHER}]/state").hint
    assert hint().startswith("Given ")
    assert ", to be done by " in hint()
    assert "، آخری تاریخ " in hint("ur")


@pytest.mark.parametrize(
    ("produced", "said"),
    [("999.5", "999.5"), ("125000", "125,000"), ("1002050", "1,002,050"), ("12000000", "12,000,000")],
)
def test_a_large_volume_is_said_with_its_thousands_apart(forms: dict[str, Form], produced: str, said: str) -> None:
    sheet = report(forms)
    sheet.set("progress/produced", produced)
    sheet.set("progress/billed", "99000000")
    assert f"({said} m³)" in sheet.field("progress/billed_reason").label()


def test_an_activity_is_reported_once_and_less_than_before_asks_why(forms: dict[str, Form]) -> None:
    sheet = report(forms)
    for row in (ROW, OTHER):
        sheet.add_row("work/activities", row)
        sheet.set(f"work/activities[{row}]/activity", "survey")
    assert {f"work/activities[{row}]/activity" for row in (ROW, OTHER)} <= asked(sheet)
    sheet.remove_row(f"work/activities[{OTHER}]")
    sheet.set(f"work/activities[{ROW}]/done", "30")
    sheet.set(f"work/activities[{ROW}]/description", "Rain.")
    assert asked(sheet, "work/") == {f"work/activities[{ROW}]/done_reason"}


@pytest.mark.parametrize(("state", "needed"), [("done", True), ("cannot", True), ("not_yet", False)])
def test_advice_acted_on_says_how(forms: dict[str, Form], state: str, *, needed: bool) -> None:
    sheet = report(forms)
    sheet.set(f"advice/actions[{OTHER}]/state", state)
    assert sheet.field(f"advice/actions[{OTHER}]/action").required == needed


def test_a_pilot_that_ends_before_it_begins_lasts_nothing_and_asks_no_reason(forms: dict[str, Form]) -> None:
    sheet = forms["partnership"].sheet(today=TODAY)
    sheet.set("pilot/start", "2026-09-15")
    sheet.set("pilot/end", "2026-03-15")
    assert asked(sheet, "pilot/") == {"pilot/end"}
    assert not sheet.field("pilot/months_note").relevant


@pytest.mark.parametrize(
    ("start", "end", "months", "reason"),
    [
        ("2026-04-01", "2026-09-30", "6", False),
        ("2026-04-15", "2026-12-14", "8", False),
        ("2026-04-01", "2026-08-31", "5", True),
        ("2026-04-01", "2026-12-15", "8.5", True),
        ("2026-11-01", "2027-05-31", "7", False),
    ],
)
def test_B05_a_pilot_of_another_length_needs_a_reason(
    forms: dict[str, Form], start: str, end: str, months: str, *, reason: bool
) -> None:
    sheet = forms["partnership"].sheet(today=TODAY)
    sheet.set("pilot/start", start)
    sheet.set("pilot/end", end)
    assert sheet.computed()["pilot/months"] == months
    assert ("pilot/months_reason" in asked(sheet)) == reason


def test_X07_the_pilot_begins_with_the_moa_or_says_why_not(forms: dict[str, Form]) -> None:
    sheet = forms["partnership"].sheet(today=TODAY)
    sheet.set("agreements/moa", "2026-03-01")
    sheet.set("pilot/end", "2026-09-30")
    assert sheet.computed()["pilot/months"] == "7"
    sheet.set("pilot/start", "2026-04-01")
    assert "pilot/start_reason" in asked(sheet)


def test_A01_a_utility_is_not_its_own_mentor(forms: dict[str, Form]) -> None:
    sheet = forms["partnership"].sheet(today=TODAY)
    sheet.set("about/mentee", "one")
    sheet.set("about/mentor", "one")
    assert sheet.field("about/mentor").problem is not None


def test_C312_06_a_mentor_that_agreed_is_named_though_its_office_is_not_known(forms: dict[str, Form]) -> None:
    sheet = forms["partnership"].sheet(today=TODAY)
    assert "about/mentor_name" not in asked(sheet)
    sheet.set("agreements/confirmed", "2026-08-20")
    assert "about/mentor_name" in asked(sheet)
    sheet.set("about/mentor_name", "Sample WASA")
    assert "about/mentor_name" not in asked(sheet)
    sheet.set("about/mentor_name", "")
    sheet.set("about/mentor", "one")
    assert not sheet.field("about/mentor_name").relevant
    assert "about/mentor_name" not in asked(sheet)


def test_C316_01_a_plan_has_targets_and_activities(forms: dict[str, Form]) -> None:
    sheet = forms["work_plan"].sheet(today=TODAY, datasets=LISTS)
    assert {"targets/targets_missing", "activities/activities_missing"} <= asked(sheet)
    sheet.add_row("targets/targets", ROW)
    sheet.add_row("activities/activities", ROW)
    assert not {"targets/targets_missing", "activities/activities_missing"} & asked(sheet)
    assert sheet.answers()[f"activities/activities[{ROW}]/weight"] == "1"


@pytest.mark.parametrize(("target", "better"), [("30", "lower"), ("50", "higher"), ("41", "lower")])
def test_EL2_the_direction_of_a_target_follows_from_its_sign(forms: dict[str, Form], target: str, better: str) -> None:
    sheet = forms["work_plan"].sheet(today=TODAY, datasets=LISTS)
    sheet.add_row("targets/targets", ROW)
    for name, text in (("indicator", "NRW_PCT"), ("baseline", "41"), ("target", target)):
        sheet.set(f"targets/targets[{ROW}]/{name}", text)
    assert sheet.computed()[f"targets/targets[{ROW}]/better"] == better
    assert sheet.field(f"targets/targets[{ROW}]/direction_reason").relevant == (better == "higher")


@pytest.mark.parametrize(("baseline", "target"), [("41", "35 %"), ("41", "about 50"), ("?", "50"), ("", "50")])
def test_no_reason_is_asked_for_a_direction_that_cannot_be_told(
    forms: dict[str, Form], baseline: str, target: str
) -> None:
    sheet = forms["work_plan"].sheet(today=TODAY, datasets=LISTS)
    sheet.add_row("targets/targets", ROW)
    for name, text in (("indicator", "NRW_PCT"), ("baseline", baseline), ("target", target)):
        sheet.set(f"targets/targets[{ROW}]/{name}", text)
    assert not sheet.field(f"targets/targets[{ROW}]/direction_reason").relevant


@pytest.mark.parametrize(
    ("head", "payer", "reason"),
    [
        ("mentor_travel", "mentor", False),
        ("mentor_travel", "mentee", True),
        ("investment", "mentee", False),
        ("workshop", "supporting", True),
        ("hosting", "mentor", False),
    ],
)
def test_F04_another_payer_than_the_rules_needs_a_reason(
    forms: dict[str, Form], head: str, payer: str, *, reason: bool
) -> None:
    sheet = forms["work_plan"].sheet(today=TODAY, datasets=LISTS)
    sheet.add_row("activities/activities", ROW)
    sheet.set(f"activities/activities[{ROW}]/cost_head", head)
    sheet.set(f"activities/activities[{ROW}]/payer", payer)
    assert (f"activities/activities[{ROW}]/payer_reason" in asked(sheet)) == reason


@pytest.mark.parametrize(
    ("head", "by_rule", "ur"),
    [
        ("mentor_travel", "the mentor", "رہنما ادارہ"),
        ("operation", "the mentee", "زیرِ رہنمائی ادارہ"),
        ("workshop", "PWON", "پی ڈبلیو او این"),
    ],
)
def test_F04_who_is_asked_why_another_office_pays_is_told_which_one_does_by_the_rules(
    forms: dict[str, Form], head: str, by_rule: str, ur: str
) -> None:
    sheet = forms["work_plan"].sheet(today=TODAY, datasets=LISTS)
    sheet.add_row("activities/activities", ROW)
    sheet.set(f"activities/activities[{ROW}]/cost_head", head)
    sheet.set(f"activities/activities[{ROW}]/payer", "supporting")
    problem = sheet.field(f"activities/activities[{ROW}]/payer_reason").problem
    assert problem is not None
    assert by_rule in problem("en")
    assert ur in problem("ur")


def test_C322_03_words_are_asked_for_only_while_there_are_no_targets(forms: dict[str, Form]) -> None:
    sheet, without = report(forms), forms["monthly_report"].sheet(today=TODAY, datasets={**LISTS, "targets": []})
    for one in (sheet, without):
        one.set("about/nil_return", "no")
    said = [
        (one.field("progress/no_targets").relevant, one.field("progress/description").required)
        for one in (sheet, without)
    ]
    assert said == [(False, False), (True, True)]
    assert not sheet.field("progress/description").hint("en")


def test_an_advice_note_gives_advice(forms: dict[str, Form]) -> None:
    sheet = forms["advice_note"].sheet(today=TODAY)
    assert sheet.answers() == {"about/date": "2026-10-31"}
    assert "advice/missing" in asked(sheet)
    sheet.add_row("advice/items", ROW)
    sheet.set(f"advice/items[{ROW}]/kind", "solution")
    sheet.set(f"advice/items[{ROW}]/text", "Close valve 7 at night.")
    sheet.set(f"advice/items[{ROW}]/due", "2026-10-01")
    assert asked(sheet, "advice/") == {f"advice/items[{ROW}]/due"}


@pytest.mark.parametrize(("code", "good"), [("wasa-faisalabad", True), ("WASA", False), ("a--b", False)])
def test_the_code_of_a_utility(forms: dict[str, Form], code: str, *, good: bool) -> None:
    sheet = forms["utility"].sheet(today=TODAY)
    sheet.set("about/code", code)
    assert (sheet.field("about/code").problem is None) == good


def test_slips_of_units_are_asked_about(forms: dict[str, Form]) -> None:
    sheet = forms["utility"].sheet(today=TODAY)
    for name, text in (("population", "2100000"), ("served", "10500000"), ("production_mgd", "44000")):
        sheet.set(f"service/{name}", text)
    assert {"service/served_reason", "service/production_reason"} <= asked(sheet)
    sheet.set("service/served", "1100000")
    sheet.set("service/production_mgd", "38")
    assert not {"service/served_reason", "service/production_reason"} & asked(sheet)
    assert sheet.computed()["service/production_lpcd"] == "157"
