"""Forms as KoboToolbox gives them out run unchanged: its own columns are passed over, its ratings are groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.xlsform.excel import written
from wopdesk.reports.form_workbook import form_workbook
from wopdesk.xlsform import FormError, load
from wopdesk.xlsform.bounds import MOST_ROWS
from wopdesk.xlsform.compile import compile_workbook
from wopdesk.xlsform.differences import differences
from wopdesk.xlsform.files import read_excel, read_workbook
from wopdesk.xlsform.loading import compiled_text
from wopdesk.xlsform.markdown import read_markdown, write_markdown

HEAD = ("type", "name", "label::English (en)", "$kuid", "$autoname", "$given_name", "required", "relevant")
MORE = ("kobo--score-choices", "kobo--rank-items", "kobo--rank-constraint-message::English (en)")
CHOICES = (
    ("list_name", "name", "label::English (en)", "$autovalue", "$kuid"),
    ("needs", "", "Food", "food", "c1"),
    ("needs", "", "Water", "water", "c2"),
    ("scale", "1", "Bad", "1", "c3"),
    ("scale", "2", "Good", "2", "c4"),
)


def test_columns_of_kobotoolbox_are_passed_over_and_its_names_are_taken(tmp_path: Path) -> None:
    survey = (
        HEAD,
        ("select_one needs", "", "What first?", "k1", "first_need", "first need"),
        ("text", "why", "Why?", "k2", "why_0", "", "", "${first_need} = 'water'"),
        ("text", "", "Who?", "k3", "", "who"),
    )
    form = load(written(tmp_path / "form.xlsx", survey=survey, choices=CHOICES))
    assert [question.path for question in form.questions] == ["first_need", "why", "who"]
    sheet = form.sheet({"first_need": "water", "why": "Dry"})
    assert sheet.answers() == {"first_need": "water", "why": "Dry"}
    assert [choice.value for choice in sheet.field("first_need").choices] == ["food", "water"]


def test_a_ranking_is_a_group_whose_choices_differ(tmp_path: Path) -> None:
    survey = (
        (*HEAD, *MORE),
        ("begin_rank", "top", "Top needs", "", "", "", "", "", "", "needs", "Choose another."),
        ("rank__level", "n1", "1st"),
        ("rank__level", "n2", "2nd"),
        ("end_rank",),
    )
    sheet = load(written(tmp_path / "form.xlsx", survey=survey, choices=CHOICES)).sheet({"top/n1": "food"})
    assert (sheet.field("top/top_label").type, sheet.field("top/top_label").label()) == ("note", "Top needs")
    assert [(unmet.path, unmet.lack) for unmet in sheet.problems()] == [("top/n2", "missing")]
    sheet.set("top/n2", "food")
    assert [unmet.message() for unmet in sheet.problems()] == ["Choose another."]
    sheet.set("top/n2", "water")
    assert sheet.problems() == ()


def test_a_rating_asks_every_row_with_the_same_choices(tmp_path: Path) -> None:
    survey = (
        (*HEAD, *MORE),
        ("text", "site", "Site"),
        ("begin_score", "care", "How good is", "", "", "", "yes", "${site} != ''", "scale"),
        ("score__row", "pumps", "Pumps"),
        ("score__row", "pipes", "Pipes"),
        ("end_score",),
    )
    form = load(written(tmp_path / "form.xlsx", survey=survey, choices=CHOICES))
    sheet = form.sheet()
    assert not sheet.field("care/pumps").relevant
    sheet.set("site", "Zone 3")
    head, pumps = sheet.field("care/care_header"), sheet.field("care/pumps")
    assert (head.label(), head.appearance, head.required) == ("How good is", "label", False)
    assert (pumps.label(), pumps.appearance, pumps.required) == ("Pumps", "list-nolabel", True)
    assert [choice.label() for choice in pumps.choices] == ["Bad", "Good"]


MATRIX = (
    (*HEAD[:-2], "label::Urdu (ur)", "required", "relevant", "constraint", "appearance", "kobo--matrix_list"),
    ("text", "site", "Site"),
    ("begin_kobomatrix", "m", "Needs", "m0", "", "", "ضرورتیں", "", "${site} != ''", "", "", "needs"),
    ("select_one scale", "", "How bad?", "m1", "bad", "", "", "yes", "", "", "w1"),
    ("integer", "people", "How many?", "m2", "", "", "", "${bad} = '1'", "${ bad } != '2'", ". > 0"),
    ("end_kobomatrix",),
)


def matrix(*more: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [*MATRIX, *more]


def test_a_matrix_asks_its_questions_for_each_choice_under_the_names_that_kobotoolbox_gives(tmp_path: Path) -> None:
    form = load(written(tmp_path / "form.xlsx", survey=matrix(), choices=CHOICES))
    assert [question.path for question in form.questions] == [
        "site",
        "m_food/m_food_bad",
        "m_food/m_food_people",
        "m_water/m_water_bad",
        "m_water/m_water_people",
    ]
    assert [page.appearance for page in form.pages[1:]] == ["w4", "w4"]
    sheet = form.sheet({"site": "Zone 3", "m_food/m_food_bad": "1", "m_water/m_water_bad": "2"})
    food, bad = sheet.field("m_food"), sheet.field("m_food/m_food_bad")
    assert (food.label("en"), food.label("ur")) == ("Needs: Food", "ضرورتیں: Food")
    assert (bad.label(), bad.appearance, bad.required) == ("How bad?", "w1 horizontal-compact", True)
    assert [choice.label() for choice in bad.choices] == ["Bad", "Good"]
    assert sheet.field("m_food/m_food_people").appearance == "w2"


def test_a_formula_in_a_matrix_reads_its_own_row(tmp_path: Path) -> None:
    sheet = load(written(tmp_path / "form.xlsx", survey=matrix(), choices=CHOICES)).sheet()
    assert not sheet.field("m_food/m_food_bad").relevant
    sheet.set("site", "Zone 3")
    sheet.set("m_food/m_food_bad", "1")
    sheet.set("m_water/m_water_bad", "2")
    food, water = sheet.field("m_food/m_food_people"), sheet.field("m_water/m_water_people")
    assert (food.relevant, food.required) == (True, True)
    assert (water.relevant, water.required) == (False, False)
    sheet.set("m_food/m_food_people", "0")
    assert [unmet.lack for unmet in sheet.problems()] == ["constraint"]


def test_what_follows_names_a_question_of_a_matrix_by_its_whole_name(tmp_path: Path) -> None:
    rows = matrix(("note", "n", "${m_food_people} people"), ("note", "o", "${people} people"))
    with pytest.raises(FormError) as told:
        load(written(tmp_path / "form.xlsx", survey=rows, choices=CHOICES))
    assert [(one.row, one.column) for one in told.value.problems] == [(8, "label::English (en)")]


@pytest.mark.parametrize(
    ("rows", "says", "told_at"),
    [
        (MATRIX[:-1], "never closed", [3]),
        ([*MATRIX[:2], (*MATRIX[2][:-1], "nobody"), *MATRIX[3:]], "kobo--matrix_list must name the list", [3]),
        ([*MATRIX[:4], *(("text", f"q{n}", "Q") for n in range(2500)), MATRIX[5]], f"{MOST_ROWS} rows", [3]),
    ],
    ids=["open", "list", "large"],
)
def test_a_matrix_that_cannot_be_written_out_is_told(
    tmp_path: Path, rows: list[tuple[str, ...]], says: str, told_at: list[int]
) -> None:
    with pytest.raises(FormError, match=says) as told:
        load(written(tmp_path / "form.xlsx", survey=rows, choices=CHOICES))
    assert [one.row for one in told.value.problems if says in one.message] == told_at


def test_a_ranking_of_more_levels_than_anybody_ranks_is_refused(tmp_path: Path) -> None:
    levels = (("rank__level", f"n{level}", "Level") for level in range(200))
    begun = ("begin_rank", "top", "Top needs", "", "", "", "", "", "", "needs", "Choose another.")
    with pytest.raises(FormError, match=f"{MOST_ROWS} rows"):
        load(written(tmp_path / "form.xlsx", survey=((*HEAD, *MORE), begun, *levels, ("end_rank",)), choices=CHOICES))


@pytest.mark.parametrize(
    "rows",
    [
        matrix(),
        [(*HEAD, *MORE), ("begin_score", "care", "Care", *[""] * 5, "scale"), ("score__row", "a", "A"), ("end_score",)],
        [
            (*HEAD, *MORE),
            ("begin_rank", "top", "Top", *[""] * 6, "needs", "Choose another."),
            *(("rank__level", f"n{level}", "Level") for level in range(3)),
            ("end_rank",),
        ],
    ],
    ids=["matrix", "rating", "ranking"],
)
def test_a_form_of_kobotoolbox_is_the_same_form_once_it_is_brought(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    workbook = read_workbook(written(tmp_path / "form.xlsx", survey=rows, choices=CHOICES))
    source = write_markdown(workbook)
    back = read_excel("form.xlsx", form_workbook(read_markdown(source)))
    assert differences(workbook, back) == ()
    assert write_markdown(back) == source
    assert compiled_text(source) == compile_workbook(workbook).xform


def test_a_rating_without_a_list_is_told_by_its_row(tmp_path: Path) -> None:
    survey = ((*HEAD, *MORE), ("begin_score", "care", "Care"), ("score__row", "pumps", "Pumps"), ("end_score",))
    with pytest.raises(FormError) as told:
        load(written(tmp_path / "form.xlsx", survey=survey, choices=CHOICES))
    assert {one.row for one in told.value.problems} == {2, 3, 4}
