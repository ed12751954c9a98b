"""Where a form asks elsewhere what it asked before, answers are read at their new place."""

from __future__ import annotations

import pytest

from wopdesk.programme.moved import moved_answers, moved_rows, new_place

MOVED = {
    "about/by": "start/author",
    "work/list": "done/list",
    "work/list/name": "done/list/title",
    "work/list/parts": "done/list/pieces",
    "work/list/parts/size": "done/list/pieces/size",
    "work/list/out": "about/out",
}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("about/by", "start/author"),
        ("about/other", "about/other"),
        ("work/list[k3]/name", "done/list[k3]/title"),
        ("work/list[k3]/parts[p1]/size", "done/list[k3]/pieces[p1]/size"),
        ("work/list[k3]/parts", "done/list[k3]/pieces"),
        ("work/list[k3]/out", "work/list[k3]/out"),
    ],
    ids=["question", "stays", "in a row", "in rows of rows", "repeat of a row", "out of its rows"],
)
def test_the_new_place_of_a_path(old: str, new: str) -> None:
    assert new_place(MOVED, old) == new


def test_what_was_written_at_the_new_place_counts() -> None:
    answers = {"about/by": "old", "work/list[k3]/name": "first"}
    assert moved_answers(MOVED, answers, {*answers}) == {"start/author": "old", "done/list[k3]/title": "first"}
    assert moved_answers(MOVED, answers, {*answers, "start/author"}) == {
        "about/by": "old",
        "done/list[k3]/title": "first",
    }


def test_of_several_old_places_one_is_read_and_the_other_one_stays() -> None:
    moved = {"a/one": "b/x", "a/two": "b/x"}
    assert moved_answers(moved, {"a/one": "1", "a/two": "2"}, ()) == {"b/x": "1", "a/two": "2"}


def test_rows_go_with_their_repeat() -> None:
    rows = {"work/list": ["k1", "k2"], "work/list[k1]/parts": ["p"], "done/list": ["k2", "k3"]}
    assert moved_rows(MOVED, rows) == {"done/list": ["k2", "k3", "k1"], "done/list[k1]/pieces": ["p"]}
