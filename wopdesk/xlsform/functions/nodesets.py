"""Sets of nodes: counting, placing and shuffling them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from wopdesk.xlsform.environment import CURRENT
from wopdesk.xlsform.functions.registry import function
from wopdesk.xlsform.values import Item, Nodes, anything, item_text, nodes, number, texts
from wopdesk.xlsform.xml import Element

_MODULUS, _FACTOR = 2147483647, 48271


@function("count", "number", nodes)
def count(found: Nodes) -> float:
    """How many nodes there are; those that are not relevant do not count."""
    hidden = CURRENT.get().irrelevant
    return float(sum(1 for node in found if node not in hidden) if hidden else len(found))


@function("count-non-empty", "number", nodes)
def count_non_empty(found: Nodes) -> float:
    """How many nodes hold something."""
    return float(sum(1 for node in found if item_text(node) != ""))


@function("place", "number", nodes)
def place(found: Nodes) -> float:
    """The place of a node among its like, counted from one: what `position(..)` becomes."""
    node = found[0] if found else ""
    if isinstance(node, str):
        return math.nan
    return 1.0 + sum(1 for _ in node.itersiblings(node.tag, preceding=True))


@function("randomize", "nodes", nodes, number, least=1)
def randomize(found: Nodes, seed: float = math.nan) -> Sequence[Item]:
    """The nodes in another order, the same for the same seed (Park-Miller generator, Fisher-Yates shuffle)."""
    shuffled = list(found)
    state = _seeded(seed)
    for last in range(len(shuffled) - 1, 0, -1):
        state = state * _FACTOR % _MODULUS
        other = int((state - 1) / (_MODULUS - 1) * (last + 1))
        shuffled[last], shuffled[other] = shuffled[other], shuffled[last]
    return shuffled


@function("id", "nodes", anything)
def identified(wanted: object) -> Sequence[Element]:
    """The elements whose attribute `id` is one of the words of a text or of nodes."""
    words = {word for text in texts([wanted]) for word in text.split()}
    top = CURRENT.get().root
    while top is not None and (above := top.getparent()) is not None:
        top = above
    return [] if top is None else [node for node in top.iter("*") if node.get("id") in words]


def _seeded(seed: float) -> int:
    """A state of the generator: never zero."""
    whole = int(number(seed)) if math.isfinite(seed) else int(CURRENT.get().now.timestamp())
    return whole % _MODULUS or _MODULUS - 1
