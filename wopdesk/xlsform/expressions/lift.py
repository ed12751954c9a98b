"""Turning an expression so that it can be evaluated one step higher: at the parent of where it was written."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from wopdesk.xlsform.expressions.tree import Binary, Call, Filter, Negate, Node, Path, Step


@singledispatch
def lift(node: Node, _name: str) -> Node:
    """The same expression for the parent of an element of this name; inside predicates nothing changes."""
    return node


@lift.register
def _(node: Path, name: str) -> Node:
    if not isinstance(node.start, str):
        return Path(lift(node.start, name), node.steps)
    if node.start == "/":
        return node
    first, *rest = node.steps
    if first.test == "..":
        return Path("", tuple(rest) or (Step("."),))
    if first.test == ".":
        return Path("", (replace(first, test=name), *rest))
    return Path("", (Step(name), *node.steps))


@lift.register
def _(node: Negate, name: str) -> Node:
    return Negate(lift(node.operand, name))


@lift.register
def _(node: Binary, name: str) -> Node:
    return Binary(node.operator, lift(node.left, name), lift(node.right, name))


@lift.register
def _(node: Filter, name: str) -> Node:
    return Filter(lift(node.subject, name), node.predicates)


@lift.register
def _(node: Call, name: str) -> Node:
    if node.name == "current":
        return Path("", (Step(name),))
    return Call(node.name, tuple(lift(argument, name) for argument in node.arguments))
