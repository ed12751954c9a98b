"""What changed between two forms is said as its author would say it."""

from __future__ import annotations

import pytest

from wopdesk.xlsform.differences import differences
from wopdesk.xlsform.markdown import read_markdown
from wopdesk.xlsform.order import rising

OLD = """
| settings |
| | form_title | version |
| | Sample | 1 |
| survey |
| | type | name | label::English (en) | label::Urdu (ur) | required | relevant |
| | begin_group | a | A |
| | text | x | X | x-ur | yes |
| | integer | y | Y |
| | text | z | Z |
| | end_group |
| | begin_group | b | B |
| | select_one yes_no | w | W |
| | end_group |
| choices |
| | list_name | name | label::English (en) |
| | yes_no | yes | Yes |
| | yes_no | no | No |
"""


def said(*changes: tuple[str, str]) -> list[tuple[str, str, str]]:
    new = OLD
    for was, now in changes:
        assert was in new
        new = new.replace(was, now, 1)
    return [(one.sort, one.path, one.said) for one in differences(read_markdown(OLD), read_markdown(new))]


def test_the_same_form_has_no_differences() -> None:
    assert said() == []


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("| | text | z | Z |\n", "", ("removed", "a/z", "text “Z”")),
        ("| | text | z | Z |\n", "| | text | z | Z |\n| | date | d | D |\n", ("added", "a/d", "date “D”")),
        ("| integer | y |", "| decimal | y |", ("retyped", "a/y", "was integer, is now decimal")),
        ("yes_no | w", "on_off | w", ("retyped", "b/w", "was select_one yes_no, is now select_one on_off")),
        ("| text | z | Z |", "| text | zed | Z |", ("renamed", "a/zed", "was 'z', is now 'zed'")),
        ("x-ur", "ur", ("words", "a/x", "label in Urdu (ur) was “x-ur”, is now “ur”")),
        ("| x-ur | yes |", "| x-ur |", ("rules", "a/x", "required is gone; it was “yes”")),
        ("| Z |", "| Z | | | ${y} > 1 |", ("rules", "a/z", "relevant is new: “${y} > 1”")),
        ("| | yes_no | no | No |\n", "", ("choices", "yes_no/no", "removed (“No”)")),
        ("| No |", "| Not |", ("choices", "yes_no/no", "label in English (en) was “No”, is now “Not”")),
        ("| Sample | 1 |", "| Sample | 2 |", ("settings", "settings/version", "was “1”, is now “2”")),
    ],
)
def test_each_sort_of_difference(was: str, now: str, expected: tuple[str, str, str]) -> None:
    assert said((was, now)) == [expected]


def test_a_question_that_moved_is_named_with_both_places() -> None:
    moved = ("| | select_one", "| | text | z | Z |\n| | select_one")
    assert said(("| | text | z | Z |\n", ""), moved) == [("moved", "b/z", "from 'a' to 'b'")]


def test_a_renamed_group_takes_its_questions_along() -> None:
    assert said(("| begin_group | a |", "| begin_group | first |")) == [("renamed", "first", "was 'a', is now 'first'")]


def test_what_changed_places_in_its_group() -> None:
    line = "| | text | x | X | x-ur | yes |\n"
    assert said((line, ""), ("| | text | z | Z |\n", "| | text | z | Z |\n" + line)) == [
        ("order", "a/x", "now after 'z'")
    ]


@pytest.mark.parametrize(("numbers", "places"), [([], []), ([3, 1, 2], [1, 2]), ([1, 2, 9, 3, 4], [0, 1, 3, 4])])
def test_as_few_as_possible_are_out_of_order(numbers: list[int], places: list[int]) -> None:
    assert sorted(rising(numbers)) == places
