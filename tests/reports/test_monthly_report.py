from dataclasses import replace
from datetime import date

import pytest

from tests.reports import samples
from tests.reports.samples import key
from wopdesk.records.version import Version
from wopdesk.reports import blocks, monthly_report
from wopdesk.reports.blocks import Chip, Detailed, Document, Strong
from wopdesk.reports.context import Context, Opinion, Party


def _with(answers: dict[str, str]) -> Version:
    version = samples.version()
    return replace(version, answers={**version.answers, **answers})


def _document(version: Version | None = None, context: Context | None = None) -> Document:
    return monthly_report.document(version or samples.version(), context or samples.context())


def _part(number: str, document: Document) -> list[blocks.Block]:
    """The blocks below a heading, up to the next one of its level."""
    start = next(
        at for at, one in enumerate(document.blocks) if isinstance(one, blocks.Heading) and one.number == number
    )
    rest = document.blocks[start + 1 :]
    ends = (at for at, one in enumerate(rest) if isinstance(one, blocks.Heading) and one.level == 1)
    return list(rest[: next(ends, len(rest))])


def _table(number: str, document: Document) -> blocks.Table:
    return next(one for one in _part(number, document) if isinstance(one, blocks.Table))


def test_C322_02_six_parts_in_their_order() -> None:
    headings = [one for one in _document().blocks if isinstance(one, blocks.Heading) and one.number and one.level == 1]
    assert [one.text.split()[0] for one in headings] == [
        "Progress",
        "Activities",
        "Action",
        "Findings",
        "Obstacles",
        "Requests",
    ]


def test_C322_03_previous_figure_and_target_stand_beside_this_months() -> None:
    row = _table("1", _document()).rows[0]
    assert row[:5] == (
        Detailed("Non-revenue water, %", "Read at night in all eight areas."),
        "38.6",
        "33.1",
        Strong("32.4"),
        "30",
    )


@pytest.mark.parametrize(
    ("value", "chip"),
    [("32.4", "Better"), ("33.9", "Worse"), ("33.1", "Level"), ("30", "Target met"), ("12", "Target met")],
)
def test_trend_follows_the_better_direction(value: str, chip: str) -> None:
    version = _with({f"progress/figures[{key('t')}]/value": value})
    last = _table("1", _document(version)).rows[0][-1]
    assert isinstance(last, Chip)
    assert last.text == chip


def test_a_target_without_direction_has_no_trend() -> None:
    last = _table("1", _document()).rows[3][-1]
    assert isinstance(last, Chip)
    assert last.text == "No trend"


def test_figures_are_grouped_and_otherwise_as_typed() -> None:
    row = _table("1", _document()).rows[3]
    assert (row[1], row[3]) == ("1,250,000", Strong("1,268,400.5"))


def test_what_the_version_has_frozen_goes_before_todays_list() -> None:
    computed = {f"progress/figures[{key('t')}]/figure": "Losses", f"progress/figures[{key('t')}]/target": "31"}
    row = _table("1", _document(replace(samples.version(), computed=computed))).rows[0]
    assert isinstance(row[0], Detailed)
    assert (row[0].text, row[4]) == ("Losses, %", "31")


def test_C316_02_activities_show_plan_and_share_before() -> None:
    first, second, *_ = _table("2", _document()).rows
    assert first[1:5] == (blocks.Bar(75, 70, blocks.INFO), "60 %", Strong("75 %"), "70 %")
    assert second[-1] == Chip("Far behind plan", blocks.BAD)


def test_an_activity_that_should_move_and_was_not_reported_is_listed() -> None:
    changes = {f"work/activities[{key('l')}]/activity": key("a")}
    last = _table("2", _document(_with(changes))).rows[-1]
    assert last[0] == Detailed("Installation of 12 bulk meters", "No work this month.")


def test_C322_03_open_advice_with_its_state_and_action() -> None:
    done, later, declined = _table("3", _document()).rows
    assert done[4] == "Closed from 1 to 4 h; inflow fell to 12 m³/h."
    assert done[1:3] == (
        Detailed("12 Sep 2026", "55 days ago", plain=True),
        Detailed("30 Oct 2026", "", plain=True),
    )
    assert later[2:4] == (Detailed("30 Oct 2026", "7 days overdue", plain=True), Chip("Not yet", blocks.WARN))
    assert declined[3] == Chip("Cannot", blocks.BAD)


def test_obstacles_have_an_owner_and_an_age_and_requests_a_day() -> None:
    assert _table("5", _document()).rows[0][2:] == (
        "Supplier or contractor",
        Detailed("2 Oct 2026", "for 35 days", plain=True),
    )
    assert _table("6", _document()).rows[0][2] == "20 Nov 2026"
    assert _table("6", _document(_with({f"requests/asked[{key('n')}]/needed_by": ""}))).rows[0][2] == "no date given"


def test_a_part_says_whether_nothing_happened_or_nobody_filled_it() -> None:
    empty = replace(samples.version(), rows={})
    assert _part("4", _document(empty)) == [blocks.Paragraph("Not filled in.")]
    declared = replace(_with({"findings/nothing": "OK"}), rows={})
    assert _part("4", _document(declared)) == [blocks.Paragraph("No findings this month.")]
    assert _part("3", _document(empty)) == [blocks.Paragraph("No advice was open this month.")]


def test_C322_03_nil_return_gives_its_reason_and_keeps_obstacles_and_requests() -> None:
    version = _with({"about/nil_return": "yes", "about/nil_reason": "The zone was flooded."})
    kept = {name: version.rows[name] for name in ("obstacles/faced", "requests/asked")}
    document = _document(replace(version, rows=kept))
    callout = next(one for one in document.blocks if isinstance(one, blocks.Callout))
    assert callout.text == "The zone was flooded."
    headings = [one.number for one in document.blocks if isinstance(one, blocks.Heading)]
    assert headings == ["5", "6"]


def test_photos_without_consent_or_bytes_are_named_and_not_drawn() -> None:
    photos = next(one for one in _document().blocks if isinstance(one, blocks.Photos)).photos
    assert [photo.jpeg is not None for photo in photos] == [True, True, False, False]
    assert "did not agree" in photos[2].absent
    assert "not arrived" in photos[3].absent
    assert not photos[2].caption
    assert "300 mm main" in photos[3].caption


def test_the_first_page_counts_the_photos_that_the_paper_has() -> None:
    glance = repr(_document().blocks)
    assert "photos: 3" in glance
    assert "photos: 4" not in glance


def test_X09_author_team_leader_and_director_sign_with_copies_to_mentor_and_facilitator() -> None:
    signatures = next(one for one in _document().blocks if isinstance(one, blocks.Signatures))
    assert [signer.role for signer in signatures.signers] == ["Prepared by", "Team leader", "Managing Director"]
    assert signatures.signers[0].name == "Sample Engineer"
    assert signatures.note == "Copies: WASA Lahore, Pakistan Water Operators Network"


def test_a_draft_is_marked_and_has_neither_code_nor_seal() -> None:
    draft = _document(context=samples.context(state="draft", submitted=None))
    assert (draft.watermark, draft.code, draft.seal) == ("DRAFT", "", "")
    assert draft.status == "Draft of version 2"


def test_an_office_that_pwon_has_not_approved_is_marked() -> None:
    document = _document(context=samples.context(author=Party("WASA Faisalabad", confirmed=False)))
    assert document.warning == "UNCONFIRMED OFFICE"
    assert any(isinstance(one, blocks.Callout) and one.tone == blocks.BAD for one in document.blocks)
    assert _document().warning == ""


def test_the_seal_names_reference_number_and_whole_digest() -> None:
    version = samples.version()
    assert _document(version).seal == f"WOPDESK WOP-PK-014/MR/2026-10 2 {version.digest.upper()}"


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 11, 7), "7 November 2026"), (date(2026, 11, 8), "8 November 2026, 1 day late")],
)
def test_C322_03_a_late_report_says_by_how_many_days(day: date, said: str) -> None:
    facts = next(
        one for one in _document(context=samples.context(submitted=day)).blocks if isinstance(one, blocks.Facts)
    )
    assert dict(facts.items)["Submitted"] == said


def _fact(name: str, **context: object) -> str:
    document = _document(context=samples.context(**context))
    return dict(next(one for one in document.blocks if isinstance(one, blocks.Facts)).items)[name]


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (date(2026, 11, 7), "20 November 2026, first on 7 November 2026"),
        (date(2026, 11, 9), "20 November 2026, first on 9 November 2026, 2 days late"),
    ],
)
def test_a_correction_is_judged_by_the_version_that_came_first(first: date, said: str) -> None:
    assert _fact("Submitted", submitted=date(2026, 11, 20), first=first) == said


def test_of_how_many_months_is_said_once_the_end_of_the_pilot_is_known() -> None:
    assert _fact("Report of the pilot", pilot=(date(2026, 5, 1), None)) == "6"
    assert _fact("Report of the pilot", pilot=(None, None)) == ""


def test_a_draft_says_of_parts_that_nobody_came_to_that_they_are_not_filled_in() -> None:
    begun = replace(samples.version(), answers={"about/nil_return": "no"}, rows={"work/photos": (key("p"),)})
    document = _document(begun)
    assert blocks.Paragraph("Not filled in.") in document.blocks[:8]
    glance = next(one for one in document.blocks if isinstance(one, blocks.Table))
    assert [text for _, text in glance.rows[3:]] == ["Not filled in"] * 3
    said = {f"{part}/nothing": "OK" for part in ("findings", "obstacles", "requests")}
    document = _document(replace(begun, answers={**begun.answers, **said}))
    assert blocks.Paragraph("No help is wanted this month.") in document.blocks
    glance = next(one for one in document.blocks if isinstance(one, blocks.Table))
    assert [text for _, text in glance.rows[3:]] == ["No findings", "No obstacles", "No request"]


def test_why_a_volume_looks_wrong_is_printed_beside_it() -> None:
    reasons = {"produced_change_reason": "A zone joined.", "billed_change_reason": "Bills late.", "volume_reason": "X."}
    document = _document(_with({f"progress/{name}": text for name, text in reasons.items()}))
    facts = next(one for one in _part("1", document) if isinstance(one, blocks.Facts))
    assert {text for _, text in facts.items} >= set(reasons.values())


def test_in_a_month_without_work_what_was_declared_empty_is_printed() -> None:
    said = {"about/nil_return": "yes", "obstacles/nothing": "OK", "requests/nothing": "OK"}
    document = _document(replace(_with(said), rows={}))
    assert _part("5", document) == [blocks.Paragraph("No obstacles this month.")]
    assert blocks.Paragraph("No request for advice this month.") in _part("6", document)
    assert not [one for one in document.blocks if isinstance(one, blocks.Heading) and one.number == "3"]


def test_month_of_the_pilot_and_tiles() -> None:
    document = _document()
    facts = next(one for one in document.blocks if isinstance(one, blocks.Facts))
    assert dict(facts.items)["Report of the pilot"] == "6 of 8"
    status, *figures = next(one for one in document.blocks if isinstance(one, blocks.Tiles)).tiles
    assert (status.value, status.share, status.planned) == ("Behind plan", 62, 70)
    assert [(tile.value, tile.state) for tile in figures] == [
        ("32.4 %", "Better"),
        ("84 %", "Better"),
        ("12.5 h/day", "Target met"),
    ]
    assert figures[0].note == "before 33.1 · target 30"


def test_help_wanted_names_who_is_asked_and_what_others_can_remove() -> None:
    help_wanted = next(one for one in _document().blocks if isinstance(one, blocks.Table))
    assert [row[:2] for row in help_wanted.rows] == [
        ("Which pressure should we keep at night?", "WASA Lahore"),
        ("Two of four loggers are out of service.", "Supplier or contractor"),
    ]
    declared = _with({"obstacles/nothing": "OK", "requests/nothing": "OK"})
    none = _document(replace(declared, rows={}))
    assert blocks.Paragraph("No help is wanted this month.") in none.blocks


def test_charts_need_three_months_and_leave_gaps() -> None:
    small = next(one for one in _part("1", _document()) if isinstance(one, blocks.Charts)).charts
    assert len(small) == 2
    assert small[0].values == (38.6, 37.9, 36.4, None, 33.1, 32.4)
    assert small[0].labels == ("May", "Jun", "Jul", "Aug", "Sep", "Oct")
    short = _document(context=samples.context(history={})).blocks
    assert not [one for one in short if isinstance(one, blocks.Chart | blocks.Charts)]


def test_water_of_the_pilot_area_is_printed_with_its_loss() -> None:
    version = replace(
        _with({"progress/produced": "136383", "progress/billed": "92000"}), computed={"progress/nrw": "32.5"}
    )
    facts = [one for one in _part("1", _document(version)) if isinstance(one, blocks.Facts)]
    assert [text for _, text in facts[0].items] == ["136,383 m³", "92,000 m³", "32.5 %"]


@pytest.mark.parametrize(
    ("answers", "lost", "said"),
    [
        ({"produced": "125000", "billed": "81000"}, "35.2", "non-revenue water 35.2 %"),
        ({"produced": "125000"}, "", "125,000 m³ produced"),
        ({"billed": "81000"}, "", "81,000 m³ billed"),
        ({}, "", "No figures"),
    ],
)
def test_the_first_page_says_the_water_of_the_pilot_area_when_the_plan_has_no_targets(
    answers: dict[str, str], lost: str, said: str
) -> None:
    bare = _with({f"progress/{name}": volume for name, volume in answers.items()})
    rows = {repeat: ids for repeat, ids in bare.rows.items() if repeat != "progress/figures"}
    shown = _document(replace(bare, rows=rows, computed={"progress/nrw": lost} if lost else {})).blocks
    glance = next(one for one in shown if isinstance(one, blocks.Table) and len(one.rows) == 6)
    assert glance.rows[0][1] == said


def test_a_month_that_is_none_prints_all_the_same() -> None:
    assert _document(_with({"about/period": "soon"})).title == "Monthly report, soon"


def _callouts(**changes: object) -> dict[str, tuple[str, str]]:
    document = _document(context=samples.context(**changes))
    return {one.title: (one.text, one.tone) for one in document.blocks if isinstance(one, blocks.Callout)}


def test_a_returned_report_says_by_whom_why_and_where() -> None:
    remarks = (("5. Obstacles, Since", "Please give the day."),)
    said = Opinion("return", "PWON", date(2026, 11, 9), "Look again.", remarks)
    title = "Returned by PWON to be corrected, 9 November 2026"
    text = "Look again.\n5. Obstacles, Since: Please give the day."
    assert _callouts(state="returned", opinions=(said,)) == {title: (text, blocks.BAD)}
    document = _document(context=samples.context(state="returned", opinions=(said,)))
    assert document.watermark == "RETURNED"
    assert document.status == "Version 2, submitted 6 November 2026, returned"


def test_a_version_that_is_stale_says_so() -> None:
    assert "Changed since version 2" in _callouts(changed=True)
    assert "Version 3 was returned; this is version 2" in _callouts(later=3)
    assert _callouts() == {}


def test_comments_stand_at_the_end_and_acceptance_at_the_beginning() -> None:
    said = (Opinion("comment", "WASA Lahore", None, "Good."), Opinion("accept", "PWON", None, "Complete."))
    document = _document(context=samples.context(state="accepted", opinions=said))
    callouts = [one.title for one in document.blocks if isinstance(one, blocks.Callout)]
    assert callouts == ["Accepted by PWON", "Comment of WASA Lahore"]
