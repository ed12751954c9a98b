"""Sheets as people really make them: whatever stands in them is a form or a list of faults, and never anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.xlsform.excel import written
from tests.xlsform.written import form, survey
from wopdesk.xlsform import FormError, load
from wopdesk.xlsform.kobo import plain
from wopdesk.xlsform.loading import form_of
from wopdesk.xlsform.workbook import Row, Table

HEADS = ("type", "name", "label", "label::Urdu (ur)", "hint", "relevant", "calculation", "constraint", "choice_filter")
ODD = (
    "a:b",
    "1st",
    "price (PKR)",
    "a&b",
    "<x>",
    "media::foo",
    "::",
    "$kuid",
    "kobo--rank-items",
    "bind::x",
    "list_name",
)
CELLS = (
    *("text", "integer", "select_one few", "select_one", "begin_group", "begin_repeat", "end_group", "end_repeat"),
    *("calculate", "note", "begin_score", "score__row", "end_score", "few", "a", "b", "c d", "yes", "${a}", "${b} + 1"),
    *("${", "1 +", "'", "<b>", "&", "]]>", "\u202e", "پانی", "0", "-1", "=", "{}", "%s", "instance('few')"),
)
cells = st.sampled_from(CELLS)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = tuple(draw(st.lists(st.sampled_from(HEADS + ODD), min_size=1, max_size=6, unique=True)))
    rows = draw(st.lists(st.dictionaries(st.sampled_from(columns), cells, min_size=1), max_size=6))
    return Table(columns, tuple(Row(number, filled) for number, filled in enumerate(rows, 2)))


@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from(("survey", "choices", "settings", "entities", "external_choices")), tables()))
def test_any_sheets_make_a_form_or_tell_what_is_wrong(sheets: dict[str, Table]) -> None:
    try:
        form_of(plain(sheets)).sheet()
    except FormError as told:
        assert told.problems  # noqa: PT017 - that a form comes of them is as good
        assert all(problem.message for problem in told.problems)  # noqa: PT017 - the same


def faults(text: str) -> list[tuple[int, str]]:
    with pytest.raises(FormError) as told:
        form(text)
    return [(one.row, one.column) for one in told.value.problems]


def test_a_row_with_a_label_alone_is_told_and_a_note_of_the_author_is_none() -> None:
    rows = ("text | a | A |", " | | | mind the tariff", " | | Section two |", "text | b | B | ")
    assert faults(survey("type | name | label | notes", *rows)) == [(5, "type")]


def test_what_stops_the_compiler_hides_neither_its_next_complaint_nor_a_cycle() -> None:
    rows = (
        "range | a | A | | start=x",
        "calculate | b | | ${c} + 1 |",
        "calculate | c | | ${b} + 1 |",
        "range | d | D | | end=y",
        "image | e | E | | max-pixels=z",
    )
    assert faults(survey("type | name | label | calculation | parameters", *rows)) == [
        (3, "parameters"),
        (4, "calculation"),
        (6, "parameters"),
        (7, "parameters"),
    ]


def test_columns_of_choices_that_no_formula_could_name_are_notes(tmp_path: Path) -> None:
    choices = [("list_name", "name", "label", "price (PKR)", "a:b", "1st"), ("few", "a", "A", "5", "6", "7")]
    file = written(
        tmp_path / "form.xlsx", survey=[("type", "name", "label"), ("select_one few", "q", "Q")], choices=choices
    )
    assert [choice.value for choice in load(file).sheet().field("q").choices] == ["a"]


@pytest.mark.parametrize(
    ("sheets", "says"),
    [
        ({"settings": [("form_title",), ("Sample",)]}, "no sheet called survey"),
        ({"survey": [("Pumps of 2026",), ("type", "name", "label"), ("text", "a", "A")]}, "first row"),
        ({"survey": [("text", "a", "A")]}, "first row"),
    ],
    ids=["settings", "title", "bare"],
)
def test_a_sheet_without_its_head_is_told_as_that(
    tmp_path: Path, sheets: dict[str, list[tuple[str, ...]]], says: str
) -> None:
    with pytest.raises(FormError, match=says):
        load(written(tmp_path / "form.xlsx", **sheets))


def test_what_was_pasted_along_unseen_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "form.csv"
    file.write_text('survey\n,type,name,label\n,text,a,"Pump\x0bhouse"\n')
    assert load(file).questions[0].label() == "Pump house"


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("not ${a}", "an operator is missing before ${a}"),
        ("${a} = 1 ${a}", "an operator is missing before ${a}"),
        ("${a} ${a} = 1", "an operator is missing before ${a}"),
        ("${a} == 1", "unexpected '= 1' in '${a} == 1'"),
        ("${a} = 1 && ${a} = 2", "unexpected '&&  ${a}"),
    ],
)
def test_what_other_languages_write_is_told_by_what_is_wrong_with_it(formula: str, says: str) -> None:
    with pytest.raises(FormError) as told:
        form(survey("type | name | label | relevant", "integer | a | A |", f"text | b | B | {formula}"))
    [one] = told.value.problems
    assert (one.row, one.column) == (4, "relevant")
    assert says in one.message
    assert "_asked_" not in one.message


def test_curled_quotes_are_quotes_and_a_group_may_have_any_name() -> None:
    rows = (
        "begin_repeat | r | R |",
        "begin_group | question | Q |",
        "integer | a | A |",
        "end_group",
        "end_repeat",
        "calculate | c | | concat(\u2018it is \u2019, count(${r}/question/a))",
    )
    sheet = form(survey("type | name | label | calculation", *rows)).sheet(rows={"r": ["a", "b"]})
    assert sheet.computed() == {"c": "it is 2"}
