"""Segments as a graph: which are complete, which are heads, and what stands before them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from graphlib import TopologicalSorter


def closure(heads: Iterable[str], after: Mapping[str, Collection[str]]) -> set[str]:
    """The held segments among `heads` and all their held predecessors. `after`: predecessors by held segment."""
    reached: set[str] = set()
    waiting = list(heads)
    while waiting:
        segment = waiting.pop()
        if segment in after and segment not in reached:
            reached.add(segment)
            waiting += after[segment]
    return reached


def complete(after: Mapping[str, Collection[str]], closed: Collection[str] = ()) -> set[str]:
    """Held segments all of whose predecessors are held and complete; a closed one stands for what lacks before it."""
    followers: dict[str, list[str]] = {}
    lacking: dict[str, int] = {}
    for segment, before in after.items():
        lacking[segment] = 0 if segment in closed else len(set(before))
        if lacking[segment]:
            for one in set(before):
                followers.setdefault(one, []).append(segment)
    done: set[str] = set()
    ready = [segment for segment, count in lacking.items() if count == 0]
    while ready:
        segment = ready.pop()
        done.add(segment)
        for follower in followers.get(segment, ()):
            lacking[follower] -= 1
            if lacking[follower] == 0:
                ready.append(follower)
    return done


def heads(among: Collection[str], after: Mapping[str, Collection[str]]) -> set[str]:
    """Those of `among` that none of `among` names as its predecessor."""
    return set(among) - {before for segment in among for before in after[segment]}


def in_order(after: Mapping[str, Collection[str]]) -> list[str]:
    """All segments, each after its predecessors among them. Ids are digests of what they name, so no circle can be."""
    return list(
        TopologicalSorter(
            {one: [old for old in before if old in after] for one, before in after.items()}
        ).static_order()
    )
