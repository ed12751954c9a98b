"""Cycles: things each of which waits for the next, so that none can ever be computed."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from wopdesk.sentence import Sentence

_Node = TypeVar("_Node", bound=Hashable)


def cycles(edges: Mapping[_Node, Collection[_Node]], nodes: Iterable[_Node]) -> list[tuple[_Node, ...]]:
    """One cycle for each knot of nodes that wait for each other, told from the node that comes first.

    Nodes are walked backwards and left behind once, so that a thousand of them are no more work than their edges.

    Args:
        edges: Who waits for a node.
        nodes: Among which to look, in the order of the form.
    """
    place = {node: at for at, node in enumerate(nodes)}
    before: dict[_Node, list[_Node]] = {node: [] for node in place}
    for node in reversed(place):
        for follower in edges.get(node, ()):
            if follower in before:
                before[follower].append(node)
    left = set(place)
    found = [cycle for start in place if start in left for cycle in _walked(start, before, left)]
    return [_from(min(cycle, key=place.__getitem__), cycle) for cycle in found]


def knots(edges: Mapping[_Node, Collection[_Node]], nodes: Collection[_Node]) -> dict[_Node, int]:
    """The number of the knot in which each node is; within a knot, each waits for each (Kosaraju's algorithm).

    Args:
        edges: Who waits for a node.
        nodes: Among which to look; whoever waits for one of them is one of them.
    """
    before: dict[_Node, list[_Node]] = {node: [] for node in nodes}
    for node in nodes:
        for follower in edges.get(node, ()):
            before[follower].append(node)
    seen: set[_Node] = set()
    first_last = [node for start in nodes for node in _reached(start, edges, seen)]
    seen = set()
    found = (_reached(start, before, seen) for start in reversed(first_last))
    return {node: number for number, knot in enumerate(found) for node in knot}


def told(cycle: Iterable[str]) -> Sentence:
    """What to say of a cycle of names."""
    names = list(cycle)
    return Sentence("these depend on each other: {questions}", questions=" → ".join([*names, *names[:1]]))


def _walked(start: _Node, before: Mapping[_Node, list[_Node]], left: set[_Node]) -> Iterator[tuple[_Node, ...]]:
    """Walk backwards from a node; where one comes back there is a cycle. What waits for nothing is left behind."""
    walked = {start: None}
    while walked:
        last = next(reversed(walked))
        while before[last] and before[last][-1] not in left:
            before[last].pop()
        if not before[last]:
            walked.popitem()
            left.remove(last)
        elif (reached := before[last][-1]) in walked:
            cycle = tuple(_back_to(reached, walked))
            left.difference_update(cycle)
            yield cycle
        else:
            walked[reached] = None


def _back_to(node: _Node, walked: dict[_Node, None]) -> Iterator[_Node]:
    """Take back the steps since a node, that one too."""
    while node in walked:
        yield walked.popitem()[0]


def _reached(start: _Node, edges: Mapping[_Node, Collection[_Node]], seen: set[_Node]) -> Iterator[_Node]:
    """What a node leads to, itself too, as far as nobody saw it; each comes after whatever it leads to."""
    if start in seen:
        return
    seen.add(start)
    walked = [(start, iter(edges.get(start, ())))]
    while walked:
        node, further = walked[-1]
        unseen = next((one for one in further if one not in seen), None)
        if unseen is None:
            walked.pop()
            yield node
        else:
            seen.add(unseen)
            walked.append((unseen, iter(edges.get(unseen, ()))))


def _from(first: _Node, cycle: tuple[_Node, ...]) -> tuple[_Node, ...]:
    start = cycle.index(first)
    return cycle[start:] + cycle[:start]
