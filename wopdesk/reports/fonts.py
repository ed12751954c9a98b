"""The fonts of our papers: Inter with figures of equal width, and Noto Naskh Arabic UI with a character for each glyph.

They are embedded as subsets. Loading them takes a moment, so it happens when the first page is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from wopdesk.places import resources_folder

REGULAR, MEDIUM, SEMI, BOLD = "Inter", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"
NASKH, NASKH_BOLD = "Naskh", "Naskh-Bold"
NASKH_OF = {REGULAR: NASKH, MEDIUM: NASKH, SEMI: NASKH_BOLD, BOLD: NASKH_BOLD}
"""The Urdu font that stands beside each weight of Inter."""

_FILES = {
    REGULAR: "inter/Inter-Regular.ttf",
    MEDIUM: "inter/Inter-Medium.ttf",
    SEMI: "inter/Inter-SemiBold.ttf",
    BOLD: "inter/Inter-Bold.ttf",
    NASKH: "noto-naskh-arabic-ui/NotoNaskhArabicUI-Regular.ttf",
    NASKH_BOLD: "noto-naskh-arabic-ui/NotoNaskhArabicUI-Bold.ttf",
}
_PRIVATE = 0xE000
"""Glyph n of a shaped font is drawn as this character plus n, so that no history of the process shows in a file."""


@dataclass(frozen=True)
class Glyph:
    """A shaped glyph; measures in units of the font's size."""

    char: str
    advance: float
    x: float
    y: float


@cache
def register() -> None:
    """Load all fonts and make them known to reportlab, once."""
    folder = resources_folder() / "fonts"
    for name, file in _FILES.items():
        font = TTFont(name, str(folder / file), shapable=False)
        font.stringWidth = lru_cache(maxsize=20_000)(font.stringWidth)  # type: ignore[method-assign]  # words come again
        pdfmetrics.registerFont(font)
        if name in {NASKH, NASKH_BOLD}:
            _give_glyphs_characters(font)
        else:
            _equal_figures(font, folder / file)


@lru_cache(maxsize=20_000)
def shape(text: str, font: str, *, right_to_left: bool = True) -> tuple[Glyph, ...]:
    """The glyphs of Urdu text in one of the Naskh fonts, from left to right; numbers run from left to right."""
    shaper = _shaper(font)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "rtl" if right_to_left else "ltr", "Arab", "ur"
    uharfbuzz.shape(shaper, buffer)
    unit = shaper.scale[0]
    return tuple(
        Glyph(chr(_PRIVATE + info.codepoint), at.x_advance / unit, at.x_offset / unit, at.y_offset / unit)
        for info, at in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True)
    )


@cache
def _shaper(font: str) -> uharfbuzz.Font:
    return _open(resources_folder() / "fonts" / _FILES[font])


def _open(file: Path) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file))))


def _give_glyphs_characters(font: TTFont) -> None:
    shaper = _shaper(font.fontName)
    for glyph in range(shaper.face.glyph_count):
        font.face.charToGlyph[_PRIVATE + glyph] = glyph
        font.face.charWidths[_PRIVATE + glyph] = 1000 * shaper.get_glyph_h_advance(glyph) / shaper.scale[0]


def _equal_figures(font: TTFont, file: Path) -> None:
    """Draw digits with the font's tabular forms, so that figures stand below each other."""
    shaper, buffer = _open(file), uharfbuzz.Buffer()
    buffer.add_str("0123456789")
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper, buffer, {"tnum": True})
    for digit, info, at in zip("0123456789", buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True):
        font.face.charToGlyph[ord(digit)] = info.codepoint
        font.face.charWidths[ord(digit)] = 1000 * at.x_advance / shaper.scale[0]
