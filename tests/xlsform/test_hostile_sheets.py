"""Sheets with more of everything than anybody writes end in words; so many faults are told without compiling."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.xlsform.written import form, survey
from wopdesk.xlsform import FormError, load
from wopdesk.xlsform.bounds import MOST_CELLS, MOST_FAULTS, MOST_LANGUAGES, MOST_LINES, WIDEST_LINE
from wopdesk.xlsform.problems import MOST_TOLD

COLUMNS = "type | name | label | calculation"
MANY = MOST_FAULTS + 1
LISTS = "\n| choices |\n| | list_name | name | label |\n" + "".join(f"| | list{n} | a | A |\n" for n in range(MANY))


@pytest.mark.parametrize(
    ("text", "count", "says"),
    [
        (survey(COLUMNS, *(f"text | name_{n} | ${{nmae_{n}}}" for n in range(MANY))), MANY, "is ${name_0} meant?"),
        (survey(COLUMNS, *(f"integr{n} | q{n} | Q" for n in range(MANY))), MANY, "unknown type"),
        (survey(COLUMNS, *(f"select_one lits{n} | q{n} | Q" for n in range(MANY))) + LISTS, MANY, "is 'list0' meant?"),
        (survey(COLUMNS, *(f"calculate | c{n} | | {'1 + ' * 8000}1" for n in range(70))), 1, "letters"),
        (survey(COLUMNS, *(f"calculate | c{n} | | {'${c0} + ' * 999}1" for n in range(40))), 1, "names questions"),
        (survey(COLUMNS, *(f"calculate | c{n} | | count(//*)" for n in range(500))), 1, "its formulas read"),
        (survey(" | ".join([COLUMNS, *(f"x{n}" for n in range(MANY))]), "text | q | Q"), 1, "columns"),
        (survey(" | ".join([COLUMNS, *["label"] * MANY]), "text | q | Q"), 1, "is there twice"),
        (survey(COLUMNS, "text | q | Q") + "\n" * MOST_LINES, 1, "lines; at most"),
        (survey(COLUMNS, "text | q | Q", "|" * (WIDEST_LINE + 1)), 1, "cells; at most"),
        (survey(COLUMNS, "text | q | Q", *["|" * WIDEST_LINE] * (MOST_CELLS // WIDEST_LINE)), 1, "it has"),
        (survey(" | ".join([COLUMNS, *(f"label::L{n}" for n in range(MOST_LANGUAGES))]), "text | q | Q"), 1, "speaks"),
        (survey(COLUMNS, *(f"calculate | c{n} | | {'1 + ' * 60}{n}" for n in range(2500))), 1, "its formulas hold"),
        (survey("type | name | label | a | b", *["text | q | Q | 1"] * (MOST_TOLD + 9)), MOST_TOLD + 1, "not listed"),
    ],
    ids=[
        *("names", "types", "lists", "letters", "formulas", "wildcards", "columns", "headers", "lines", "line"),
        "cells",
        *("languages", "computed", "faults"),
    ],
)
def test_more_than_anybody_writes_is_refused_in_words(text: str, count: int, says: str) -> None:
    with pytest.raises(FormError) as refused:
        form(text)
    assert len(refused.value.problems) == count
    assert says in str(refused.value)


@pytest.mark.parametrize("column", ["calculation", "relevant"])
def test_a_cycle_of_the_whole_survey_is_told_at_its_first_row(column: str) -> None:
    rows = (f"integer | q{n} | Q | ${{q{(n + 1) % MANY}}} = 1 and '${{q{n}}}' != ''" for n in range(MANY))
    with pytest.raises(FormError) as refused:
        form(survey(f"type | name | label | {column}", *rows))
    [one] = refused.value.problems
    assert (one.row, one.column) == (3, column)
    assert one.message.startswith(f"these depend on each other: q0 → q{MANY - 1} → ")


def test_rows_of_a_repeat_and_triggers_close_no_cycle_however_many_there_are() -> None:
    lines = (
        "begin_repeat | r | R | |",
        *(f"integer | q{n} | Q | 1 + indexed-repeat(${{q{n}}}, ${{r}}, position(..) - 1) |" for n in range(MANY)),
        "end_repeat | | | |",
        "text | a | A | |",
        *(f"calculate | c{n} | | 1 + ${{c{(n + 1) % MANY}}} | ${{a}}" for n in range(MANY)),
    )
    assert form(survey("type | name | label | calculation | trigger", *lines)).questions


def test_more_choices_and_texts_than_a_form_carries_are_refused_in_words() -> None:
    asked = survey("type | name | label", "select_one few | q | Q")
    heads = " | ".join(f"label::L{n}" for n in range(30))
    rows = "".join(f"| | few | a{n} | {' | '.join(['A'] * 30)} |\n" for n in range(3000))
    with pytest.raises(FormError, match="texts in all languages"):
        form(f"{asked}\n| choices |\n| | list_name | name | {heads} |\n{rows}")
    rows = "".join(f"| | few | a{n} | A |\n" for n in range(20_001))
    with pytest.raises(FormError, match="the sheet has 20001 rows"):
        form(f"{asked}\n| choices |\n| | list_name | name | label |\n{rows}")


def test_many_questions_of_many_choices_are_refused_in_words() -> None:
    asked = survey("type | name | label", *(f"select_one few | q{n} | Q" for n in range(1001)))
    rows = "".join(f"| | few | a{n} | A |\n" for n in range(500))
    with pytest.raises(FormError, match="offer 500500 choices in all"):
        form(f"{asked}\n| choices |\n| | list_name | name | label |\n{rows}")


def test_matrices_without_end_of_a_list_without_end_are_refused_in_words(tmp_path: Path) -> None:
    rows = "| | begin_kobomatrix | m | M | none |\n| | end_kobomatrix | | | |\n" * 15_000
    many = "".join(f"| | few | a{n} | A |\n" for n in range(40_000))
    survey_ = "| survey |\n| | type | name | label | kobo--matrix_list |\n" + rows
    path = tmp_path / "form.md"
    path.write_text(f"{survey_}\n| choices |\n| | list_name | name | label |\n{many}", "utf-8")
    with pytest.raises(FormError, match="the sheet has 30000 rows"):
        load(path)


def test_repeats_in_repeats_of_more_rows_than_a_number_has_digits_for_are_refused_in_words() -> None:
    rows = (f"begin_repeat | r{n} | R | {'9' * 17}" for n in range(MANY))
    with pytest.raises(FormError, match="nested more than"):
        form(survey("type | name | label | repeat_count", *rows))
