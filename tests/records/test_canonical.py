"""Values have one form, and order keys always leave room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wopdesk.records import canonical

TEXTS = st.text() | st.text(" \t\r\n\u00e9e\u0301\u0622\u0627\u0653\u2028x")
KEYS = st.from_regex(r"[0-9a-z]{0,4}[1-9a-z]", fullmatch=True)
NUMBERS = st.from_regex(r"[ ]?[+-]?[0-9]{0,6}(\.[0-9]{0,6})?[ ]?", fullmatch=True)


@given(TEXTS)
def test_a_text_is_written_in_one_form(value: str) -> None:
    once = canonical.text(value)
    assert canonical.text(once) == once


def test_a_text_is_composed_and_trimmed() -> None:
    assert canonical.text(" e\u0301 \r\nb\t\r c \n") == "\u00e9\nb\n c"


@given(TEXTS | NUMBERS)
def test_a_decimal_is_written_in_one_form(value: str) -> None:
    once = canonical.decimal(value)
    assert canonical.decimal(once) == once


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
    assert canonical.decimal(typed) == written


@given(st.lists(st.sampled_from("abcdx")), st.lists(st.sampled_from("abcd"), unique=True))
def test_several_choices_are_written_in_the_forms_order(chosen: list[str], form: list[str]) -> None:
    once = canonical.several(" ".join(chosen), form)
    assert canonical.several(once, form) == once
    assert sorted(once.split()) == sorted(set(chosen))
    known = [name for name in once.split() if name in form]
    assert known == [name for name in form if name in known]


@given(KEYS, KEYS)
def test_there_is_always_a_key_between_two(one: str, other: str) -> None:
    low, high = sorted((one, other))
    if low == high:
        with pytest.raises(ValueError, match="sort before"):
            canonical.order_between(low, high)
        return
    between = canonical.order_between(low, high)
    assert low.encode() < between.encode() < high.encode()
    assert canonical.is_order_key(between)


@given(KEYS)
def test_there_is_always_a_key_at_both_ends(one: str) -> None:
    before, after = canonical.order_between("", one), canonical.order_between(one)
    assert before < one < after
    assert canonical.is_order_key(before)
    assert canonical.is_order_key(after)


@given(st.lists(st.integers(0, 30), max_size=60))
def test_keys_grow_slowly_wherever_rows_are_inserted(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = min(place, len(keys))
        before, after = keys[at - 1] if at else "", keys[at] if at < len(keys) else ""
        keys.insert(at, canonical.order_between(before, after))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("value", ["", "0", "10", "A", "a-", None, "a\n"])
def test_what_is_no_order_key(value: str | None) -> None:
    assert not canonical.is_order_key(value)
