"""Numbers: arithmetic that XPath 1.0 lacks, rounding as JavaRosa rounds, sums that pass over empty cells."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from decimal import ROUND_FLOOR, Decimal

from wopdesk.xlsform.functions.registry import function
from wopdesk.xlsform.values import Nodes, anything, item_text, nodes, number

_HALF = Decimal("0.5")
_MOST_PLACES = 30


@function("number", "number", anything, least=0)
def as_number(value: object) -> float:
    """The number of a value."""
    return number(value)


@function("int", "number", number)
def whole(value: float) -> float:
    """The number without its fraction."""
    return float(math.trunc(value)) if math.isfinite(value) else value


@function("round", "number", anything, number, least=1)
def rounded(value: object, places: float = 0.0) -> float:
    """The nearest number of so many decimal places, at most 30; a half goes up, also below zero."""
    exact = number(value)
    if not abs(places) <= _MOST_PLACES or not math.isfinite(exact):
        return exact if abs(places) <= _MOST_PLACES else math.nan
    unit = Decimal(1).scaleb(-int(places))
    steps = (Decimal(repr(exact)) / unit + _HALF).to_integral_value(ROUND_FLOOR)
    return math.copysign(float(steps * unit), exact) if steps == 0 else float(steps * unit)


@function("floor", "number", number)
def floor(value: float) -> float:
    """The largest whole number that is not larger."""
    return float(math.floor(value)) if math.isfinite(value) else value


@function("ceiling", "number", number)
def ceiling(value: float) -> float:
    """The smallest whole number that is not smaller."""
    return math.copysign(float(math.ceil(value)), value) if math.isfinite(value) else value


@function("abs", "number", number)
def absolute(value: float) -> float:
    """The number without its sign."""
    return abs(value)


@function("pow", "number", number, number)
def power(base: float, exponent: float) -> float:
    """A power; NaN where there is none."""
    return _real(math.pow, base, exponent)


@function("sum", "number", nodes)
def total(cells: Nodes) -> float:
    """The sum of the nodes that hold a number; the others are passed over."""
    return sum(_numbers([cells]), 0.0)


@function("min", "number", rest=anything)
def smallest(*values: object) -> float:
    """The smallest of the numbers; what holds none is passed over, NaN if nothing does."""
    return _extreme(min, values)


@function("max", "number", rest=anything)
def largest(*values: object) -> float:
    """The largest of the numbers; what holds none is passed over, NaN if nothing does."""
    return _extreme(max, values)


@function("random", "number")
def chance() -> float:
    """A number from zero to below one."""
    return random.random()  # noqa: S311 - for sampling in forms, not for secrets


@function("pi", "number")
def pi() -> float:
    """The ratio of a circle's circumference to its diameter."""
    return math.pi


@function("atan2", "number", number, number)
def arc_tangent(y: float, x: float) -> float:
    """The angle of a point."""
    return math.atan2(y, x)


def _real(compute: Callable[..., float], *values: float) -> float:
    """A computed number, NaN outside the function's domain, infinity where it overflows."""
    try:
        return float(compute(*values))
    except ValueError:
        return math.nan
    except (OverflowError, ZeroDivisionError):
        return math.inf


def _extreme(choose: Callable[[Sequence[float]], float], values: Sequence[object]) -> float:
    found = _numbers(values)
    return choose(found) if found else math.nan


def _numbers(values: Sequence[object]) -> list[float]:
    """The numbers among values, sets of nodes laid out one by one."""
    found: list[float] = []
    for value in values:
        found.extend(map(number, map(item_text, value)) if isinstance(value, list) else [number(value)])
    return [each for each in found if not math.isnan(each)]


def _logarithm(value: float) -> float:
    return -math.inf if value == 0 else math.log(value)


def _decimal_logarithm(value: float) -> float:
    return -math.inf if value == 0 else math.log10(value)


def _ten_to_the(value: float) -> float:
    return math.pow(10, value)


def _one_argument(name: str, compute: Callable[[float], float]) -> None:
    @function(name, "number", number)
    def computed(value: float) -> float:
        return _real(compute, value)


for _name, _compute in {
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "asin": math.asin,
    "acos": math.acos,
    "atan": math.atan,
    "exp": math.exp,
    "exp10": _ten_to_the,
    "log": _logarithm,
    "log10": _decimal_logarithm,
    "sqrt": math.sqrt,
}.items():
    _one_argument(_name, _compute)
