"""The name that was probably meant by one that nobody knows: one letter too many, too few, wrong, or out of place.

Names are found by what is left of them without one letter, so that thousands of them take no longer than their letters.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wopdesk.sentence import Sentence

_LONGEST = 64


class Alike:
    """Names that are known."""

    def __init__(self, known: Collection[str]) -> None:
        """The index is made when it is first asked for."""
        self._known = known
        self._by_rest: dict[str, str] | None = None

    def nearest(self, name: str) -> str:
        """The known name that was probably meant; "" if none is alike."""
        if len(name) > _LONGEST:
            return ""
        if self._by_rest is None:
            short = (each for each in sorted(self._known, reverse=True) if len(each) <= _LONGEST)
            self._by_rest = {rest: each for each in short for rest in _rests(each)}
        return next((self._by_rest[rest] for rest in _rests(name) if rest in self._by_rest), "")


def meant(fault: str, near: object) -> Sentence:
    """A fault with the name that was probably meant, where one is alike."""
    return Sentence("{fault}; is {near!r} meant?", fault=Sentence.of(fault), near=near) if near else Sentence.of(fault)


def _rests(name: str) -> Iterator[str]:
    """The name in small letters, and without any one of them."""
    small = name.lower()
    yield small
    for place in range(len(small) if len(small) > 2 else 0):  # noqa: PLR2004 - without one of two letters nothing is left
        yield small[:place] + small[place + 1 :]
