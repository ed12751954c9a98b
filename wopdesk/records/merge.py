"""Which operations of one field are visible: those that count and have no counting descendant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

Parents = Mapping[str, Collection[str]]
"""Parents by operation: all present operations of one space, record and field, counting or not."""


def covered(by: Iterable[str], parents: Parents) -> set[str]:
    """All ancestors of the operations `by`. The walk passes through any present operation of this one field."""
    reached: set[str] = set()
    waiting = [parent for op in by for parent in parents.get(op, ())]
    while waiting:
        op = waiting.pop()
        if op in parents and op not in reached:
            reached.add(op)
            waiting += parents[op]
    return reached


def visible(parents: Parents, counting: Collection[str]) -> list[str]:
    """Counting operations that no counting one replaces, smallest id first. The first is the one displayed."""
    return sorted(set(counting) - covered(counting, parents), key=order_of)


def order_of(op: str) -> tuple[str, int]:
    """Operations sort by batch, then by number in it."""
    batch, _, index = op.partition(":")
    return batch, int(index)
