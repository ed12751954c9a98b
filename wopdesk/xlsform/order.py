"""Which questions of a group changed places: as few as explain the new order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from wopdesk.xlsform.pairing import Pairs
from wopdesk.xlsform.survey import Line, Names


def out_of_order(pairs: Pairs) -> Iterator[tuple[Line, Line | None]]:
    """Questions that stayed in their group and now stand elsewhere in it, each with the one before it, if any."""
    groups: dict[Names, list[tuple[int, Line]]] = {}
    for before, now in pairs.kept:
        if pairs.same_group(before, now):
            groups.setdefault(now.inside, []).append((before.row.number, now))
    for members in groups.values():
        steady = rising([place for place, _ in members])
        for at, (_, line) in enumerate(members):
            if at not in steady:
                yield line, members[at - 1][1] if at else None


def rising(numbers: Sequence[int]) -> frozenset[int]:
    """Places of a longest subsequence that never falls, found as in patience sorting.

    Numbers are alike where a matrix made several rows of one.
    """
    tops: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        pile = bisect_right(tops, number)
        tops[pile : pile + 1] = [number]
        places[pile : pile + 1] = [place]
        before.append(places[pile - 1] if pile else -1)
    found: set[int] = set()
    at = places[-1] if places else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return frozenset(found)
