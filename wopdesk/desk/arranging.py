"""The rows of a repeat as a person wants them: which are new, which are gone, and which order keys make their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from wopdesk.records.order import order_between


@dataclass(frozen=True)
class Table:
    """What a person made of one repeat.

    Attributes:
        before: the rows that the person saw there, saved before.
        rows: the rows that it is to have.
    """

    before: tuple[str, ...]
    rows: tuple[str, ...]

    def meets(self, present: Sequence[str], stay: Collection[str] = ()) -> list[str]:
        """The rows in order, where these are present now.

        Only what the person saw can have been taken away: a row that came in meanwhile stays behind its neighbour. A
        row that somebody took away meanwhile does not come back.

        Args:
            present: in order.
            stay: rows that a list brings, which nobody takes away.
        """
        here = set(present)
        order = [row for row in self.rows if row in here or row not in self.before]
        seen = {*self.before, *self.rows} - set(stay)
        for place, row in enumerate(present):
            if row not in seen and row not in order:
                neighbour = present[place - 1] if place else ""
                order.insert(order.index(neighbour) + 1 if neighbour in order else len(order) if place else 0, row)
        return order


def order_keys(rows: Sequence[str], known: Mapping[str, str]) -> dict[str, str]:
    """The order keys to be written so that rows stand in this order; as few as possible of those known change."""
    kept = _increasing([(known[row], row) for row in rows if row in known])
    written: dict[str, str] = {}
    last, beside = "", True
    for place, row in enumerate(rows):
        key = known.get(row, "")
        if row in kept and (key > last or (key == last and beside)):
            last, beside = key, True
            continue
        following = (known[one] for one in rows[place + 1 :] if one in kept)
        last, beside = order_between(last, next((one for one in following if one > last), "")), False
        written[row] = last
    return written


def _increasing(pairs: Sequence[tuple[str, str]]) -> set[str]:
    """The rows of a longest part that is in order already: those keep their keys."""
    ends: list[tuple[str, str]] = []
    chains: list[tuple[str, ...]] = []
    for pair in pairs:
        place = bisect_left(ends, pair)
        chain = (*(chains[place - 1] if place else ()), pair[1])
        ends[place:], chains[place:] = [pair, *ends[place + 1 :]], [chain, *chains[place + 1 :]]
    return set(chains[-1]) if chains else set()
