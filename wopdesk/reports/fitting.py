"""How much room things get on paper, so that it takes few pages and the last of them is not nearly empty.

Knows pages as numbers; `pdf` draws them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from wopdesk.reports.asking import Ask, EmptyTable
from wopdesk.reports.blocks import Document

_LOOSE, _FULL = 1 / 2, 3 / 4
"""Of the last page: what is idle there from which a page is saved, and what is filled from which nothing is added."""
_SPARED, _ROOMIER, _ROWS = 2, 4, 8
"""Steps of less room and of more, and rows that the last table may have more."""


@dataclass(frozen=True)
class Layout:
    """A document drawn on pages.

    Attributes:
        pages: how many there are.
        left: what the last one has left, as a share of a page.
        idle: the same, or the share of the page that holds the most lines for remarks, if that is more.
        spared: as in `Setting`.
        finish: makes the file.
    """

    pages: int
    left: float
    idle: float
    spared: int
    finish: Callable[[], bytes]


LayOut = Callable[[Document, int], Layout]
"""Draws a document with so many rows and lines spared."""


def fitted(document: Document, lay_out: LayOut) -> Layout:
    """The best layout: one page less if less room saves it; else what is filled in by hand takes what is left."""
    first = lay_out(document, 0)
    best = _saved(document, first, lay_out)
    if not any(isinstance(block, Ask | EmptyTable) for block in document.blocks):
        return best
    if best is first:
        best = _while_it_fits(best, (lay_out(document, -more) for more in range(1, _ROOMIER + 1)))
    return _while_it_fits(best, (lay_out(_longer(document, more), best.spared) for more in range(1, _ROWS + 1)))


def _saved(document: Document, first: Layout, lay_out: LayOut) -> Layout:
    best = first
    for spared in range(1, _SPARED + 1):
        if best.pages == 1 or best.idle <= _LOOSE:
            break
        tight = lay_out(document, spared)
        best = tight if tight.pages < best.pages else best
    return best


def _while_it_fits(best: Layout, wider: Iterable[Layout]) -> Layout:
    """The last of ever wider layouts on the same pages; none is drawn once the last page is full enough."""
    wider = iter(wider)
    while 1 - best.left < _FULL and (layout := next(wider, None)) is not None and layout.pages == best.pages:
        best = layout
    return best


def _longer(document: Document, more: int) -> Document:
    """The document with more rows in its last empty table."""
    blocks = list(document.blocks)
    for at, block in reversed(list(enumerate(blocks))):
        if isinstance(block, EmptyTable):
            blocks[at] = replace(block, rows=block.rows + more)
            break
    return replace(document, blocks=blocks)
