"""Order keys always leave room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wopdesk.records import order

KEYS = st.from_regex(r"[0-9a-z]{0,4}[1-9a-z]", fullmatch=True)


@given(KEYS, KEYS)
def test_there_is_always_a_key_between_two(one: str, other: str) -> None:
    low, high = sorted((one, other))
    if low == high:
        with pytest.raises(ValueError, match="sort before"):
            order.order_between(low, high)
        return
    between = order.order_between(low, high)
    assert low.encode() < between.encode() < high.encode()
    assert order.is_order_key(between)


@given(KEYS)
def test_there_is_always_a_key_at_both_ends(one: str) -> None:
    before, after = order.order_between("", one), order.order_between(one)
    assert before < one < after
    assert order.is_order_key(before)
    assert order.is_order_key(after)


@given(st.lists(st.integers(0, 30), max_size=60))
def test_keys_grow_slowly_wherever_rows_are_inserted(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = min(place, len(keys))
        before, after = keys[at - 1] if at else "", keys[at] if at < len(keys) else ""
        keys.insert(at, order.order_between(before, after))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("value", ["", "0", "10", "A", "a-", None, "a\n"])
def test_what_is_no_order_key(value: str | None) -> None:
    assert not order.is_order_key(value)
