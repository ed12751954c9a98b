"""Exactly what the screen shows of differences. Knows neither Qt nor the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from wopdesk.ui.form.question import Question

Place = Literal["here", "own", "other"]
"""Where somebody wrote: at this computer, at another one of the office, or at another office."""


@dataclass(frozen=True)
class Who:
    """Who said something, where and when.

    Attributes:
        name: the person, as chosen there.
        place: at which computer.
        office: the office's name, where it is another one.
        at: when, by that computer's clock.
    """

    name: str
    place: Place
    office: str
    at: datetime


@dataclass(frozen=True)
class Side:
    """One of the answers between which to choose.

    Attributes:
        value: with which it is settled so: an answer, or `keep` or `remove` for a row.
        who: those who said it.
        said: the answer with its type and choices; None where the answer was taken away, or for a row.
        picture: the photo, where the answer is one.
        lines: what stands in a row, where it is kept.
    """

    value: str
    who: tuple[Who, ...]
    said: Question | None = None
    picture: bytes = b""
    lines: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Difference:
    """Something to settle.

    Attributes:
        record, field: what it is about.
        label: what is asked; for a row, what its list is called.
        part: the part of the document.
        row: number of the row in which it stands, from 1; 0 where it stands in none.
        sides: between which to choose.
        is_row: whether it is about a row that was removed here and changed there.
        other: to type something else; None where that is not possible.
    """

    record: str
    field: str
    label: str
    part: str
    row: int
    sides: tuple[Side, ...]
    is_row: bool = False
    other: Question | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What it is about."""
        return self.record, self.field


@dataclass(frozen=True)
class Differing:
    """A document with its differences.

    Attributes:
        record: its id.
        title, mark, owner: what it is called.
        may_settle: whether this office settles them.
        differences: at least one.
    """

    record: str
    title: str
    mark: str
    owner: str
    may_settle: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class DifferencesContent:
    """The whole screen.

    Attributes:
        documents: in which something differs; of one record alone, where that was asked for.
        elsewhere: how many differences stand in other documents.
    """

    documents: tuple[Differing, ...] = ()
    elsewhere: int = 0

    @property
    def count(self) -> int:
        """How many differences are shown."""
        return sum(len(one.differences) for one in self.documents)
