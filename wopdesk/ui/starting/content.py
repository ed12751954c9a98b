"""What may be started, as values. Knows neither a desk nor Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """What must be said before a document begins: the path and words of its question, and what may be chosen."""

    path: str
    label: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Offer:
    """A document that may be started: its kind, where, and what must be said first."""

    kind: str
    title: str
    space: str
    circle: str
    asked: tuple[Choice, ...] = ()
