"""A page that grows part by part, so that it can be made in small steps while nobody waits for it. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wopdesk.ui.form.parts import Card, Cards, Page, Part, Section
from wopdesk.ui.form.rows import RepeatTable

_ROWS = 50
"""Of a table, at a time."""


def growing(page: Page) -> Iterator[Page]:
    """The page without its parts, then with ever more of them; the last one is all of it."""
    yield replace(page, parts=())
    for parts in _grown(page.parts):
        yield replace(page, parts=parts)


def _grown(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    for number, part in enumerate(parts):
        for grown in _grown_part(part):
            yield (*parts[:number], grown)


def _grown_part(part: Part) -> Iterator[Part]:
    """A table by rows, a list of cards card by card, each question by question; a group likewise; all else at once."""
    if isinstance(part, RepeatTable):
        for end in (0, *range(_ROWS, len(part.rows), _ROWS)):
            yield replace(part, rows=part.rows[:end])
        yield part
    elif isinstance(part, Cards) and part.cards:
        yield replace(part, cards=())
        for number, card in enumerate(part.cards):
            for grown in _grown_card(card):
                yield replace(part, cards=(*part.cards[:number], grown))
    elif isinstance(part, Section) and part.parts:
        for parts in _grown(part.parts):
            yield replace(part, parts=parts)
    else:
        yield part


def _grown_card(card: Card) -> Iterator[Card]:
    yield replace(card, parts=())
    for parts in _grown(card.parts):
        yield replace(card, parts=parts)


def by_rows(page: Page, table: str, begun: int) -> Iterator[Page]:
    """The page while a table on it grows to its end, some rows at a time; the last one is all of it.

    Args:
        page: with the whole table.
        table: its path.
        begun: how many of its rows are shown already.
    """
    held = next((part for part in page.parts if isinstance(part, RepeatTable) and part.path == table), None)
    for end in range(begun + _ROWS, len(held.rows), _ROWS) if held is not None else ():
        parts = (replace(part, rows=part.rows[:end]) if part is held else part for part in page.parts)
        yield replace(page, parts=tuple(parts))
    yield page
