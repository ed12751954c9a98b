"""Forms on paper: everything that is asked has a number and room, in black and white, and says when it is asked."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.reports.paper import read
from tests.reports.sight import look
from tests.xlsform.written import FORMS, form
from wopdesk import xlsform
from wopdesk.programme.kinds import load_kind
from wopdesk.reports import blocks
from wopdesk.reports.asking import Ask, EmptyTable
from wopdesk.reports.blank import Subject, document
from wopdesk.reports.blocks import Block, Document, Heading
from wopdesk.reports.pdf import render

KINDS = sorted(file.parent.name for file in FORMS.glob("*/form.xml"))
SAMPLE = """
| settings |
| | form_title | default_language |
| | Sample | English (en) |
| survey |
| | type | name | label::English (en) | label::Urdu (ur) | hint::English (en) | relevant | required | calculation | appearance |
| | begin_group | a | 1. First part | پہلا حصہ |
| | select_one yes_no | done | Was it done? | کیا یہ ہوا؟ | | | yes |
| | text | why | Why not? | کیوں نہیں؟ | In your own words. | ${done} = 'no' | | | multiline |
| | integer | many | How many? | کتنے؟ | | ${done} = 'yes' and ${why} = '' |
| | calculate | twice | | | | | | ${many} * 2 |
| | text | big | Why so many? | اتنے کیوں؟ | | ${many} >= 10 or not(${many} < 5) |
| | text | odd | Is that right? | کیا یہ درست ہے؟ | | ${twice} > 3 |
| | select_multiple yes_no | both | Which ones? | کون سے؟ |
| | text | them | Say more | مزید | | selected(${both}, 'yes') and not(selected(${both}, 'no')) |
| | acknowledge | none | Nothing else | اور کچھ نہیں |
| | note | hello | Thank you | شکریہ |
| | note | told | That makes ${twice} | یہ ${twice} ہوا |
| | end_group |
| | begin_repeat | visits | Visits | دورے | | ${none} = '' |
| | date | day | Day of it | تاریخ |
| | text | what | What for? | کس لیے؟ | | ${day} != '' and ${day} > 3 |
| | end_repeat |
| | text | last | Anything else? | اور کچھ؟ | | count(${visits}) > 0 |
| choices |
| | list_name | name | label::English (en) | label::Urdu (ur) |
| | yes_no | yes | Yes | ہاں |
| | yes_no | no | No | نہیں |
"""  # noqa: E501 - a head of columns stands on one line


def paper(text: str = SAMPLE, language: str = "en") -> Document:
    return document(form(text).definition, Subject("Sample", "D0", ("author",)), language)


def asked(made: Document) -> dict[str, Ask]:
    return {one.number: one for one in _asked(made) if one.number}


def _asked(made: Document) -> Iterator[Ask]:
    for block in made.blocks:
        if isinstance(block, Ask):
            yield block
        elif isinstance(block, EmptyTable):
            yield from block.columns


def test_everything_asked_is_numbered_and_nothing_computed_is() -> None:
    found = asked(paper())
    assert {number: one.label for number, one in found.items()} == {
        "1.1": "Was it done?",
        "1.2": "Why not?",
        "1.3": "How many?",
        "1.4": "Why so many?",
        "1.5": "Is that right?",
        "1.6": "Which ones?",
        "1.7": "Say more",
        "1.8": "Nothing else",
        "2.1a": "Day of it",
        "2.1b": "What for?",
        "2.2": "Anything else?",
    }


def test_each_has_the_room_it_needs() -> None:
    rooms = {number: one.room for number, one in asked(paper()).items()}
    assert rooms["1.1"] == "one"
    assert rooms["1.2"] == "long"
    assert rooms["1.3"] == "short"
    assert rooms["1.6"] == "several"
    assert rooms["1.8"] == "tick"
    assert rooms["2.1a"] == "date"
    first = asked(paper())["1.1"]
    assert first.choices == ("Yes", "No")
    assert first.required


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1.1", ""),
        ("1.2", "Only if 1.1 is “No”"),
        ("1.3", "Only if 1.1 is “Yes” and 1.2 is not answered"),
        ("1.4", "Only if 1.3 is at least 10 or 1.3 is at least 5"),
        ("1.5", "Only where it applies"),
        ("1.7", "Only if 1.6 includes “Yes” and 1.6 does not include “No”"),
        ("2.1b", "Only if 2.1a is more than 3"),
        ("2.2", "Only if 2.1 is not empty"),
    ],
)
def test_conditions_are_said_in_words(number: str, said: str) -> None:
    assert asked(paper())[number].condition == said


def test_a_part_says_its_condition_below_its_heading() -> None:
    headings = [block for block in paper().blocks if isinstance(block, Heading)]
    assert [(one.number, one.text, one.remark) for one in headings] == [
        ("1", "First part", ""),
        ("2", "Visits", ""),
        ("2.1", "Visits", "Only if 1.8 is not ticked"),
    ]


def test_notes_are_kept_where_they_say_the_same_to_everybody() -> None:
    text = read(render(paper())).text
    assert "Thank you" in text
    assert "That makes" not in text


def test_in_urdu_questions_and_conditions_are_urdu() -> None:
    found = asked(paper(language="ur"))
    assert found["1.1"].choices == ("ہاں", "نہیں")
    assert re.sub("[\u2068\u2069]", "", found["1.2"].condition) == "صرف اگر 1.1 کا جواب “نہیں” ہو"
    assert not re.search("[A-Za-z]", found["1.3"].condition)


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("kind", KINDS)
def test_our_forms_are_printed_whole_and_without_colour(kind: str, language: str) -> None:
    made = document(xlsform.load(FORMS / kind / "form.xml").definition, Subject(kind), language)
    pdf = render(made)
    assert len(asked(made)) >= 5
    text = " ".join(read(pdf).text.split())
    if language == "en":
        missing = [one.label for one in asked(made).values() if one.label.split()[0] not in text]
        assert missing == []
    assert colours(pdf) == []


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_of_a_form_has_an_empty_third_or_ink_beyond_its_margins(kind: str, language: str) -> None:
    subject = Subject(kind, signs=load_kind(FORMS / kind).signs)
    made = document(xlsform.load(FORMS / kind / "form.xml").definition, subject, language)
    for number, page in enumerate(look(render(made)), 1):
        assert page.emptiest < 1 / 3, f"page {number}"
        assert not page.outside, f"page {number}"


def test_what_the_last_page_has_left_goes_to_the_last_table() -> None:
    columns = (Ask("1a", "What"), Ask("1b", "When"))
    filling: list[Block] = [blocks.Paragraph("Sample line") for _ in range(30)]
    tables: list[Block] = [EmptyTable(columns, 6), *filling, EmptyTable(columns, 6)]
    made = replace(paper(), blocks=[*filling, *tables])
    assert look(render(made))[-1].emptiest < 1 / 3
    less = replace(made, blocks=[*filling, *tables[:-1]])
    assert len(look(render(less))) == len(look(render(made)))


def colours(pdf: bytes) -> list[list[float]]:
    """Colours of a PDF that are no grey."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        steps = [step for page in opened.pages for step in pikepdf.parse_content_stream(page)]
        found = [[float(str(one)) for one in step.operands] for step in steps if str(step.operator) in {"rg", "RG"}]
    return [one for one in found if len({round(part, 2) for part in one}) > 1]


def test_a_table_too_wide_for_the_page_is_asked_row_by_row(tmp_path: Path) -> None:
    rows = "\n".join(f"| | text | q{at} | Question {at} |" for at in range(8))
    text = f"| survey |\n| | type | name | label |\n| | begin_repeat | r | R |\n{rows}\n| | end_repeat |\n"
    made = paper(text)
    assert not any(isinstance(block, EmptyTable) for block in made.blocks)
    (tmp_path / "blank.pdf").write_bytes(render(made))
    assert [one.number for one in _asked(made) if one.number].count("1.1a") == 2
