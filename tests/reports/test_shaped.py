from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.reports import samples
from wopdesk.reports import bidi, fonts
from wopdesk.reports.fonts import REGULAR
from wopdesk.reports.lines import break_lines, width_of
from wopdesk.reports.setting import LatinParagraph, Setting
from wopdesk.reports.shaped import ShapedParagraph
from wopdesk.reports.style import sheet
from wopdesk.reports.words import Speech

TEXT = st.text(st.sampled_from("ابپکگیے ںہ،۔۴5 7abZ-()/%:\n"), max_size=160)


def _visual(text: str) -> str:
    """Characters from left to right, letters of right-to-left runs reversed."""
    direction = bidi.reads_right_to_left(text)
    runs = bidi.visual_runs(text, bidi.levels(text, right_to_left=direction), right_to_left=direction)
    return "".join(run.text[::-1] if run.right_to_left else run.text for run in runs)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("اب 12 پت", "تپ 12 با"),
        ("اب DMA-4 پت", "تپ DMA-4 با"),
        ("اب (AB) پت", "تپ (AB) با"),
        ("leak: اب پت found", "leak: تپ با found"),
        ("plain", "plain"),
    ],
)
def test_words_stand_in_the_order_of_the_unicode_algorithm(typed: str, seen: str) -> None:
    assert _visual(typed) == seen


def test_letters_join() -> None:
    joined = fonts.shape("سیاہ", fonts.NASKH)
    alone = [fonts.shape(letter, fonts.NASKH)[0].char for letter in "سیاہ"]
    assert [glyph.char for glyph in joined][::-1] != alone


def test_urdu_figures_run_from_left_to_right() -> None:
    one, two = (fonts.shape(figure, fonts.NASKH)[0].char for figure in "۱۲")
    (line,) = break_lines("اور ۱۲", sheet()["body"], 400, None)
    figures = line.pieces[0]
    shaped = fonts.shape(figures.text, fonts.NASKH, right_to_left=figures.right_to_left)
    assert [glyph.char for glyph in shaped][:2] == [one, two]


@given(TEXT, st.floats(20, 300))
def test_lines_hold_every_character_once_and_fit(text: str, width: float) -> None:
    style = sheet()["body"]
    lines = list(break_lines(text, style, width, None))
    at = 0
    for line in lines:
        assert line.start in {at, at + 1}
        assert text.startswith(line.source, line.start)
        at = line.start + len(line.source)
        drawn = sum(width_of(piece, style) for piece in line.pieces)
        assert drawn <= width * 1.02 or len(line.source.strip()) == 1
    assert "".join(line.source for line in lines) == text.replace("\n", "")


@given(TEXT, st.floats(10, 200))
def test_a_split_paragraph_says_the_same(text: str, height: float) -> None:
    parts = cast("list[ShapedParagraph]", ShapedParagraph(text, sheet()["body"]).split(120, height))
    assert "".join("".join(part.text.split("\n")) for part in parts) in {"", text.replace("\n", "")}
    if len(parts) > 1:
        assert parts[0].wrap(120, height)[1] <= height


def test_the_rest_of_a_split_paragraph_keeps_its_direction() -> None:
    paragraph = ShapedParagraph(samples.URDU + " " + "word " * 60, sheet()["body"])
    _, rest = cast("list[ShapedParagraph]", paragraph.split(150, 60))
    rest.wrap(150, 1000)
    assert all(line.right_to_left for line in rest._lines)  # noqa: SLF001 - what decides where the words stand


ISOLATED = "ورژن \u2068WOP-PK-014/MR\u2069، \u20682 days\u2069 پہلے"


def test_isolates_keep_the_order_of_what_they_hold_and_are_not_drawn() -> None:
    """Text copied from a phone has them, and so have our own phrases."""
    seen = bidi.visible(_visual(ISOLATED))
    assert "WOP-PK-014/MR" in seen
    assert "2 days" in seen
    line = next(iter(break_lines(ISOLATED, sheet()["body"], 1000, None)))
    assert line.right_to_left
    assert not {"\u2068", "\u2069"} & {char for piece in line.pieces for char in piece.text}


@pytest.mark.parametrize("after", ["", " %", " · ہدف 32", " · target 32"])
def test_a_negative_figure_has_its_sign_before_it_whatever_follows(after: str) -> None:
    assert "-3.3" in bidi.visible(_visual(f"پہلے \u2068-3.3\u2069{after}"))


def test_a_line_ends_before_words_that_are_held_together() -> None:
    style = sheet()["body"]
    (whole,) = break_lines("پانی کیوں؟", style, 400, None)
    width = sum(width_of(piece, style) for piece in whole.pieces) + 1
    assert [line.source for line in break_lines("پانی کیوں؟\u00a0*", style, width, None)] == ["پانی ", "کیوں؟\u00a0*"]


def test_in_latin_letters_too() -> None:
    paragraph = Setting(Speech()).paragraph("Water why?\u00a0*")
    assert isinstance(paragraph, LatinParagraph)
    paragraph.wrap(stringWidth("Water why?", REGULAR, sheet()["body"].fontSize) + 1, 100)
    lines = paragraph.blPara.lines
    assert [" ".join(words) for _, words in lines] == ["Water", "why?\u00a0*"]


def test_the_number_of_a_heading_stands_where_the_page_begins() -> None:
    heading = Setting(Speech("ur")).numbered("3", "Study visit", "h2")
    assert isinstance(heading, ShapedParagraph)
    heading.wrap(400, 100)
    (line,) = heading._lines  # noqa: SLF001 - what is drawn from left to right
    assert "".join(piece.text for piece in line.pieces).split() == ["Study", "visit", "3"]


@given(st.text(st.sampled_from("اب 5aZ،\u200f\u202a\u202c\u202e\u2066\u2067\u2068\u2069"), max_size=40))
def test_no_order_of_direction_signs_stops_a_paper(text: str) -> None:
    for line in break_lines(text, sheet()["body"], 100, None):
        assert "".join(piece.text for piece in line.pieces) == bidi.visible(
            "".join(piece.text for piece in line.pieces)
        )


def test_a_list_of_isolated_latin_words_is_read_from_the_right() -> None:
    assert bidi.reads_right_to_left("\u2068WASA Lahore\u2069، \u2068PWON\u2069")
    assert not bidi.reads_right_to_left("WASA Lahore، PWON")


@pytest.mark.parametrize("text", ["The crew walked the line & read each meter. " * 60, samples.URDU * 30, "x" * 3_000])
def test_a_text_that_is_split_has_as_many_lines_as_whole(text: str) -> None:
    whole = Setting(Speech("en")).paragraph(text, "body")
    height = whole.wrap(200, 1_000)[1]
    first, rest = whole.split(200, 70)
    assert first.wrap(200, 1_000)[1] + rest.wrap(200, 1_000)[1] == pytest.approx(height)


def test_the_lines_of_what_is_left_of_a_text_are_those_that_it_would_be_broken_into_anew() -> None:
    whole = LatinParagraph("The crew walked the line and read each meter. " * 60, sheet()["body"])
    whole.wrap(200, 1_000)
    _, rest = whole.split(200, 70)
    assert isinstance(rest, LatinParagraph)
    anew = LatinParagraph("", rest.style, frags=rest.frags)
    assert anew.wrap(200, 1_000) == rest.wrap(200, 1_000)
    assert anew.blPara.lines == rest.blPara.lines
