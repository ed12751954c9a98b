"""What is shown of one partnership, as values. Knows neither a desk nor Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from wopdesk.ui.circles.content import Awaited
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.tokens import Tone

State = Literal["done", "passed", "current", "overdue", "ahead"]
"""How a step stands; the same words as the stepper has."""


@dataclass(frozen=True)
class Stage:
    """One of the fourteen steps.

    Attributes:
        code: the guidelines' section.
        short, title: its names.
        when: the day on which it was done, or by which something of it is due.
        state: how it stands.
        reason: by what it is known to be done, or what it waits for.
    """

    code: str
    short: str
    title: str
    when: date | None
    state: State
    reason: str


@dataclass(frozen=True)
class Paper:
    """A document, or one that is due and not begun.

    Attributes:
        title: its kind, with its month.
        version: the newest, 0 while there is none.
        office: whose it is.
        day: when the newest version was submitted, or by when it is due.
        state: where its review stands.
        tone: what the state means.
        where: the document, or where it is begun; None where only another office can.
    """

    title: Phrase | str
    version: int
    office: str
    day: date | None
    state: Phrase
    tone: Tone
    where: Where | None


@dataclass(frozen=True)
class Piece:
    """A request or a piece of advice.

    Attributes:
        text: the advice, or the question while nobody answered.
        detail: who asked or gave it, and when.
        state: how far it is, with its age.
        tone: what the state means.
        where: the document in which it stands.
    """

    text: str
    detail: Phrase
    state: Phrase
    tone: Tone
    where: Where


@dataclass(frozen=True)
class Trend:
    """An indicator of the work plan's targets, month by month.

    Attributes:
        key: the target's id.
        name, unit: as in the work plan.
        months: short names of the months.
        values: a figure for each, None where nobody reported one.
        target: to be reached, if there is one.
        verdict: where the last figure stands.
        tone: what the verdict means.
    """

    key: str
    name: str
    unit: str
    months: tuple[str, ...]
    values: tuple[float | None, ...]
    target: float | None
    verdict: Phrase | None
    tone: Tone


@dataclass(frozen=True)
class KeyFigure:
    """A figure that says how the partnership goes."""

    text: Phrase
    value: Phrase
    tone: Tone = "quiet"


@dataclass(frozen=True)
class Happening:
    """Who did what, when."""

    day: date
    picture: str
    text: Phrase
    detail: str
    where: Where


@dataclass(frozen=True)
class Member:
    """An office that takes part, and its role in words."""

    name: str
    role: Phrase | str


@dataclass(frozen=True)
class Invitable:
    """Who may be added: offices as (id, name), roles as (code, words), and the role that each office has anyway.

    Offices that the partnership's record names come first; they can be added in that role alone.
    """

    offices: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[str, Phrase | str], ...] = ()
    meant: tuple[tuple[str, str], ...] = ()
    named: frozenset[str] = frozenset()

    def roles_of(self, office: str) -> tuple[tuple[str, Phrase | str], ...]:
        """The roles in which an office can be added."""
        if office not in self.named:
            return self.roles
        return tuple(one for one in self.roles if one[0] == self.role_of(office))

    def role_of(self, office: str) -> str:
        """The role that an office has in the record or the programme, or else the first one."""
        return dict(self.meant).get(office) or next((role for role, _ in self.roles), "")


@dataclass(frozen=True)
class Partnership:
    """All of it.

    Attributes:
        record: of the partnership itself, empty while nobody began it.
        now: the number of the step that goes on, from 0.
        phase: how far the phase is in which it lies.
        invitable: at PWON's desk, who may be added.
        awaited: at PWON's desk, who is named and does not take part yet.
    """

    space: str
    record: str
    code: str
    title: Phrase | str
    status: Phrase
    tone: Tone
    stages: tuple[Stage, ...]
    now: int
    phase: Phrase
    papers: tuple[Paper, ...] = ()
    advice: tuple[Piece, ...] = ()
    trends: tuple[Trend, ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    history: tuple[Happening, ...] = ()
    members: tuple[Member, ...] = ()
    invitable: Invitable | None = None
    awaited: Awaited | None = None
