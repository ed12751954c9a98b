"""Answers have one form, whoever typed them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wopdesk.xlsform.answers import canonical, in_order

TEXTS = st.text() | st.text(" \t\r\n\u00e9e\u0301\u0622\u0627\u0653\u2028x")
NUMBERS = st.from_regex(r"[ ]?[+-]?[0-9]{0,6}(\.[0-9]{0,6})?[ ]?", fullmatch=True)


@given(TEXTS)
def test_a_text_is_written_in_one_form(value: str) -> None:
    once = canonical(value, "text")
    assert canonical(once, "text") == once


def test_a_text_is_composed_and_its_lines_are_trimmed() -> None:
    assert canonical("e\u0301 \r\nb\t\r c", "text") == "\u00e9\nb\n c"


@given(TEXTS | NUMBERS)
def test_a_decimal_is_written_in_one_form(value: str) -> None:
    once = canonical(value, "decimal")
    assert canonical(once, "decimal") == once


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("07.50", "7.5"),
        ("+3", "3"),
        ("-0.0", "0"),
        (".5", "0.5"),
        ("5.", "5"),
        ("100", "100"),
        ("12345678901234567890.10", "12345678901234567890.1"),
        ("\u06f1\u06f2", "12"),
        (" 80 % ", "80 %"),
        ("1e3", "1e3"),
        ("", ""),
    ],
)
def test_a_decimal_has_no_surplus(typed: str, written: str) -> None:
    assert canonical(typed, "decimal") == written


@given(st.lists(st.sampled_from("abcdx")), st.lists(st.sampled_from("abcd"), unique=True))
def test_several_choices_are_written_in_the_forms_order(chosen: list[str], form: list[str]) -> None:
    once = in_order(" ".join(chosen), form)
    assert in_order(once, form) == once
    assert sorted(once.split()) == sorted(set(chosen))
    known = [name for name in once.split() if name in form]
    assert known == [name for name in form if name in known]
