"""Sets of nodes: counting, placing and shuffling them."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence

from wopdesk.xlsform.environment import CURRENT
from wopdesk.xlsform.functions.registry import function
from wopdesk.xlsform.values import Item, Nodes, anything, item_text, nodes, number, string, texts
from wopdesk.xlsform.xml import Element

_MODULUS, _FACTOR = 2**31 - 1, 16807
_LARGEST = 2**63 - 1


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


@function("row", "number", anything)
def row(place: object) -> float:
    """The row that `indexed-repeat` means: a whole number; the first where it is below one or blank (JavaRosa)."""
    if place == []:
        return math.nan
    wanted = number(place)
    return max(float(math.trunc(wanted)), 1.0) if math.isfinite(wanted) else 1.0


@function("randomize", "nodes", nodes, anything, least=1)
def randomize(found: Nodes, seed: object = None) -> Sequence[Item]:
    """The nodes in another order, the same for the same seed: as JavaRosa shuffles, inside out, by Park and Miller.

    Without a seed the order is another for every sheet, and stays while it is filled.
    """
    mixed: list[Item] = []
    state = _first_state(seed)
    for place, node in enumerate(found):
        state = state * _FACTOR % _MODULUS
        other = int((state - 1) / (_MODULUS - 1) * (place + 1))
        mixed.append(node if other == place else mixed[other])
        mixed[other] = node
    return mixed


@function("shuffled", "nodes", nodes, anything, least=1)
def shuffled(found: Nodes, seed: object = None) -> list[str]:
    """The texts of the nodes in another order: what `randomize` becomes inside an expression."""
    return [item_text(item) for item in randomize(found, seed)]


@function("id", "nodes", anything)
def identified(wanted: object) -> Sequence[Element]:
    """The elements whose attribute `id` is one of the words of a text or of nodes."""
    words = {word for text in texts([wanted]) for word in text.split()}
    top = CURRENT.get().root
    while top is not None and (above := top.getparent()) is not None:
        top = above
    return [] if top is None else [node for node in top.iter("*") if node.get("id") in words]


def _first_state(seed: object) -> int:
    """Where the generator begins: a whole number from one on. Text that is no number is hashed, "" counts as 0."""
    exact = CURRENT.get().now.timestamp() if seed is None else number(seed)
    if math.isfinite(exact):
        whole = int(exact)
    elif math.isinf(exact):
        whole = _LARGEST if exact > 0 else -_LARGEST - 1
    else:
        text = string(seed).encode()
        whole = int.from_bytes(hashlib.sha256(text).digest()[:8], "big", signed=True) if text else 0
    state = int(math.fmod(whole, _MODULUS))
    return state if state > 0 else state + _MODULUS - 1
