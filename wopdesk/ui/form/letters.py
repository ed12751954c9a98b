"""What became of the letters of a text. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from operator import eq


@dataclass(frozen=True)
class Rewritten:
    """Where two texts differ.

    Attributes:
        start: how many letters they begin with in common.
        gone: the letters that stood there.
        come: the letters that stand there instead.
    """

    start: int
    gone: str
    come: str

    @property
    def end(self) -> int:
        """Where the new letters end: there the person would go on."""
        return self.start + len(self.come)


def rewritten(before: str, after: str) -> Rewritten:
    """What was changed between two texts, as one place."""
    start = _common(before, after)
    tail = _common(before[start:][::-1], after[start:][::-1])
    return Rewritten(start, before[start : len(before) - tail], after[start : len(after) - tail])


def _common(one: str, other: str) -> int:
    """With how many letters both begin."""
    return sum(takewhile(bool, map(eq, one, other)))
