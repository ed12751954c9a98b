"""Papers of records: in which state the version on paper is, what was said of it, labels as people saw them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk.offices import REPORT, Network
from tests.desk.test_documents import without_files
from tests.reports.paper import read
from wopdesk.desk import documents, filing, portfolio, printing, reviewing, starting, submitting
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.records.review import ACCEPT, COMMENT, RETURN


def test_nothing_that_draws_is_loaded_before_a_paper_is_made() -> None:
    """Screens ask this module what a paper is called and who gets it."""
    asked = "import sys, wopdesk.desk.printing; print(*{'reportlab', 'uharfbuzz', 'zxingcpp'} & sys.modules.keys())"
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == ""


def _paper(desk: Desk, record: str, language: str = "en") -> str:
    return read(printing.paper(desk, documents.find_document(desk, record), language)).text


def _submitted(net: Network) -> str:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.meet(net.a, net.p, net.b)
    return report.id


def test_a_returned_report_says_where_to_look_in_the_words_of_the_form(net: Network) -> None:
    record = _submitted(net)
    (row,) = documents.find_document(net.p, record).rows["progress/figures"][:1]
    remarks = {f"progress/figures[{row}]/value": "Of all zones?", "progress/figures": "Complete?"}
    reviewing.review(net.p, record, RETURN, "Look at the hours.", remarks)
    net.send(net.p, net.a)
    text = _paper(net.a, record)
    assert "RETURNED" in text
    for words in ("Look at the hours.", "Of all zones?", "1. Pilot progress data, Figures of the month: Complete?"):
        assert words in text
    assert "()" not in text


def test_in_urdu_a_remark_keeps_its_own_order_and_its_place_is_said_as_urdu_parts_it(net: Network) -> None:
    record = _submitted(net)
    reviewing.review(net.p, record, RETURN, "Look.", {"progress/figures": "Complete?"})
    net.send(net.p, net.a)
    text = _paper(net.a, record, "ur")
    assert "پائلٹ کی پیش رفت کے اعداد، ماہ کے اعداد: Complete?" in text


def test_long_figures_are_grouped_and_several_choices_parted_in_the_papers_language(net: Network) -> None:
    answers = {"about/name": "Sample WASA", "service/population": "1234567", "service/strengths": "nrw billing"}
    programme = net.a.identity.programme
    assert programme is not None
    record = filing.start(net.a, "utility", programme, answers)
    assert "1,234,567" in _paper(net.a, record.id)
    urdu = _paper(net.a, record.id, "ur")
    assert "1,234,567" in urdu
    assert "غیر محصولاتی پانی اور میٹرنگ، بلنگ اور وصولی" in urdu


def test_what_was_written_after_a_version_is_announced_and_not_printed(net: Network) -> None:
    record = _submitted(net)
    assert "Changed since" not in _paper(net.a, record)
    filing.answer(net.a, record, {"about/prepared_by": "Somebody Else"})
    text = _paper(net.a, record)
    assert "Changed since version 1" in text
    assert "Somebody Else" not in text
    submitting.submit(net.a, record)
    assert "Changed since" not in _paper(net.a, record)


def test_a_version_before_a_returned_one_is_printed_as_what_it_is(net: Network) -> None:
    record = _submitted(net)
    reviewing.review(net.p, record, ACCEPT, "Complete.")
    net.meet(net.a, net.p)
    filing.answer(net.a, record, {"about/prepared_by": "Somebody Else"})
    submitting.submit(net.a, record)
    net.meet(net.a, net.p)
    reviewing.review(net.p, record, RETURN, "Why?")
    text = _paper(net.p, record)
    assert "Version 2 was returned; this is version 1" in text
    assert "RETURNED" not in text
    assert "accepted" in text


def test_a_draft_of_a_correction_says_which_version_it_will_be(net: Network) -> None:
    report = net.report(net.a)
    before = read(printing.draft_paper(net.a, documents.find_document(net.a, report.id))).text
    assert "Draft, not submitted" in before
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    reviewing.review(net.p, report.id, RETURN, "Which zone?")
    net.send(net.p, net.a)
    filing.answer(net.a, report.id, {"about/prepared_by": "Sample Deputy"})
    text = read(printing.draft_paper(net.a, documents.find_document(net.a, report.id))).text
    assert "Draft of version 2" in text
    assert "Sample Deputy" in text
    submitting.submit(net.a, report.id)
    assert "Version 2" in _paper(net.a, report.id)


def test_a_comment_stands_on_the_paper(net: Network) -> None:
    record = _submitted(net)
    reviewing.review(net.b, record, COMMENT, "Good step tests.")
    assert "Good step tests." in _paper(net.b, record)


def test_in_urdu_headings_choices_and_indicators_are_urdu(net: Network) -> None:
    record = _submitted(net)
    text = _paper(net.a, record, "ur")
    assert "پائلٹ کی پیش رفت کے اعداد" in text
    assert "Progress data of the pilot" not in text


def test_a_generic_paper_says_the_units_that_are_woven_into_its_questions(net: Network) -> None:
    (plan,) = documents.documents(net.p, "work_plan")
    text = _paper(net.p, plan.id)
    assert "Baseline (" in text
    assert "()" not in text
    assert "بنیادی سطح" in _paper(net.p, plan.id, "ur")


def test_what_has_not_arrived_is_not_printed_as_a_draft(net: Network, tmp_path: Path) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    assert without_files(net, tmp_path)
    with pytest.raises(DeskFault):
        _paper(net.p, report.id)


def test_a_mentor_whose_office_is_not_known_yet_stands_on_the_papers_as_it_was_written(net: Network) -> None:
    alone = net.new("d", "mentee", "Sample WASA")
    opened = starting.start_partnership(alone, "Less water lost")
    filing.answer(alone, opened.id, {"about/mentor_name": "Sample Mentor", "pilot/start": "2026-03-01"})
    report = filing.start(alone, "monthly_report", opened.home, {"about/period": "2026-03", **REPORT})
    submitting.submit(alone, report.id)
    text = _paper(alone, report.id)
    assert "Copies: Sample Mentor" in " ".join(text.split())
    (seen,) = portfolio.partnerships(alone)
    assert seen.mentor == "Sample Mentor"


def test_while_a_partnership_has_no_code_papers_are_named_after_the_mentees_office(net: Network) -> None:
    (partnership,) = documents.documents(net.p, "partnership")
    filing.answer(net.p, partnership.id, {"about/code": ""})
    submitting.submit(net.p, partnership.id)
    net.meet(net.p, net.a)
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    assert f"{net.a.identity.code.upper()}/MR/2026-03" in _paper(net.a, report.id)


def test_a_corrected_report_is_no_later_than_its_first_version(net: Network) -> None:
    net.on("2026-04-06")
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.on("2026-05-20")
    filing.answer(net.a, report.id, {"progress/description": "Sample correction"})
    submitting.submit(net.a, report.id)
    text = _paper(net.a, report.id)
    assert "20 May 2026, first on 6 April 2026" in text
    assert "late" not in text
