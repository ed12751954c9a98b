"""A record as it stands: rows that come and go, and what a person must settle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wopdesk.records.cells import Visible, answers, differences, is_retired, rows, settling, shown
from wopdesk.records.fields import RowField, enclosing

A, B, C = "a" * 16, "b" * 16, "c" * 16
ROW, OTHER = f"@row/work/{A}", f"@row/work/{B}"
NESTED = f"@row/work[{A}]/steps/{C}"
TITLE = f"work[{A}]/title"
DEEP = f"work[{A}]/steps[{C}]/name"


def cells(fields: Mapping[str, Any]) -> dict[str, list[Visible]]:
    """A record from the values that are visible in its fields."""
    several: dict[str, list[Any]] = {
        field: value if isinstance(value, list) else [value] for field, value in fields.items()
    }
    return {
        field: [Visible(f"{field}:{index}", value, "", "", "") for index, value in enumerate(values)]
        for field, values in several.items()
    }


def fields_of(found: Mapping[str, Any]) -> list[str]:
    return [one.field for one in differences(cells(found))]


def test_the_smallest_operation_is_displayed_while_values_differ() -> None:
    found = cells({"about/x": ["1", "2"]})
    assert shown(found, "about/x") == "1"
    assert answers(found) == {"about/x": "1"}
    assert fields_of({"about/x": ["1", "2"]}) == ["about/x"]


def test_equal_values_are_one_and_different_fields_never_conflict() -> None:
    assert fields_of({"about/x": ["1", "1"], "about/y": "2"}) == []


def test_order_keys_never_conflict() -> None:
    assert fields_of({ROW: ["m", "t"], TITLE: "Pump"}) == []


def test_rows_are_in_order_of_key_then_of_row() -> None:
    found = cells({ROW: "m", OTHER: ["t", "c"], f"@row/work/{C}": "m"})
    assert rows(found) == {"work": [B, A, C]}


def test_a_removed_row_takes_its_fields_and_nested_rows_along() -> None:
    found = cells({ROW: None, TITLE: None, NESTED: None, DEEP: None, OTHER: "m"})
    assert rows(found) == {"work": [B]}
    assert answers(found) == {}
    assert differences(found) == []


def test_a_row_removed_here_and_edited_there_is_one_difference() -> None:
    assert fields_of({ROW: None, TITLE: [None, "Pump 2"]}) == [ROW]
    assert rows(cells({ROW: None, TITLE: [None, "Pump 2"]})) == {"work": [A]}


def test_a_row_removed_here_and_moved_there_is_removed() -> None:
    assert fields_of({ROW: [None, "t"], TITLE: None}) == []
    assert rows(cells({ROW: [None, "t"], TITLE: None})) == {}


def test_a_nested_row_that_was_only_moved_does_not_keep_its_outer_row() -> None:
    found = {ROW: None, TITLE: None, NESTED: [None, "t"], DEEP: None}
    assert fields_of(found) == []
    assert rows(cells(found)) == {}


def test_a_row_added_inside_a_removed_row_keeps_it() -> None:
    found = {ROW: None, TITLE: None, NESTED: "m", DEEP: "Lay the pipe"}
    assert fields_of(found) == [ROW]
    assert rows(cells(found)) == {"work": [A], f"work[{A}]/steps": [C]}


def test_two_edits_beside_a_removal_are_the_rows_difference_and_the_fields() -> None:
    assert fields_of({ROW: "m", TITLE: ["1", "2"]}) == [TITLE]


def test_letting_a_removal_stand_writes_null_everywhere() -> None:
    found = cells({ROW: None, TITLE: [None, "Pump 2"], OTHER: "m"})
    (difference,) = differences(found)
    assert settling(found, difference, None) == [
        (ROW, None, (f"{ROW}:0",)),
        (TITLE, None, (f"{TITLE}:0", f"{TITLE}:1")),
    ]


def test_keeping_a_row_writes_back_what_the_removal_replaced() -> None:
    found = cells({ROW: None, TITLE: [None, "Pump 2"], f"work[{A}]/share": None})
    (difference,) = differences(found)
    kept = settling(found, difference, "keep", {ROW: "t", TITLE: "Pump", f"work[{A}]/share": "40"})
    assert {field: value for field, value, _ in kept} == {ROW: "t", TITLE: "Pump 2", f"work[{A}]/share": "40"}


def test_settling_a_field_names_all_that_it_replaces() -> None:
    found = cells({"about/x": ["1", "2"]})
    (difference,) = differences(found)
    assert settling(found, difference, "3") == [("about/x", "3", ("about/x:0", "about/x:1"))]


def test_a_retired_record_returns_when_somebody_wrote_against_it() -> None:
    assert is_retired(cells({"@retired": "moved"}))
    assert not is_retired(cells({"@retired": ["moved", None]}))
    assert not is_retired(cells({"about/x": "1"}))


def test_a_row_holds_a_field_when_its_prefix_is_among_those_that_enclose_it() -> None:
    outer, inner = RowField("work/activities", "a" * 16), RowField(f"work/activities[{'a' * 16}]/steps", "b" * 16)
    fields = [outer.field, inner.field, f"{outer.prefix}done", f"{inner.prefix}name", "work/activities", "about/period"]
    for row in (outer, inner):
        assert [row.holds(field) for field in fields] == [row.prefix in enclosing(field) for field in fields]
    assert enclosing(f"{inner.prefix}name") == [outer.prefix, inner.prefix]


def test_thousands_of_removed_rows_are_shown_at_once() -> None:
    removed = Visible("x:0", None, "", "", "")
    names = [f"{number:016d}".translate(str.maketrans("0123456789", "abcdefghij")) for number in range(20_000)]
    many = {field: [removed] for row in names for field in (f"@row/a/b/{row}", f"a/b[{row}]/c")}
    assert (answers(many), rows(many), differences(many)) == ({}, {}, [])
