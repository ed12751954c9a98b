"""Text in mixed scripts broken into lines: which words stand in a line, in which order and font its letters follow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from wopdesk.reports import bidi, fonts

NASKH_SIZE = 1.12
"""Naskh letters look smaller than Inter's of the same size."""
_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff\u200c\u200d"
_WORDS = re.compile(r"[\S\u00a0]*[^\S\u00a0]+|[\S\u00a0]+")
"""Words with the blanks after them; one that holds its neighbours together parts nothing."""
_BEGINNING = 500
"""Characters, more than there are in a line."""
_PARTS = re.compile(f"([{_ARABIC}][{_ARABIC} ]*)|[^{_ARABIC}]+")
"""Urdu letters with the blanks after them, or anything else."""


@dataclass(frozen=True)
class Piece:
    """Characters of one font and direction in a line."""

    text: str
    naskh: bool
    right_to_left: bool


@dataclass(frozen=True)
class Line:
    """One line on paper.

    Attributes:
        start: its place in the text.
        source: its characters as typed.
        pieces: from left to right.
        right_to_left: the direction of its paragraph.
    """

    start: int
    source: str
    pieces: tuple[Piece, ...]
    right_to_left: bool


def break_lines(text: str, style: ParagraphStyle, width: float, direction: bool | None) -> Iterator[Line]:  # noqa: FBT001 - a direction, not a switch
    """The lines of a text; each line of the source is a paragraph with a direction of its own.

    Args:
        text: plain text.
        style: gives font and size.
        width: of a line, in points.
        direction: whether the first paragraph runs from right to left, None to see it from its first letter.
    """
    start = 0
    for number, source in enumerate(text.split("\n")):
        seen = bidi.reads_right_to_left(source) if number or direction is None else direction
        of = bidi.levels(source, right_to_left=seen)
        for first, last in _places(source, width, lambda part: _measure(part, style.fontName, style.fontSize)):
            kept = source[first:last].rstrip()
            runs = bidi.visual_runs(kept, of[first : first + len(kept)], right_to_left=seen)
            pieces = tuple(piece for run in runs for piece in _pieces(run))
            yield Line(start + first, source[first:last], pieces, seen)
        start += len(source) + 1


def width_of(piece: Piece, style: ParagraphStyle) -> float:
    """Of a piece, in points."""
    if not piece.naskh:
        return float(stringWidth(piece.text, style.fontName, style.fontSize))
    glyphs = fonts.shape(piece.text, fonts.NASKH_OF[style.fontName], right_to_left=piece.right_to_left)
    return sum(glyph.advance for glyph in glyphs) * style.fontSize * NASKH_SIZE


@lru_cache(maxsize=20_000)
def _measure(text: str, font: str, size: float) -> float:
    """Of text not yet in order, which does not change the sum; Urdu letters join only from right to left."""
    style = ParagraphStyle("measured", fontName=font, fontSize=size)
    return sum(width_of(piece, style) for piece in _pieces(bidi.Run(text, right_to_left=True)))


def _pieces(run: bidi.Run) -> list[Piece]:
    """Parts of a run by font, from left to right. Blanks go with what stands before them.

    Naskh has no brackets or hyphens, so these are Inter's even between Urdu words.
    """
    parts = [(found[0], found[1] is not None) for found in _PARTS.finditer(bidi.visible(run.text))]
    if run.right_to_left:
        parts = [(part if is_naskh else part[::-1], is_naskh) for part, is_naskh in reversed(parts)]
    return [Piece(part, is_naskh, run.right_to_left) for part, is_naskh in parts]


def _places(source: str, width: float, measure: Callable[[str], float]) -> list[tuple[int, int]]:
    """First and last place of each line: as many words as fit; a word that is too long is broken where it must."""
    lines: list[tuple[int, int]] = []
    first, taken = 0, 0.0
    for found in _WORDS.finditer(source):
        at, word = found.start(), found[0]
        if taken and taken + measure(word.rstrip()) > width:
            lines.append((first, at))
            first, taken = at, 0.0
        while len(word) > 1 and _is_wider(word.rstrip(), width, measure):
            fit = _fitting(word, width, measure)
            lines.append((first, first + fit))
            first, word = first + fit, word[fit:]
        taken += measure(word)
    return [*lines, (first, len(source))]


def _is_wider(word: str, width: float, measure: Callable[[str], float]) -> bool:
    """Whether a word is wider than a line; of a very long one its beginning tells."""
    return measure(word[:_BEGINNING]) > width or (len(word) > _BEGINNING and measure(word) > width)


def _fitting(word: str, width: float, measure: Callable[[str], float]) -> int:
    """How many characters of a word fit, at least one."""
    least, most = 1, len(word) if measure(word[:_BEGINNING]) <= width else min(len(word), _BEGINNING)
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if measure(word[:middle]) <= width else (least, middle - 1)
    return least
