"""Patterns mean what they mean to Python, and none of them can hang anybody."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.xlsform.functions.evaluated import REFUSED, result
from wopdesk.xlsform.functions.patterns import TooLong, matches

LETTERS = "abcA1 _-\n.\u017f"
PARTS = (
    *("a", "b", "A", ".", "[a-c]", "[^a]", r"\d", r"\w", r"\s", r"\b", r"\B", "^", "$", r"\A", r"\Z", "", "-"),
    *("(?=a)", "(?!a)", "(?<=a)", "(?<!ab)", "(?i:a)", "(?s:.)", "(?m:^)"),
)
patterns = st.recursive(
    st.sampled_from(PARTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda ways: f"({'|'.join(ways)})"),
        st.tuples(inner, st.sampled_from(("*", "+", "?", "*?", "{2}", "{0,2}", "{1,}"))).map(
            lambda parts: f"(?:{parts[0]}){parts[1]}"
        ),
    ),
    max_leaves=8,
)


@given(patterns, st.text(LETTERS, max_size=6))
def test_a_pattern_fits_what_it_fits_in_python(pattern: str, text: str) -> None:
    assert matches(text, pattern) == (re.fullmatch(pattern, text) is not None)


@pytest.mark.parametrize(
    ("text", "pattern", "fits"),
    [
        ("aa", r"(a)\1", True),
        ("ab", r"(a)\1", False),
        ("aab", "a++b", True),
        ("aab", "(?>a+)ab", False),
        ("ab", "(?P<first>a)?(?(first)b|c)", True),
    ],
)
def test_a_pattern_that_remembers_is_left_to_python(text: str, pattern: str, fits: bool) -> None:  # noqa: FBT001 - a case
    assert matches(text, pattern) is fits


@pytest.mark.parametrize("pattern", ["(a+)+", "(a|aa)+", "(a*)*", "a*a*a*a*a*a*", "(a?){60}a{60}", "(?=(a+)+c)a*"])
def test_however_many_ways_there_are_a_text_that_does_not_fit_is_found_out(pattern: str) -> None:
    assert not matches("a" * 59 + "b", pattern)


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("a", "((a{1,1000}){1,1000}){1,1000}"),
        ("a", "(a|b)?" * 5_000),
        ("a" * 60, r"(a+)+\1b"),
        ("a" * 60, r"(a|aa)+(b)?\2c"),
        ("a" * 1_000, r"(a*)\1"),
        ("a" * 3_000, "(?:a(?!a*b))*"),
        ("a", "(a" * 3_000 + ")" * 3_000),
    ],
    ids=["counts", "long", "nested", "ways", "remembering", "looking", "deep"],
)
def test_what_would_take_longer_than_anybody_waits_is_refused(text: str, pattern: str) -> None:
    with pytest.raises(TooLong):
        matches(text, pattern)


def test_an_answer_fits_no_pattern_that_is_none_or_takes_too_long() -> None:
    assert result("regex('a', '[')") == REFUSED
    assert result(f"regex('a', '{'(a|b)?' * 5_000}')") == REFUSED
