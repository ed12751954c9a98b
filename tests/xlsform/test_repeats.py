"""Paths inside repeats mean what JavaRosa means by them: the own row, unless an index or a predicate chooses others."""

from __future__ import annotations

import pytest

from tests.xlsform.written import form, survey
from wopdesk.xlsform import FormError, Sheet

NESTED = (
    "type | name | label | calculation",
    "begin_repeat | outer | Outer |",
    "integer | a | A |",
    "begin_repeat | inner | Inner |",
    "integer | b | B |",
    "calculate | own | | /data/outer/a * 10 + /data/outer/inner/b",
    "calculate | first | | indexed-repeat(${b}, ${inner}, 1)",
    "calculate | before | | indexed-repeat(${b}, ${inner}, position(..) - 1)",
    "calculate | corner | | indexed-repeat(${b}, ${outer}, 1, ${inner}, 2)",
    "calculate | fits | | count(/data/outer/inner[b > current()/../b])",
    "end_repeat | | |",
    "calculate | sub | | sum(/data/outer/inner/b)",
    "calculate | mean | | sum(${b}) div count-non-empty(${b})",
    "end_repeat | | |",
    "calculate | all | | sum(/data/outer/inner/b)",
    "calculate | widest | | max(/data/outer/sub)",
)


@pytest.fixture
def sheet() -> Sheet:
    made = form(survey(*NESTED)).sheet(
        rows={"outer": ["x", "y"], "outer[x]/inner": ["p", "q"], "outer[y]/inner": ["r"]}
    )
    for path, text in {"[x]/a": "1", "[y]/a": "2", "[x]/inner[p]/b": "3", "[x]/inner[q]/b": "4"}.items():
        made.set(f"outer{path}", text)
    return made


def test_an_absolute_path_means_the_own_row(sheet: Sheet) -> None:
    sheet.set("outer[y]/inner[r]/b", "9")
    found = sheet.computed()
    assert [found[f"outer{row}/own"] for row in ("[x]/inner[p]", "[x]/inner[q]", "[y]/inner[r]")] == ["13", "14", "29"]
    assert [found[f"outer[{row}]/sub"] for row in "xy"] == ["7", "9"]
    assert (found["all"], found["widest"]) == ("16", "9")


def test_a_sum_passes_over_blank_rows(sheet: Sheet) -> None:
    found = sheet.computed()
    assert (found["outer[x]/mean"], found["outer[y]/sub"], found["all"]) == ("3.5", "0", "7")
    assert "outer[y]/mean" not in found


def test_an_index_chooses_among_the_rows_of_the_own_row(sheet: Sheet) -> None:
    sheet.set("outer[y]/inner[r]/b", "9")
    found = sheet.computed()
    assert [found[f"outer{row}/first"] for row in ("[x]/inner[q]", "[y]/inner[r]")] == ["3", "9"]
    assert found["outer[y]/inner[r]/corner"] == "4"


def test_the_row_before_the_first_is_the_first_as_in_javarosa(sheet: Sheet) -> None:
    assert [sheet.computed()[f"outer[x]/inner[{row}]/before"] for row in "pq"] == ["3", "3"]
    sheet.remove_row("outer[x]/inner[p]")
    assert sheet.computed()["outer[x]/inner[q]/before"] == "4"


def test_a_predicate_looks_at_all_rows_of_the_own_row(sheet: Sheet) -> None:
    assert [sheet.computed()[f"outer[x]/inner[{row}]/fits"] for row in "pq"] == ["1", "0"]


def test_an_index_needs_a_repeat_that_the_question_is_in() -> None:
    lines = ("type | name | label | calculation", "begin_repeat | r | R |", "text | a | A |", "end_repeat | | |")
    with pytest.raises(FormError, match="repeats that the question is in"):
        form(survey(*lines, "text | b | B |", "calculate | c | | indexed-repeat(${b}, ${r}, 1)"))
