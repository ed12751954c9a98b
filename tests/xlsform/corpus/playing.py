"""Doing what a case tells to a sheet, and seeing all of it: every value, whether asked, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tests.xlsform.corpus.script import Case, Line, pairs
from wopdesk.xlsform import Field, Form, Sheet

NOW = "2026-10-31T09:12:00.000+05:00"
_STATE = re.compile(r"(?P<value>.*?) ?(?:\[(?P<flags>[a-z, ]*)\])?")
_PLACE = re.compile(r"([^\[\]]+)\[(\d+)\]")


@dataclass(frozen=True)
class Seen:
    """A field as it must be or is: its value and whatever is not at rest about it."""

    value: str = ""
    flags: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.value} [{', '.join(sorted(self.flags))}]" if self.flags else self.value


AT_REST = Seen()


@dataclass
class Play:
    """A case under way.

    Attributes:
        form: Of the sheet.
        sheet: Opened at the first thing that is done or said of it.
        wanted: What was said so far, by path.
        chances: Patterns of values by chance.
        rows: How many rows were said to be in each repeat.
    """

    form: Form
    sheet: Sheet | None = None
    wanted: dict[str, Seen] = field(default_factory=dict)
    chances: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    _now: datetime = field(default_factory=lambda: datetime.fromisoformat(NOW))
    _person: dict[str, str] = field(default_factory=dict)
    _last: dict[str, str] = field(default_factory=dict)
    _given: dict[str, str] = field(default_factory=dict)
    _lists: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def run(self, case: Case) -> None:
        """Do and check all of a case; what was said is compared where something else is done and at the end."""
        for line, following in zip(case.lines, (*case.lines[1:], None), strict=True):
            if line.is_done:
                self._do(line)
                continue
            self._take(line)
            if following is None or following.is_done:
                self._compare(line.number)

    @property
    def opened(self) -> Sheet:
        if self.sheet is None:
            self.sheet = self._open(self._given, {}, fresh=not self._given)
        return self.sheet

    def _open(self, values: dict[str, str], rows: dict[str, list[str]], *, fresh: bool) -> Sheet:
        return self.form.sheet(
            values, self._now, self._lists, rows=rows, fresh=fresh, last_saved=self._last, properties=self._person
        )

    def _do(self, line: Line) -> None:
        match line.verb:
            case "now":
                self._now = datetime.fromisoformat(line.text)
            case "person":
                self._person[line.path] = line.text
            case "last":
                self._last[line.path] = line.text
            case "given":
                self._given[line.path] = line.text
            case "list":
                self._lists.setdefault(line.path, []).append(pairs(line.text))
            case "set" | "clear":
                self.opened.set(self.real(line.path), line.text)
            case "add":
                self.opened.add_row(self.real(line.path), place=int(line.text) - 1 if line.text else None)
            case "remove":
                self.opened.remove_row(self.real(line.path))
            case _:
                self._now = datetime.fromisoformat(line.text)
                self.opened.finish(self._now)

    def _take(self, line: Line) -> None:
        """Remember what was said; words are compared at once."""
        match line.verb:
            case "=":
                found = _STATE.fullmatch(line.text)
                assert found is not None
                flags = frozenset(flag.strip() for flag in (found["flags"] or "").split(",") if flag.strip())
                self.wanted[line.path] = Seen(found["value"], flags)
                self.chances.pop(line.path, None)
            case "~":
                self.chances[line.path] = line.text
            case "*":
                self.rows[line.path] = int(line.text)
            case "titled":
                assert self.opened.title == line.text
            case _:
                listed = line.verb in {"offers", "carries"}
                assert self._words(line) == (list(pairs(line.text).items()) if listed else line.text)

    def _words(self, line: Line) -> object:
        seen = self.opened.field(self.real(line.path))
        if line.verb == "reads":
            return self.opened.shown().get(seen.path, {}).get(line.language or self.form.languages[0], "")
        return WORDS[line.verb](seen, line.language)

    def _compare(self, number: int) -> None:
        seen = self._seen(self.opened)
        for path, pattern in self.chances.items():
            assert re.fullmatch(pattern, seen[path].value), f"line {number}: {path} is {seen[path].value!r}"
        assert not (found := self._different(seen, self._said(seen))), f"line {number}: {found}"
        counts = {path: count for path, count in self._counts(self.opened) if count}
        assert counts == {path: count for path, count in self.rows.items() if count}, f"line {number}"
        again = self._open(self.opened.kept(), self.opened.kept_rows(), fresh=False)
        assert not (found := self._different(self._seen(again), seen)), f"line {number}, opened again: {found}"

    def _different(self, seen: dict[str, Seen], said: dict[str, Seen]) -> list[str]:
        """What differs in what is no value by chance, field by field."""
        fields = [path for path in (seen | said) if path not in self.chances]
        pairs = [(path, seen.get(path, AT_REST), said.get(path, AT_REST)) for path in fields]
        return [f"{path} = {one}, not {other}" for path, one, other in pairs if one != other]

    def _said(self, seen: dict[str, Seen]) -> dict[str, Seen]:
        """What was said of the fields that there are; what is inside of something that is off is off too."""
        off = tuple(f"{path}/" for path, one in self.wanted.items() if "off" in one.flags)
        named = {path: one for path, one in self.wanted.items() if path in seen}
        inside = {path for path in seen if path.startswith(off)}
        return named | {path: Seen(self.wanted.get(path, AT_REST).value, OFF) for path in inside}

    def _seen(self, sheet: Sheet) -> dict[str, Seen]:
        faults = {unmet.path: unmet.lack for unmet in sheet.problems()}
        held = {**sheet.answers(), **sheet.computed()}
        found = {}
        for path, place in paths(self.form, sheet):
            seen = sheet.field(path)
            assert seen.value == held.get(path, "") or not seen.relevant, path
            assert (seen.problem is not None) == (path in faults), path
            found[place] = Seen(_held(seen), OFF if not seen.relevant else _flags(seen, faults.get(path, "")))
        return found

    def _counts(self, sheet: Sheet) -> Iterator[tuple[str, int]]:
        """How many rows each repeat has, by its path with places."""
        rows = sheet.kept_rows()
        for path, place in paths(self.form, sheet):
            for repeat in (repeat for repeat in rows if path == f"{repeat}[{rows[repeat][0]}]"):
                yield place.rpartition("[")[0], len(rows[repeat])

    def real(self, path: str) -> str:
        """The path with row ids that a path with places means."""
        found = ""
        for step in path.split("/"):
            here = _PLACE.fullmatch(step)
            found += f"/{here[1] if here else step}" if found else here[1] if here else step
            if here:
                found += f"[{self.opened.kept_rows()[found][int(here[2]) - 1]}]"
        return found


OFF = frozenset({"off"})
WORDS: Mapping[str, Callable[[Field, str], object]] = {
    "says": lambda seen, language: seen.label(language),
    "hints": lambda seen, language: seen.hint(language),
    "guides": lambda seen, language: seen.guidance(language),
    "warns": lambda seen, language: seen.problem(language) if seen.problem else "",
    "offers": lambda seen, language: [(choice.value, choice.label(language)) for choice in seen.choices],
    "carries": lambda seen, language: [(sort, said(language)) for sort, said in seen.media.items()],
}
_UNSEEN = frozenset({"note", "calculate", "hidden"})


def paths(form: Form, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Everything that a sheet holds, groups and rows too: its path, and the same with the places of rows."""
    rows = sheet.kept_rows()
    for element in form.elements:
        found = [("", "")]
        steps = element.split("/")
        for depth, step in enumerate(steps, 1):
            found = [(f"{path}/{step}".lstrip("/"), f"{place}/{step}".lstrip("/")) for path, place in found]
            if "/".join(steps[:depth]) in form.repeats:
                found = [
                    (f"{path}[{row}]", f"{place}[{number}]")
                    for path, place in found
                    for number, row in enumerate(rows.get(path, ()), 1)
                ]
        yield from found


def _held(seen: Field) -> str:
    """A value; of what is not asked only what a person answered, which is kept."""
    return "" if seen.type == "calculate" and not seen.relevant else seen.value


def _flags(seen: Field, fault: str) -> frozenset[str]:
    shown = {"required": seen.required, "readonly": seen.readonly and seen.type not in _UNSEEN, fault: bool(fault)}
    return frozenset(flag for flag, holds in shown.items() if holds)
