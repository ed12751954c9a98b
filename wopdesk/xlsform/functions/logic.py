"""Truth, comparison and choice between values.

`<`, `<=`, `>`, `>=` and some `=` are emitted as calls of these, because libxml2 makes NaN of every date.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from itertools import product

from wopdesk.xlsform.functions.registry import function
from wopdesk.xlsform.values import NEGLIGIBLE, Nodes, anything, boolean, nodes, number, string


@function("boolean", "truth", boolean)
def truth(value: bool) -> bool:  # noqa: FBT001 - the value is the point
    """The truth of a value."""
    return value


@function("not", "truth", boolean)
def negation(value: bool) -> bool:  # noqa: FBT001 - the value is the point
    """The opposite."""
    return not value


@function("boolean-from-string", "truth", string)
def truth_of_text(text: str) -> bool:
    """Whether a text says yes: `true` or `1`."""
    return text.lower() == "true" or number(text) == 1


@function("if", "any", boolean, anything, anything)
def choice(condition: bool, yes: object, no: object) -> object:  # noqa: FBT001 - the value is the point
    """The one value or the other."""
    return yes if condition else no


@function("coalesce", "any", anything, anything)
def coalesce(first: object, second: object) -> object:
    """The first value if it says something, else the second; NaN says nothing."""
    return second if string(first) in {"", "NaN"} else first


@function("depend", "any", anything, rest=anything)
def depend(value: object, *_others: object) -> object:
    """The first value; the others are named only so that it is computed again when they change."""
    return value


@function("once", "text", nodes, string)
def once(here: Nodes, value: str) -> str:
    """The answer that stands there, or the value if there is none yet; emission adds the node itself."""
    return string(here) or ("" if value == "NaN" else value)


@function("equal", "truth", anything, anything)
def equal(left: object, right: object) -> bool:
    """Whether some value of the left is some value of the right: as numbers where both are, else as text."""
    return any(_same(a, b) for a, b in product(_each(left), _each(right)))


@function("unequal", "truth", anything, anything)
def unequal(left: object, right: object) -> bool:
    """Whether some value of the left is not some value of the right."""
    return any(not _same(a, b) for a, b in product(_each(left), _each(right)))


def _same(left: object, right: object) -> bool:
    """JavaRosa's equality of two single values, with its tolerance for fractions."""
    if isinstance(left, bool) or isinstance(right, bool):
        return boolean(left) == boolean(right)
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    first, second = number(left), number(right)
    if isinstance(left, float) or isinstance(right, float) or not (math.isnan(first) or math.isnan(second)):
        return first == second or abs(first - second) < NEGLIGIBLE
    return string(left) == string(right)


def _each(value: object) -> list[object]:
    """The single values of a value: each node for itself."""
    return [[item] for item in value] if isinstance(value, list) else [value]


def _comparison(name: str, holds: Callable[[float, float], bool]) -> None:
    @function(name, "truth", anything, anything)
    def compare(left: object, right: object) -> bool:
        firsts, seconds = [number(item) for item in _each(left)], [number(item) for item in _each(right)]
        return any(holds(first, second) for first, second in product(firsts, seconds))


for _name, _holds in {
    "less": operator.lt,
    "at-most": operator.le,
    "more": operator.gt,
    "at-least": operator.ge,
}.items():
    _comparison(_name, _holds)
