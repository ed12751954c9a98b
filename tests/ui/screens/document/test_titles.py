"""What one row of a repeat is called while nothing in it says so."""

from __future__ import annotations

import pytest

from tests.ui.screens.document.fixed import begun
from wopdesk.places import forms_folder
from wopdesk.ui.form.parts import Cards
from wopdesk.ui.screens.document.asking import Manner
from wopdesk.ui.screens.document.fields import Fields
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.layout import Around
from wopdesk.ui.screens.document.tables import Repeat, cards, row_title, table
from wopdesk.xlsform import Form, Group, load


def titles(filling: Filling, repeat: str) -> list[str]:
    number = filling.page_of(repeat)
    assert number is not None
    parts = (part for part in filling.page(number).parts if isinstance(part, Cards) and part.path == repeat)
    return [card.title for card in next(parts).cards]


@pytest.mark.parametrize(
    ("repeat", "language", "said"),
    [
        ("findings/found", "en", ["Finding 1", "Finding 2"]),
        ("obstacles/faced", "en", ["Obstacle 1", "Obstacle 2"]),
        ("work/photos", "en", ["Photo 1", "Photo 2"]),
        ("requests/asked", "ur", ["سوال 1", "سوال 2"]),
    ],
)
def test_a_row_is_called_by_the_thing_that_it_asks_for(repeat: str, language: str, said: list[str]) -> None:
    filling = begun(language)
    filling.add_row(repeat)
    filling.add_row(repeat)
    assert titles(filling, repeat) == said


def test_a_problem_in_an_empty_row_names_the_row() -> None:
    filling = begun()
    filling.add_row("findings/found")
    filling.add_row("work/activities")
    filling.check()
    rows = {one.path.partition("[")[0]: one.row for one in filling.problems() if one.row}
    assert (rows["findings/found"], rows["work/activities"]) == ("Finding 1", "Row 1")


def test_rows_whose_first_question_is_another_are_counted() -> None:
    form: Form = load(forms_folder() / "advice_note" / "form.xml")
    group = next(one for page in form.pages for one in (page, *page.parts) if isinstance(one, Group) and one.repeats)
    assert group.label("en") == "Pieces of advice"
    sheet = form.sheet({})
    rows = ("a", "b")
    for row in rows:
        sheet.add_row(group.path, row)
    repeat, manner = Repeat(group, Around(), rows, fixed=False), Manner()
    made = cards(repeat, lambda _parts, _around: (), Fields(sheet), manner)
    assert [card.title for card in made.cards] == ["Pieces of advice: 1 of 2", "Pieces of advice: 2 of 2"]
    assert row_title(repeat, "b", Fields(sheet), manner) == "Pieces of advice: 2 of 2"


def test_what_each_row_weaves_into_the_end_of_a_label_is_no_part_of_its_column() -> None:
    form: Form = load(forms_folder() / "work_plan" / "form.xml")
    group = next(one for page in form.pages for one in (page, *page.parts) if isinstance(one, Group) and one.repeats)
    sheet = form.sheet({})
    sheet.add_row(group.path, "a")
    made = table(Repeat(group, Around(), ("a",), fixed=False), Fields(sheet), Manner())
    labels = [column.label for column in made.columns]
    assert {"Baseline", "Target"} <= set(labels)
    assert not [label for label in labels if label.endswith("…")]
