"""Watching long work: how far it is is told, and whoever is told may end it."""

from __future__ import annotations

from collections.abc import Callable

Watch = Callable[[int, int, str], None]
"""Called with how much is done, of how much, and with the file that it is about."""


class Stopped(Exception):
    """Raised by a `Watch`: the person wants no more of it. What was not taken whole by then is not taken at all."""


def unwatched(done: int, total: int, what: str) -> None:
    """Nobody looks on."""
