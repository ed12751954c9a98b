"""Turning an expression so that it can be evaluated one step higher: at the parent of where it was written."""

from __future__ import annotations

from dataclasses import replace

from wopdesk.xlsform.expressions.tree import Binary, Call, Filter, Negate, Node, Path, Step


def lift(node: Node, name: str) -> Node:
    """The same expression for the parent of an element called `name`; inside predicates nothing changes."""
    match node:
        case Path("", steps):
            return _path(steps, name)
        case Path(start, steps) if not isinstance(start, str):
            return Path(lift(start, name), steps)
        case Negate(operand):
            return Negate(lift(operand, name))
        case Binary(operator, left, right):
            return Binary(operator, lift(left, name), lift(right, name))
        case Call("current", ()):
            return Path("", (Step(name),))
        case Call(function, arguments):
            return Call(function, tuple(lift(argument, name) for argument in arguments))
        case Filter(subject, predicates):
            return Filter(lift(subject, name), predicates)
        case _:
            return node


def _path(steps: tuple[Step, ...], name: str) -> Path:
    first, *rest = steps
    if first.test == "..":
        return Path("", tuple(rest) or (Step("."),))
    if first.test == ".":
        return Path("", (replace(first, test=name), *rest))
    return Path("", (Step(name), *steps))
