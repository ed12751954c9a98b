"""Round values for an axis, and how figures are written on it."""

from __future__ import annotations

import math

_TICKS = 4


def scale(low: float, high: float) -> list[float]:
    """Round values of an axis that holds both ends, about four steps of 1, 2, 2.5 or 5 times a power of ten."""
    raw = (high - low or abs(high) or 1) / _TICKS
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(times * power for times in (1, 2, 2.5, 5, 10) if times * power >= raw * 0.999)
    first = math.floor(low / step + 1e-9)
    last = max(first + 1, math.ceil(high / step - 1e-9))
    return [round(number * step, 10) for number in range(first, last + 1)]


def figure(value: float) -> str:
    """A value as it stands on an axis: grouped, without idle decimals (`136,383`, `30.1`)."""
    text = f"{round(value, 10):,}"
    return text.removesuffix(".0")
