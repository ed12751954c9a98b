"""Whatever the form and whatever is done to it: nothing is computed too little, and everything can be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.xlsform.generated import surveys
from tests.xlsform.written import TODAY, fields, form
from wopdesk.xlsform import Field, Form, Group, Part, Sheet

TEXTS = ("", "0", "1", "2", "3", "5", "12", "-4", "x")
Undo = Callable[[], object]


class Person:
    """Does to a sheet what numbers tell, and knows how to undo it."""

    def __init__(self, shape: Form) -> None:
        self.shape = shape
        self.told: frozenset[str] = frozenset()
        self.sheet = shape.sheet(today=TODAY, fresh=False)
        self._parts = list(_parts(shape.pages))

    def seen(self) -> dict[str, Field]:
        return fields(self.shape, self.sheet)

    def reopened(self) -> Sheet:
        """A sheet in which everything was computed at once."""
        return self.shape.sheet(self.sheet.kept(), TODAY, rows=self.sheet.kept_rows(), fresh=False)

    def do(self, number: int) -> Undo:
        """One edit; gives back what undoes it."""
        self.told = frozenset()
        number, which = divmod(number, len(self._parts))
        part = self._parts[which]
        number, path = self._located(part.path, number)
        if not isinstance(part, Group):
            return self._answer(path, TEXTS[number % len(TEXTS)]) if path else _nothing
        if path is None or part.counted:
            return _nothing
        rows = self.sheet.kept_rows().get(path, [])
        number, removes = divmod(number, 3)
        if rows and removes == 0:
            return self._remove(path, rows, number % len(rows))
        return self._add(path, number % (len(rows) + 1))

    def _answer(self, path: str, text: str) -> Undo:
        before = self.sheet.kept().get(path, "")
        self.told = self.sheet.set(path, text)
        return lambda: self.sheet.set(path, before)

    def _add(self, path: str, place: int) -> Undo:
        known = set(self.sheet.kept_rows().get(path, []))
        self.told = self.sheet.add_row(path, place=place)
        added = next(row for row in self.sheet.kept_rows()[path] if row not in known)
        return lambda: self.sheet.remove_row(f"{path}[{added}]")

    def _remove(self, path: str, rows: list[str], place: int) -> Undo:
        gone, values, inner = f"{path}[{rows[place]}]", self.sheet.kept(), self.sheet.kept_rows()
        self.told = self.sheet.remove_row(gone)

        def undo() -> None:
            self.sheet.add_row(path, rows[place], place)
            here = self.sheet.kept_rows()
            for repeat in sorted({*inner, *here}, key=lambda each: each.count("[")):
                if repeat.startswith(gone):
                    self._bring_rows(repeat, inner.get(repeat, []))
            for answered, text in values.items():
                if answered.startswith(gone):
                    self.sheet.set(answered, text)

        return undo

    def _bring_rows(self, repeat: str, wanted: list[str]) -> None:
        """The rows there were: a repeat whose rows are counted has made others with a row around it."""
        for row in self.sheet.kept_rows().get(repeat, []):
            if row not in wanted:
                self.sheet.remove_row(f"{repeat}[{row}]")
        for row in wanted:
            if row not in self.sheet.kept_rows().get(repeat, []):
                self.sheet.add_row(repeat, row)

    def _located(self, path: str, number: int) -> tuple[int, str | None]:
        """The path in some row of each repeat around it, and what is left of the number; no path where no row is."""
        rows = self.sheet.kept_rows()
        found: list[str] = []
        steps = path.split("/")
        for at, step in enumerate(steps):
            found.append(step)
            if at == len(steps) - 1 or "/".join(steps[: at + 1]) not in self._repeats:
                continue
            here = rows.get("/".join(found), [])
            if not here:
                return number, None
            number, which = divmod(number, len(here))
            found[-1] += f"[{here[which]}]"
        return number, "/".join(found)

    @property
    def _repeats(self) -> set[str]:
        return {part.path for part in self._parts if isinstance(part, Group)}


def _parts(parts: tuple[Part, ...]) -> list[Part]:
    """Questions and repeats."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Group):
            found += [part, *_parts(part.parts)] if part.repeats else _parts(part.parts)
        else:
            found.append(part)
    return found


def _nothing() -> None:
    return None


numbers = st.integers(0, 2**32)


def agrees_after(text: str, edits: list[int]) -> None:
    """Whatever was done, the sheet reads as one in which everything is computed anew."""
    person = Person(form(text))
    for number in edits:
        person.do(number)
    again = person.reopened()
    assert person.seen() == fields(person.shape, again)
    assert person.sheet.problems() == again.problems()
    assert (person.sheet.answers(), person.sheet.computed()) == (again.answers(), again.computed())


def can_be_undone(text: str, edits: list[int]) -> None:
    """Each edit, undone, leaves the sheet as it was; then it is done for good."""
    person = Person(form(text))
    for number in edits:
        before = person.seen()
        person.do(number)()
        assert person.seen() == before
        person.do(number)


def can_be_undone_to_the_beginning(text: str, edits: list[int]) -> None:
    """All edits undone, the last first, every state that there was comes again."""
    person = Person(form(text))
    done = [(person.seen(), person.do(number)) for number in edits]
    for before, undo in reversed(done):
        undo()
        assert person.seen() == before


def is_told(text: str, edits: list[int]) -> None:
    """What reads differently after an edit is among what the sheet told of it."""
    person = Person(form(text))
    before = person.seen()
    for number in edits:
        person.do(number)
        after = person.seen()
        assert {path for path, field in after.items() if path in before and before[path] != field} <= person.told
        before = after


@settings(max_examples=25)
@given(surveys(knots=True), st.lists(numbers, max_size=200))
def test_what_is_computed_step_by_step_is_what_is_computed_at_once(text: str, edits: list[int]) -> None:
    agrees_after(text, edits)


@settings(max_examples=25)
@given(surveys(parts=3), st.lists(numbers, max_size=12))
def test_what_is_done_can_be_undone(text: str, edits: list[int]) -> None:
    can_be_undone(text, edits)


@settings(max_examples=25)
@given(surveys(parts=3), st.lists(numbers, max_size=12))
def test_all_that_was_done_can_be_undone(text: str, edits: list[int]) -> None:
    can_be_undone_to_the_beginning(text, edits)


@settings(max_examples=25)
@given(surveys(parts=4), st.lists(numbers, max_size=20))
def test_what_reads_differently_is_told(text: str, edits: list[int]) -> None:
    is_told(text, edits)


@pytest.mark.long
@settings(max_examples=300)
@given(surveys(parts=9, knots=True), st.lists(numbers, min_size=200, max_size=200))
def test_two_hundred_edits_of_large_forms_are_computed_as_at_once(text: str, edits: list[int]) -> None:
    agrees_after(text, edits)


@pytest.mark.long
@settings(max_examples=300)
@given(surveys(parts=6), st.lists(numbers, max_size=40))
def test_many_things_done_to_large_forms_can_be_undone(text: str, edits: list[int]) -> None:
    can_be_undone(text, edits)


@pytest.mark.long
@settings(max_examples=300)
@given(surveys(parts=6), st.lists(numbers, max_size=40))
def test_all_that_was_done_to_large_forms_can_be_undone(text: str, edits: list[int]) -> None:
    can_be_undone_to_the_beginning(text, edits)


@pytest.mark.long
@settings(max_examples=300)
@given(surveys(parts=6), st.lists(numbers, max_size=60))
def test_what_reads_differently_in_large_forms_is_told(text: str, edits: list[int]) -> None:
    is_told(text, edits)
