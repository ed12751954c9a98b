"""Forms as KoboToolbox gives them out run unchanged: its own columns are passed over, its ratings are groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.xlsform.excel import written
from wopdesk.xlsform import FormError, load

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


def test_a_matrix_is_told_as_one_at_its_rows_and_hides_no_other_fault(tmp_path: Path) -> None:
    matrix = ("begin_kobomatrix", "m", "Needs"), ("text", "a", "A"), ("end_kobomatrix",)
    survey = ((*HEAD, "kobo--matrix_list"), *matrix, ("texd", "b", "B"))
    with pytest.raises(FormError, match="is a matrix, which only KoboToolbox knows") as told:
        load(written(tmp_path / "form.xlsx", survey=survey, choices=CHOICES))
    assert [(one.row, one.column) for one in told.value.problems] == [(2, "type"), (4, "type"), (5, "type")]


def test_a_rating_without_a_list_is_told_by_its_row(tmp_path: Path) -> None:
    survey = ((*HEAD, *MORE), ("begin_score", "care", "Care"), ("score__row", "pumps", "Pumps"), ("end_score",))
    with pytest.raises(FormError) as told:
        load(written(tmp_path / "form.xlsx", survey=survey, choices=CHOICES))
    assert {one.row for one in told.value.problems} == {2, 3, 4}
