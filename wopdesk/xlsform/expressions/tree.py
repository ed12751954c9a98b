"""The tree of an expression: frozen values that say nothing of how they are evaluated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A quoted string, without its quotes."""

    value: str


@dataclass(frozen=True, slots=True)
class Variable:
    """`$name`: no form may use one, conformance cases do."""

    name: str


@dataclass(frozen=True, slots=True)
class Negate:
    """Unary minus."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands and `or and = != < <= > >= + - * div mod |`."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """An expression with predicates: `(…)[1]`."""

    subject: Node
    predicates: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path.

    Attributes:
        test: `.`, `..`, a name, `*`, `node()` …
        axis: `child::`, `@`, … as written, "" for none.
        predicates: In order.
        deep: The step was preceded by `//`.
    """

    test: str
    axis: str = ""
    predicates: tuple[Node, ...] = ()
    deep: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from the root, from here, or from the nodes of another expression.

    Attributes:
        start: `"/"` for the root, `""` for the context node, else an expression.
        steps: In order.
    """

    start: Node | str
    steps: tuple[Step, ...]


Node = Number | Literal | Variable | Negate | Binary | Call | Filter | Path


def children(node: Node) -> Iterator[Node]:
    """The expressions directly inside an expression, predicates included."""
    match node:
        case Negate(operand):
            yield operand
        case Binary(_, left, right):
            yield from (left, right)
        case Call(_, arguments):
            yield from arguments
        case Filter(subject, predicates):
            yield subject
            yield from predicates
        case Path(start, steps):
            if not isinstance(start, str):
                yield start
            for step in steps:
                yield from step.predicates
        case _:
            return


def walk(node: Node) -> Iterator[Node]:
    """A node and everything inside it, in order."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(reversed(tuple(children(found))))


def chain(node: Binary) -> list[Binary]:
    """An operator and those on its left that were computed before it, in the order of computing: `a + b - c`."""
    found = [node]
    while isinstance(found[-1].left, Binary):
        found.append(found[-1].left)
    return found[::-1]


def is_deeper(node: Node, most: int) -> bool:
    """Whether anything in a node is inside more others than that; operators in a row are inside each other, too."""
    level = [node]
    while level and most >= 0:
        level = [inner for one in level for inner in children(one)]
        most -= 1
    return bool(level)
