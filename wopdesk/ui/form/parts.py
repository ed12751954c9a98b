"""A page of a form as values: questions, tables, lists of cards and groups, as they stand now. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import RepeatTable


@dataclass(frozen=True)
class Card:
    """One row of a repeat, shown as a card.

    Attributes:
        id: Of the row.
        title: What it is, in a few words; a question in it with the same label shows none of its own.
        parts: What is asked.
        fixed: Whether the row comes from a list, so that it may not be removed.
    """

    id: str
    title: str
    parts: tuple[Part, ...]
    fixed: bool = False


@dataclass(frozen=True)
class Cards:
    """A repeat without the appearance `table`.

    Attributes:
        path: Where its rows lie.
        label: What they are.
        cards: In order.
        hint: What helps.
        fixed: Whether the rows come from elsewhere, so that none is added here.
        problem: Why the rows are not good, "" if they are.
        photos: Whether each row begins with an image: files may then be dropped on the whole list, a row each.
    """

    path: str
    label: str
    cards: tuple[Card, ...] = ()
    hint: str = ""
    fixed: bool = False
    problem: str = ""
    photos: bool = False


@dataclass(frozen=True)
class Section:
    """A group within a page."""

    path: str
    label: str
    parts: tuple[Part, ...]


Part = Question | RepeatTable | Cards | Section


@dataclass(frozen=True)
class Page:
    """What one page of a form shows, in the order of the form."""

    path: str
    title: str
    hint: str = ""
    parts: tuple[Part, ...] = ()
