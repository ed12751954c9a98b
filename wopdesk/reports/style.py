"""The one style sheet of our papers: colours, sizes of type, measures of the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from wopdesk.reports import fonts
from wopdesk.reports.blocks import BAD, GOOD, INFO, QUIET, WARN
from wopdesk.reports.fonts import BOLD, MEDIUM, REGULAR, SEMI

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 18 * mm
HEAD, FOOT = 26 * mm, 24 * mm
WIDTH = PAGE_WIDTH - 2 * MARGIN
"""Of what stands between the margins."""

INK, MUTED, RULE, TINT = (HexColor(code) for code in (0x17252F, 0x55646F, 0xD5DEE4, 0xF3F7F9))
NAVY, ACCENT, SKY, WHITE = (HexColor(code) for code in (0x0B3550, 0x0F6F7F, 0xDDEEF2, 0xFFFFFF))
TONES: dict[str, tuple[Color, Color]] = {
    GOOD: (HexColor(0x17704F), HexColor(0xE3F3EC)),
    WARN: (HexColor(0x8F5600), HexColor(0xFDF1DC)),
    BAD: (HexColor(0xB3261E), HexColor(0xFBE6E4)),
    INFO: (ACCENT, SKY),
    QUIET: (MUTED, HexColor(0xEBEFF2)),
}
"""Foreground and background of each tone."""
_TIGHT = 0.6


@dataclass(frozen=True)
class _Look:
    """What a style has besides its sizes."""

    font: str = REGULAR
    colour: Color = INK
    before: float = 0
    after: float = 0
    to_the_end: bool = False
    own_side: bool = False
    """Whether lines begin where their own letters do, wherever the page begins."""


def _style(entry: tuple[str, float, float, _Look], *, from_right: bool, tight: bool) -> ParagraphStyle:
    name, size, leading, look = entry
    at_the_right = look.to_the_end or (from_right and not look.own_side)
    return ParagraphStyle(
        name,
        fontName=look.font,
        bulletFontName=look.font,
        fontSize=size,
        leading=leading,
        textColor=look.colour,
        spaceBefore=look.before * (_TIGHT if tight else 1),
        spaceAfter=look.after * (_TIGHT if tight else 1),
        alignment=TA_RIGHT if at_the_right else TA_LEFT,
    )


_STYLES: tuple[tuple[str, float, float, _Look], ...] = (
    ("body", 9.2, 13.6, _Look(after=5, own_side=True)),
    ("kicker", 7.6, 10, _Look(SEMI, ACCENT, after=3)),
    ("title", 21, 26, _Look(BOLD, NAVY, after=3)),
    ("subtitle", 11, 15, _Look(colour=MUTED, after=9)),
    ("h1", 13, 16, _Look(BOLD, NAVY, before=14, after=6)),
    ("h2", 10, 13, _Look(SEMI, NAVY, before=8, after=4)),
    ("small", 7.6, 10.4, _Look(colour=MUTED)),
    ("label", 6.9, 9, _Look(MEDIUM, MUTED, after=1)),
    ("fact", 8.8, 11.6, _Look(MEDIUM)),
    ("cell", 8.3, 11, _Look()),
    ("cell_end", 8.3, 11, _Look(to_the_end=True)),
    ("head", 7.1, 9, _Look(SEMI, MUTED)),
    ("head_end", 7.1, 9, _Look(SEMI, MUTED, to_the_end=True)),
    ("condition", 7.6, 10.4, _Look(SEMI, MUTED, after=1)),
    ("remark", 7.6, 10.4, _Look(SEMI, MUTED, after=4)),
    ("strong", 8.3, 11, _Look(MEDIUM)),
    ("detail", 8, 11, _Look(colour=MUTED, before=2)),
    ("caption", 7.6, 10, _Look(colour=MUTED, before=3, after=8)),
    ("tile_note", 7.2, 9.4, _Look(colour=MUTED)),
    ("signer", 9, 12, _Look(SEMI)),
    ("signer_blank", 7.6, 12, _Look(colour=MUTED)),
    ("call_text", 9.2, 13.6, _Look(after=5)),
    *((f"call_{tone}", 10, 13, _Look(SEMI, front, after=2)) for tone, (front, _) in TONES.items()),
    *((f"tile_{tone}", 15.5, 19, _Look(BOLD, front)) for tone, (front, _) in TONES.items()),
)


@cache
def sheet(*, from_right: bool = False, tight: bool = False) -> dict[str, ParagraphStyle]:
    """The styles of text by name, for pages that begin at the left or at the right. Loads the fonts.

    Figures stand at the right of their columns on both, so that units stand below units. A tight sheet has the same
    type with less room around it.
    """
    fonts.register()
    return {entry[0]: _style(entry, from_right=from_right, tight=tight) for entry in _STYLES}
