r"""Whether a text is as a pattern says, in time that their lengths bound: `(a+)+` hangs nobody.

Python's own engine tries one way after the other, of which there may be more than anybody waits for; here all are gone
at once (Thompson's construction). Python still reads the pattern and says which letter a class holds, so that each part
means what it means to Python. What must remember (`(a)\1`, `a++`) is left to its engine, where little repeats.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]  # what `re.compile` itself calls
from typing import Any

_LONGEST = 10_000
"""Of a pattern."""
_MOST_STATES = 20_000
_MOST_STEPS = 2_000_000
"""Of states, letter by letter."""
_SHORT = 200
"""Of letters, where each way is tried after the other."""
_FEW = 3
"""Of repetitions beside each other, in the same place."""
_END = 0
_REPEATS = frozenset({_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT})
_LETTERS = frozenset({_constants.LITERAL, _constants.NOT_LITERAL, _constants.IN, _constants.ANY})

Part = tuple[Any, Any]
"""What Python's parser makes of a part of a pattern: its sort, and what belongs to it."""


class TooLong(ValueError):
    """To find out whether the text is as the pattern says would take longer than anybody waits."""


def matches(text: str, pattern: str) -> bool:
    """Whether the whole of a text is as a pattern says.

    Raises:
        re.error: It is no pattern.
        TooLong: It would take too long.
    """
    if len(pattern) > _LONGEST:
        raise TooLong(f"it has more than {_LONGEST} letters")
    program = _program(pattern)
    if program is not None:
        return program.leads(text, 0, _Steps(), whole=True)
    if len(text) > _SHORT:
        raise TooLong(f"it is asked of more than {_SHORT} letters")
    return re.fullmatch(pattern, text) is not None


@lru_cache(maxsize=256)
def _program(pattern: str) -> _Program | None:
    """The program of a pattern; none where it must remember what it met."""
    try:
        parsed = _parser.parse(pattern)
    except (RecursionError, OverflowError) as fault:
        raise TooLong("it is nested too deeply") from fault
    try:
        return _Program(parsed, parsed, parsed.state.flags)
    except _Remembers:
        if _repeated(parsed) > _FEW:
            raise TooLong("it repeats too much, and must remember what it met") from None
        return None


class _Remembers(Exception):
    """A part depends on how an earlier one was met."""


class _Steps:
    """How many steps are left."""

    def __init__(self) -> None:
        self.left = _MOST_STEPS

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise TooLong("there are too many ways")


@dataclass(slots=True)
class _State:
    """A place within a pattern.

    Attributes:
        after: What follows.
        letter: Whether a letter leads there; without it, the way is free.
        holds: What else must hold, of a text and a place in it.
    """

    after: list[int] = field(default_factory=list)
    letter: Callable[[str], bool] | None = None
    holds: Callable[[str, int, _Steps], bool] | None = None


class _Program:
    """The places of a pattern, or of what it looks ahead at or back to; the first of them is its end."""

    def __init__(self, whole: Any, parts: Iterable[Part], flags: int) -> None:  # noqa: ANN401 - Python's parser is untyped
        self._state = whole.state
        self._states = [_State()]
        self._start = self._row(parts, flags, _END)

    def leads(self, text: str, place: int, steps: _Steps, *, whole: bool) -> bool:
        """Whether a way leads from a place of a text to the end of the pattern; if `whole`, to that of the text too."""
        here = self._free([self._start], text, place, steps)
        while here and (whole or _END not in here) and place < len(text):
            letter, place = text[place], place + 1
            met = [one.after[0] for one in map(self._states.__getitem__, here) if one.letter and one.letter(letter)]
            here = self._free(met, text, place, steps)
        return _END in here and (place == len(text) or not whole)

    def _free(self, places: list[int], text: str, place: int, steps: _Steps) -> set[int]:
        """The places, and those that are reached from them without a letter."""
        found: set[int] = set()
        while places:
            at = places.pop()
            state = self._states[at]
            if at not in found and (state.holds is None or state.holds(text, place, steps)):
                found.add(at)
                places.extend(state.after if state.letter is None else ())
        steps.take(len(found) + 1)
        return found

    def _add(self, state: _State) -> int:
        if len(self._states) >= _MOST_STATES:
            raise TooLong("it is too large")
        self._states.append(state)
        return len(self._states) - 1

    def _row(self, parts: Iterable[Part], flags: int, then: int) -> int:
        """Where parts after each other begin that lead to a place."""
        for part in reversed(list(parts)):
            then = self._part(part, flags, then)
        return then

    def _part(self, part: Part, flags: int, then: int) -> int:
        sort, what = part
        if sort in _LETTERS:
            alone = self._alone(part, flags)
            return self._add(_State([then], letter=cache(lambda letter: alone.match(letter) is not None)))
        if sort is _constants.AT:
            alone = self._alone(part, flags)
            return self._add(_State([then], holds=lambda text, place, _: alone.match(text, place) is not None))
        if sort is _constants.SUBPATTERN:
            _, more, fewer, inner = what
            return self._row(inner, (flags | more) & ~fewer, then)
        if sort is _constants.BRANCH:
            return self._add(_State([self._row(way, flags, then) for way in what[1]]))
        if sort in {_constants.MAX_REPEAT, _constants.MIN_REPEAT}:
            least, most, inner = what
            return self._repeat((least, most), inner, flags, then)
        if sort in {_constants.ASSERT, _constants.ASSERT_NOT}:
            way, inner = what
            return self._add(_State([then], holds=self._looks(way, inner, flags, wanted=sort is _constants.ASSERT)))
        raise _Remembers

    def _repeat(self, times: tuple[int, int], parts: Iterable[Part], flags: int, then: int) -> int:
        least, most = times
        if most is _constants.MAXREPEAT:
            entry = self._add(_State([then]))
            self._states[entry].after.append(self._row(parts, flags, entry))
        else:
            entry = then
            for _ in range(most - least):
                entry = self._add(_State([self._row(parts, flags, entry), then]))
        for _ in range(least):
            entry = self._row(parts, flags, entry)
        return entry

    def _looks(self, way: int, parts: Any, flags: int, *, wanted: bool) -> Callable[[str, int, _Steps], bool]:  # noqa: ANN401 - Python's parser is untyped
        """Whether something stands ahead of a place, or before it."""
        inner = _Program(parts, parts, flags)
        shortest, longest = parts.getwidth()
        if way < 0 and shortest != longest:
            raise re.error("look-behind requires fixed-width pattern")
        back = shortest if way < 0 else 0
        return lambda text, place, steps: (
            (place >= back and inner.leads(text, place - back, steps, whole=False)) is wanted
        )

    def _alone(self, part: Part, flags: int) -> re.Pattern[str]:
        """Python's own idea of one letter, or of one edge."""
        made: re.Pattern[str] = _compiler.compile(_parser.SubPattern(self._state, [part]), flags)
        return made


def _repeated(parts: Iterable[Part]) -> int:
    """How many repetitions there are; one that repeats others, or several ways, counts as more than a few."""
    found = 0
    for sort, what in _all(parts):
        if sort in _REPEATS:
            within = [inner for inner, _ in _all(what[2])]
            found += 1 if not _REPEATS & {*within} and _constants.BRANCH not in within else _FEW + 1
    return found


def _all(parts: Iterable[Part]) -> Iterator[Part]:
    """All parts, those inside others too."""
    for part in parts:
        yield part
        for inner in _inside(part[1]):
            yield from _all(inner)


def _inside(what: object) -> Iterator[Iterable[Part]]:
    if isinstance(what, _parser.SubPattern):
        yield what
    elif isinstance(what, tuple | list):
        for one in what:
            yield from _inside(one)
