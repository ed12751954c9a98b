"""The law of undo: whatever was done, taking all of it back gives what was there, doing it again what came of it."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.screens.document.fixed import begun
from wopdesk.ui.screens.document.filling import Filling

REPEATS = ("work/activities", "work/photos", "findings/found", "obstacles/faced", "requests/asked", "progress/figures")
TEXTS = ("", "12", "0", "yes", "no", "OK", "done", "act0", "act1", "2026-10-03", "Sample words", "x", "150")


def looks(filling: Filling) -> tuple[object, ...]:
    """All that a person could see."""
    filling.check()
    pages = tuple(filling.page(number) for number in range(len(filling.pages)))
    return filling.standing, pages, filling.stages(), filling.progress(), filling.problems()


EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.integers(0, 80), st.sampled_from(TEXTS)),
        st.tuples(st.just("add"), st.sampled_from(REPEATS), st.none()),
        st.tuples(st.just("remove"), st.sampled_from(REPEATS), st.integers(0, 3)),
        st.tuples(st.just("paste"), st.sampled_from(REPEATS[:1]), st.lists(st.lists(st.sampled_from(TEXTS)))),
        st.tuples(st.sampled_from(("undo", "redo", "leave")), st.none(), st.none()),
    ),
    max_size=25,
)


def do(filling: Filling, edit: tuple[str, Any, Any]) -> None:
    match edit:
        case ("answer", number, text):
            asked = [path for path in filling.asked() if "@" not in path]
            filling.answer(asked[number % len(asked)], text)
        case ("add", repeat, _):
            filling.add_row(repeat)
        case ("remove", repeat, place):
            rows = filling.standing.rows.get(repeat, ())
            filling.remove_rows(repeat, rows[place : place + 2])
        case ("paste", repeat, cells):
            filling.paste(repeat, 0, 0, cells)
        case (act, _, _):
            getattr(filling, act)()


@settings(max_examples=60, deadline=None)
@given(EDITS)
def test_undo_of_all_gives_the_beginning_and_redo_of_all_the_end(edits: list[tuple[str, Any, Any]]) -> None:
    filling = begun()
    start = looks(begun())
    for edit in edits:
        do(filling, edit)
    while filling.redo():
        pass
    end = looks(filling)
    while filling.undo():
        pass
    assert looks(filling) == start
    while filling.redo():
        pass
    assert looks(filling) == end


@settings(max_examples=40, deadline=None)
@given(EDITS)
def test_what_is_remembered_of_fields_is_what_a_fresh_look_finds(edits: list[tuple[str, Any, Any]]) -> None:
    filling = begun()
    for edit in edits:
        do(filling, edit)
        filling.page(min(1, len(filling.pages) - 1))
    seen = looks(filling)
    filling.forget()
    assert looks(filling) == seen
