"""How wide the columns of a table are: as wide as needed, and what is left goes where there is much to read. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True)
class Want:
    """What a column would like: never less than `least`, `good` shows all of it, `grows` takes what is left over."""

    least: int
    good: int
    grows: bool = False


def widths(wants: Sequence[Want], room: int) -> list[int]:
    """A width for each column; together as wide as the room, or wider where even the least needs more."""
    spare = room - sum(want.good for want in wants)
    if spare < 0:
        return _squeezed(wants, -spare)
    growing = [number for number, want in enumerate(wants) if want.grows] or [0]
    made = [want.good for want in wants]
    for place, number in enumerate(growing):
        made[number] += spare // len(growing) + (1 if place < spare % len(growing) else 0)
    return made


def standing(made: Sequence[int], room: int) -> list[int]:
    """Widths of a table that is wider than its room, such that whole columns stand in it before it is scrolled.

    What is left over goes to those that stand there behind the first, which names the rows; where none does, all keep
    their widths.
    """
    edges = list(accumulate(made))
    there = sum(edge <= room for edge in edges)
    wider = there - 1
    if wider < 1:
        return list(made)
    spare = room - edges[there - 1]
    shares = [spare // wider + (at < spare % wider) for at in range(wider)]
    return [made[0], *(width + share for width, share in zip(made[1:there], shares, strict=True)), *made[there:]]


def _squeezed(wants: Sequence[Want], missing: int) -> list[int]:
    """Take what is missing from those that can give, in proportion."""
    gives = [max(0, want.good - want.least) for want in wants]
    whole = sum(gives)
    if whole <= missing:
        return [min(want.good, want.least) for want in wants]
    taken = [missing * give // whole for give in gives]
    for _ in range(missing - sum(taken)):  # what is left by the rounding comes from whoever can still give most
        taken[min(range(len(gives)), key=lambda at: taken[at] - gives[at])] += 1
    return [want.good - loss for want, loss in zip(wants, taken, strict=True)]
