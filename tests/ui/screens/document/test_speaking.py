"""Days that a form weaves into its words, as people write them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.screens.document.fixed import ADVICE, begun
from wopdesk.ui.form.parts import Cards
from wopdesk.ui.form.question import Question
from wopdesk.ui.screens.document.asking import Manner, asked
from wopdesk.ui.screens.document.speaking import as_said, in_words
from wopdesk.xlsform import Choice, Field, Wording


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Due 2026-10-31.", "en", "Due 31 Oct 2026."),
        ("2026-05-01 → 2026-12-09", "en", "1 May 2026 → 9 Dec 2026"),
        ("آخری تاریخ: 2026-10-31", "ur", "آخری تاریخ: 31 اکتوبر 2026"),
        ("Meter 2026-13-31, file 12026-10-31 and a-2026-10-31-b", "en", None),
        ("WOP-PK-001, 2026-10", "en", None),
    ],
)
def test_days_in_a_text_are_written_as_people_do(text: str, language: str, said: str | None) -> None:
    assert in_words(text, language) == (said or text)


def test_words_of_a_field_are_said_so_and_its_answer_stays() -> None:
    day = "2026-10-31"
    words = Wording({"en": f"By {day}?", "ur": f"{day} تک؟"}, "en")
    field = as_said(Field("a", "date", value=day, label=words, hint=words, problem=words))
    assert field.problem is not None
    for said in (field.label, field.hint, field.problem):
        assert (said("en"), said("ur")) == ("By 31 Oct 2026?", "31 اکتوبر 2026 تک؟")
    assert field.value == day


def test_when_advice_was_given_is_told_as_people_write_it() -> None:
    filling = begun()
    number = filling.page_of("advice")
    assert number is not None
    cards = next(part for part in filling.page(number).parts if isinstance(part, Cards))
    hints = [part.hint for part in cards.cards[0].parts if isinstance(part, Question)]
    assert ADVICE[0]["given"] == "2026-10-12"
    assert any("12 Oct 2026" in hint for hint in hints)
    assert not any("2026-10-12" in hint for hint in hints)


def test_a_day_of_the_month_before_stands_beside_in_words() -> None:
    manner = Manner(previous={"a": "2026-09-30"}, previously="Sep 2026")
    assert asked(Field("a", "date"), manner).previous == "Sep 2026: 30 Sep 2026"


def test_what_is_no_choice_is_named_unless_it_is_an_item_that_is_gone() -> None:
    gone = Wording({"en": "This choice is not offered any more; choose again."}, "en")
    field = Field(
        "a", "select_one", value="perhaps", choices=(Choice("yes", Wording({"en": "Yes"}, "en")),), problem=gone
    )
    written, item = as_said(field).problem, as_said(replace(field, value="c" * 16)).problem
    assert written is not None
    assert "“perhaps”" in written("en")
    assert "perhaps" in written("ur")
    assert item == gone
