"""Filing: a record is started once, answers have places, and what does not fit is kept and shown."""

from __future__ import annotations

import pytest

from tests.desk.offices import REPORT, Network
from wopdesk.desk import documents, filing, filling
from wopdesk.desk.faults import DeskFault
from wopdesk.records.ids import ROW
from wopdesk.store import outgoing


def test_a_report_is_started_with_its_answers(net: Network) -> None:
    report = net.report(net.a)
    assert report.state == "draft"
    assert report.answers["about/period"] == "2026-03"
    assert report.answers["about/prepared_by"] == "Sample Engineer"
    assert report.founding.owner == net.a.office
    assert report.draft_space == net.a.identity.team


def test_the_forms_defaults_are_answers_from_the_start(net: Network) -> None:
    report = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-03"})
    defaults = {"about/nil_return": "no", "about/prepared_by": "Sample Engineer"}
    assert report.answers == {"about/period": "2026-03", **defaults}
    again = filing.answer(net.a, report.id, {"about/nil_return": ""})
    assert "about/nil_return" not in again.answers
    assert filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-03"}).answers == again.answers


def test_a_month_is_named_by_its_label_too(net: Network) -> None:
    report = filing.start(net.a, "monthly_report", net.home, {"about/period": "March 2026"})
    assert report.founding.text == "2026-03"


def test_a_start_with_an_answer_that_has_no_place_starts_nothing(net: Network) -> None:
    with pytest.raises(DeskFault, match="no question"):
        filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-03", "about/unknown": "1"})
    assert not documents.documents(net.a, "monthly_report")


def test_the_same_month_started_again_is_the_same_report(net: Network) -> None:
    first = net.report(net.a)
    again = filing.start(net.a, "monthly_report", net.home, {"about/period": " 2026-03 "})
    assert again.id == first.id
    assert again.answers == first.answers
    assert len(documents.documents(net.a, "monthly_report")) == 1


def test_each_note_is_a_record_of_its_own(net: Network) -> None:
    notes = [filing.start(net.b, "advice_note", net.home, {"about/subject": "Valves"}) for _ in range(2)]
    assert notes[0].id != notes[1].id


def test_a_key_answer_cannot_change(net: Network) -> None:
    report = net.report(net.a)
    with pytest.raises(DeskFault, match="cannot change"):
        filing.answer(net.a, report.id, {"about/period": "2026-04"})


@pytest.mark.parametrize("period", ["", "  "])
def test_a_report_without_month_is_not_started(net: Network, period: str) -> None:
    with pytest.raises(DeskFault, match="about/period"):
        filing.start(net.a, "monthly_report", net.home, {"about/period": period})


@pytest.mark.parametrize("period", ["2026/03", "2026-13", "2025-03", "March", "2026-3"])
def test_a_report_of_a_month_that_is_none_is_not_started(net: Network, period: str) -> None:
    with pytest.raises(DeskFault, match="about/period"):
        filing.start(net.a, "monthly_report", net.home, {"about/period": period})
    assert not documents.documents(net.a, "monthly_report")


def test_an_unknown_kind_is_refused_with_those_there_are(net: Network) -> None:
    with pytest.raises(DeskFault, match="advice_note, monthly_report"):
        filing.start(net.a, "yearly_report", net.home, {})


def test_only_the_roles_that_may_start_a_kind_start_it(net: Network) -> None:
    with pytest.raises(DeskFault, match="started by the mentor"):
        filing.start(net.a, "advice_note", net.home, {})
    with pytest.raises(DeskFault, match="started by the mentee"):
        net.report(net.b)


def test_rows_are_named_by_number_or_id(net: Network) -> None:
    report = net.report(net.a)
    path = "findings/found[{}]/finding"
    filing.answer(net.a, report.id, {path.format(1): "One", path.format(2): "Two"})
    rows = documents.find_document(net.a, report.id).rows["findings/found"]
    assert len(rows) == 2
    assert all(map(ROW.fullmatch, rows))
    filing.answer(net.a, report.id, {path.format(2): "Second", path.format(rows[0]): "First"})
    document = documents.find_document(net.a, report.id)
    assert [document.answers[path.format(row)] for row in rows] == ["First", "Second"]
    assert document.rows["findings/found"] == rows


def test_several_answers_of_a_new_row_are_one_row(net: Network) -> None:
    report = net.report(net.a)
    row = "findings/found[1]"
    document = filing.answer(net.a, report.id, {f"{row}/finding": "Leak", f"{row}/evidence": "Seen"})
    assert len(document.rows["findings/found"]) == 1


def test_a_row_is_added_empty_and_removed_with_all_in_it(net: Network) -> None:
    report = net.report(net.a)
    row = filing.add_row(net.a, report.id, "findings/found")
    filing.answer(net.a, report.id, {f"findings/found[{row}]/finding": "Leak"})
    other = filing.add_row(net.a, report.id, "findings/found")
    assert documents.find_document(net.a, report.id).rows["findings/found"] == [row, other]
    filing.remove_row(net.a, report.id, "findings/found", "1")
    document = documents.find_document(net.a, report.id)
    assert document.rows["findings/found"] == [other]
    assert not any("found" in path for path in document.answers)
    assert not document.differences


def test_rows_that_a_list_brings_are_there_from_the_start(net: Network) -> None:
    report = net.report(net.a)
    sheet = filling.sheet_of(net.a, report)
    rows = sheet.rows()["progress/figures"]
    assert len(rows) == 2
    assert [sheet.field(f"progress/figures[{row}]/value").label("en") for row in rows] == [
        "Hours of supply (h/day)",
        "Collection ratio (%)",
    ]


def test_a_row_that_is_removed_by_number_is_the_one_that_is_answered_by_that_number(net: Network) -> None:
    report = net.report(net.a)
    filing.answer(net.a, report.id, {"obstacles/faced[1]/obstacle": "first", "obstacles/faced[2]/obstacle": "second"})
    for number in ("3", "3" * 5_000):
        with pytest.raises(DeskFault, match="no row '3"):
            filing.remove_row(net.a, report.id, "obstacles/faced", number)
    filing.remove_row(net.a, report.id, "obstacles/faced", "2")
    answers = documents.find_document(net.a, report.id).answers
    assert "second" not in answers.values()
    assert "first" in answers.values()


def test_rows_that_a_list_brings_are_neither_added_nor_removed_by_hand(net: Network) -> None:
    report = net.report(net.a)
    with pytest.raises(DeskFault, match="made from a list"):
        filing.remove_row(net.a, report.id, "progress/figures", "1")
    with pytest.raises(DeskFault, match="made from a list"):
        filing.add_row(net.a, report.id, "progress/figures")


@pytest.mark.parametrize(
    "path",
    [
        "about/unknown",
        "findings/found/finding",
        "about[1]/prepared_by",
        "findings/found[1]",
        "findings/found[3]/finding",
        "findings/found[0]/finding",
        "findings/found[-1]/finding",
        "findings/found[x]/finding",
        "findings/found[]/finding",
        "findings/found[\N{EXTENDED ARABIC-INDIC DIGIT ONE}]/finding",
        "findings//found",
        "findings/found[1/finding",
        "/about/prepared_by",
        "about",
        "progress/figures[1]/unit",
        "progress/nrw",
        "progress/nrw_note",
        "@version",
        "",
    ],
)
def test_what_has_no_place_in_the_form_is_refused_in_words(net: Network, path: str) -> None:
    report = net.report(net.a)
    with pytest.raises(DeskFault) as refused:
        filing.answer(net.a, report.id, {path: "text", "about/prepared_by": "Another"})
    assert refused.value.safe == "Nothing was changed."
    assert refused.value.next
    assert documents.find_document(net.a, report.id).answers == report.answers
    assert documents.find_document(net.a, report.id).rows == report.rows


@pytest.mark.parametrize("repeat", ["about", "findings/unknown", "", "findings/found[1]", "work/photos/photo"])
def test_a_row_is_added_only_to_a_repeat(net: Network, repeat: str) -> None:
    report = net.report(net.a)
    with pytest.raises(DeskFault):
        filing.add_row(net.a, report.id, repeat)
    assert documents.find_document(net.a, report.id).rows == report.rows


def test_what_does_not_fit_is_kept_and_shown_as_a_problem(net: Network) -> None:
    report = net.report(net.a)
    wrong = {"progress/produced": "about 300", "progress/billed": "-1", "work/nothing": ""}
    wrong["work/photos[1]/consent"] = "maybe"
    document = filing.answer(net.a, report.id, wrong)
    assert document.answers["progress/produced"] == "about 300"
    sheet = filling.sheet_of(net.a, document)
    assert sheet.field("progress/produced").value == "about 300"
    lacks = {one.path.rpartition("/")[2]: one.lack for one in sheet.problems()}
    assert {"produced": "type", "billed": "constraint", "consent": "choice"}.items() <= lacks.items()


def test_values_are_written_canonically(net: Network) -> None:
    report = net.report(net.a)
    document = filing.answer(net.a, report.id, {"progress/produced": "0300.50", "about/nil_return": "There was work"})
    assert document.answers["progress/produced"] == "300.5"
    assert document.answers["about/nil_return"] == "no"


def test_an_empty_text_takes_an_answer_away(net: Network) -> None:
    report = net.report(net.a)
    document = filing.answer(net.a, report.id, {"about/prepared_by": ""})
    assert "about/prepared_by" not in document.answers


def test_saving_what_stands_already_writes_nothing(net: Network) -> None:
    report = net.report(net.a)
    before = documents.find_document(net.a, report.id).cells
    filing.answer(net.a, report.id, {"about/prepared_by": REPORT["about/prepared_by"], "about/nil_return": "no"})
    assert documents.find_document(net.a, report.id).cells == before


def test_another_office_writes_nothing_in_a_report(net: Network) -> None:
    report = net.report(net.a)
    net.meet(net.a, net.p)
    with pytest.raises(DeskFault, match="No single record"):
        filing.answer(net.b, report.id, {"about/prepared_by": "Somebody"})


def test_a_record_is_found_by_the_beginning_of_its_id(net: Network) -> None:
    report = net.report(net.a)
    assert documents.find_document(net.a, report.id[:10]).id == report.id
    for wanted in ("", "zz", "_", "%"):
        with pytest.raises(DeskFault, match="No single record"):
            documents.find_document(net.a, wanted)


def test_nothing_of_a_draft_is_ready_for_the_partners(net: Network) -> None:
    net.report(net.a)
    with net.a.store.reading() as connection:
        unsigned = outgoing.unsigned(connection, net.a.store.names)
    assert unsigned == [(net.a.identity.team, net.a.identity.key)]
