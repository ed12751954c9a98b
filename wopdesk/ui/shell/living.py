"""Answers come late: whether those who wait for one are still there, since Qt takes a screen away with all it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

T = TypeVar("T")


def to_living(then: Callable[[T], None]) -> Callable[[T], None]:
    """A method of a screen that is gone when the answer comes is not called, nor a function that was made in one."""
    lives = living(then)
    return lambda result: then(result) if lives() else None


def living(then: Callable[..., object]) -> Callable[[], bool]:
    """Tells whether the objects of Qt that a function needs are still there."""
    inner = then.func if isinstance(then, partial) else then
    return lambda: all(isValid(one) for one in _held(inner) if isinstance(one, QObject))


def _held(function: Callable[..., object]) -> Iterator[object]:
    """What a method or a function that was made in another one needs, as far as it is there already."""
    yield getattr(function, "__self__", None)
    for cell in getattr(function, "__closure__", None) or ():
        with suppress(ValueError):
            yield cell.cell_contents
