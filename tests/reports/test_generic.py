from dataclasses import replace

import pytest

from tests.reports import samples
from tests.reports.paper import read
from wopdesk.reports import blocks, generic
from wopdesk.reports.generic import Answer, Rows, Section
from wopdesk.reports.pdf import render


def _rows(title: str, labels: tuple[str, ...], *rows: tuple[str, ...]) -> Rows:
    return Rows(title, tuple(tuple(map(Answer, labels, row)) for row in rows))


ENTRIES = (
    Section("The plan"),
    Answer("Agreed on", "3 March 2026"),
    Answer("What the diagnostic report found", "Losses lie in the mains of three streets. " * 5),
    Section("Targets"),
    _rows("Targets of the pilot", ("Indicator", "Target"), ("Non-revenue water", "30 %"), ("Collection ratio", "90 %")),
    _rows("Activities", tuple("ABCDEF"), ("Step tests", "", "3", "4", "5", "6")),
)


def test_every_question_and_answer_is_on_paper() -> None:
    document = generic.document("Work plan", ENTRIES, samples.version(), samples.context(reference="WOP-PK-014/WP"))
    paper = read(render(document))
    for words in ("Agreed on", "3 March 2026", "mains of three streets", "Collection ratio", "90 %", "Step tests"):
        assert words in paper.text
    assert "1  The plan" in paper.bookmarks


def test_many_questions_of_a_row_stand_below_each_other_without_empty_ones() -> None:
    document = generic.document("Work plan", ENTRIES, samples.version(), samples.context())
    facts = [one for one in document.blocks if isinstance(one, blocks.Facts)]
    assert document.blocks[-2] == blocks.Heading("Step tests", "1", level=2)
    assert facts[-1].items == (("C", "3"), ("D", "4"), ("E", "5"), ("F", "6"))


def test_questions_that_read_otherwise_in_each_row_stand_with_their_row() -> None:
    """A unit woven into the question cannot stand at the head of a column."""
    rows = ((Answer("Baseline (%)", "38"),), (Answer("Baseline (h/day)", "9.5"),))
    named = tuple((Answer("Name", name), *row) for name, row in zip(("Losses", "Supply"), rows, strict=True))
    document = generic.document("Work plan", (Rows("Targets", named),), samples.version(), samples.context())
    paper = read(render(document))
    assert "Baseline (%) 38" in paper.text
    assert "Baseline (h/day) 9.5" in paper.text


def test_a_repeat_called_like_its_section_is_titled_once() -> None:
    entries = (Section("Activities"), _rows("Activities", ("Activity",), ("Step tests",)))
    document = generic.document("Work plan", entries, samples.version(), samples.context())
    assert read(render(document)).text.count("Activities") == 1


@pytest.mark.parametrize(("number", "status"), [(1, "Draft, not submitted"), (2, "Draft of version 2")])
def test_a_draft_says_so(number: int, status: str) -> None:
    version = replace(samples.version(), number=number)
    document = generic.document("Work plan", (), version, samples.context(state="draft", submitted=None))
    assert (document.status, document.watermark, document.code) == (status, "DRAFT", "")


def test_rows_without_any_answer_are_left_out() -> None:
    entries = (Section("The plan"), Rows("Activities", ((), ())))
    document = generic.document("Work plan", entries, samples.version(), samples.context())
    assert "Activities" not in read(render(document)).text


def test_no_word_of_a_table_is_broken_because_other_columns_say_much() -> None:
    labels = ("Answers which request?", "Kind", "Advice", "To be done by")
    much = "Let every van carry a set of clamps, so that a leak is closed on the day it is found. " * 2
    entries = (Section("Advice"), _rows("", labels, (much, "Recommendation", much, "31 July 2026")))
    document = generic.document("Advice note", entries, samples.version(), samples.context())
    assert "Recommendation" in read(render(document)).text


def test_a_record_of_no_partnership_is_called_by_its_first_answer() -> None:
    entries = (Section("The utility"), Answer("Name of the utility", "WASA Sample"))
    document = generic.document("Utility", entries, samples.version(), samples.context(subject=""))
    assert document.blocks[0] == blocks.Title("Utility", "WASA Sample")
