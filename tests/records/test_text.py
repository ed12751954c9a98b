"""JSON is strict to read, and written in one way."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wopdesk.records.text import LEVELS, Unreadable, canonical, read_canonical, read_json

LEAVES = st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text()
VALUES: st.SearchStrategy[Any] = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)


@given(VALUES)
def test_what_is_written_is_read(value: object) -> None:
    assert read_json(canonical(value)) == value


@given(st.dictionaries(st.text("a\u00e9\uffff\U00010000\U0001f600z"), LEAVES))
def test_members_are_ordered_by_their_utf16_units(value: dict[str, object]) -> None:
    names = list(json.loads(canonical(value)))
    assert names == sorted(names, key=lambda name: name.encode("utf-16-be"))
    assert read_canonical(canonical(value)) == value


@given(VALUES, st.integers(1, 4))
def test_another_writing_of_the_same_value_is_not_canonical(value: object, indent: int) -> None:
    with pytest.raises(Unreadable):
        read_canonical(json.dumps({"a": value}, indent=indent).encode())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"a":1,"a":1}', "twice"),
        (b'{"x":{"a":1,"a":2}}', "twice"),
        (b'"\\ud800"', "half a character"),
        (b'{"\\udc00":1}', "half a character"),
        (b'"\xed\xa0\x80"', "UTF-8"),
        (b"\xff", "UTF-8"),
        (b"\xef\xbb\xbf1", "not JSON"),
        (b"1.0", "number"),
        (b"1e3", "number"),
        (b"NaN", "number"),
        (b"-Infinity", "number"),
        (b"12345678901234567", "number"),
        (b"01", "not JSON"),
        (b"'a'", "not JSON"),
        (b"[1,]", "not JSON"),
        (b'"a\nb"', "not JSON"),
        (b"", "not JSON"),
        (b"1 2", "not JSON"),
        (b"[" * (LEVELS + 1) + b"]" * (LEVELS + 1), "too deeply"),
        (b"[" * 100_000, "too deeply"),
        (b'["\\ud83d\\ude00",' + b"[" * 900 + b"]" * 901, "too deeply"),
    ],
)
def test_what_breaks_the_rules_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_json(data)


def test_a_pair_of_surrogates_is_a_character() -> None:
    assert read_json(b'"\\ud83d\\ude00"') == "\U0001f600"


def test_the_deepest_that_is_allowed() -> None:
    assert read_json(b"[" * LEVELS + b"]" * LEVELS)


@pytest.mark.parametrize("value", ["\ud800", {"\udc00": 1}, ["a", {"b": "\udfff"}]])
def test_half_a_character_cannot_be_written(value: object) -> None:
    with pytest.raises(Unreadable, match="half a character"):
        canonical(value)
