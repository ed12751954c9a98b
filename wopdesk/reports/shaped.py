"""A paragraph that mixes Urdu and Latin letters: bidi order per line, shaping per run, lines broken at blanks.

reportlab's own paragraphs reverse the order of Urdu words. This one takes plain text, so nothing in it is markup.
"""

from __future__ import annotations

from dataclasses import replace

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from wopdesk.reports import bidi, fonts
from wopdesk.reports.lines import NASKH_SIZE, Line, Piece, break_lines, width_of

_LEADING = 1.2
"""Urdu needs more room between the lines than the Latin letters of a style."""
_BASELINE = 0.66


class ShapedParagraph(Flowable):
    """Text in mixed scripts; each line of the source is a paragraph with a direction of its own."""

    def __init__(self, text: str, style: ParagraphStyle, direction: bool | None = None) -> None:  # noqa: FBT001 - a direction
        """Prepare the text.

        Args:
            text: plain text.
            style: font, size, colour and alignment as for Latin text.
            direction: whether the first line runs from right to left, where the text continues another one.
        """
        super().__init__()
        self.text, self.style = text, style
        self.spaceBefore, self.spaceAfter = style.spaceBefore, style.spaceAfter
        self._direction = direction
        self._lines: list[Line] = []
        self._leading = style.leading * (_LEADING if bidi.needs_order(text) else 1)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """Break the text into lines of a width."""
        if not self._lines or self.width != availWidth:
            self._know(availWidth, list(break_lines(self.text, self.style, availWidth, self._direction)))
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """As many lines as fit, and the rest."""
        self.wrap(availWidth, availHeight)
        fit = int(availHeight / self._leading)
        if fit < 1 or fit >= len(self._lines):
            return [self] if fit else []
        cut = self._lines[fit]
        first = ShapedParagraph(self.text[: cut.start].rstrip("\n"), self.style, self._direction)
        rest = ShapedParagraph(self.text[cut.start :], self.style, cut.right_to_left)
        rest._know(availWidth, [replace(line, start=line.start - cut.start) for line in self._lines[fit:]])
        return [first, rest]

    def _know(self, width: float, lines: list[Line]) -> None:
        """Take over lines of a width: of a long text that is split often all would be broken ever again."""
        self._lines = lines
        self.width, self.height = width, self._leading * len(lines)

    def draw(self) -> None:
        """Put the lines on the page, each marked with the text as it was typed."""
        for number, line in enumerate(self._lines):
            self._draw_line(line, self.height - self._leading * (number + _BASELINE))

    def _draw_line(self, line: Line, y: float) -> None:
        canvas: Canvas = self.canv
        widths = [width_of(piece, self.style) for piece in line.pieces]
        at_the_right = line.right_to_left or bool(self.style.alignment)
        draw_line(canvas, line, (self.width - sum(widths) if at_the_right else 0.0, y), self.style)


def draw_line(canvas: Canvas, line: Line, place: tuple[float, float], style: ParagraphStyle) -> None:
    """Draw a line whose left end stands at a place, marked with the text as it was typed."""
    x, y = place
    source = bidi.visible(line.source).encode("utf-16-be")
    canvas.addLiteral(f"/Span <</ActualText <FEFF{source.hex().upper()}>>> BDC")
    for piece in line.pieces:
        _draw_piece(canvas, piece, (x, y), style)
        x += width_of(piece, style)
    canvas.addLiteral("EMC")


def _draw_piece(canvas: Canvas, piece: Piece, place: tuple[float, float], style: ParagraphStyle) -> None:
    x, y = place
    drawn = canvas.beginText(x, y)
    drawn.setFillColor(style.textColor)
    if piece.naskh:
        font, size = fonts.NASKH_OF[style.fontName], style.fontSize * NASKH_SIZE
        drawn.setFont(font, size)
        for glyph in fonts.shape(piece.text, font, right_to_left=piece.right_to_left):
            drawn.setTextOrigin(x + glyph.x * size, y + glyph.y * size)
            drawn.textOut(glyph.char)
            x += glyph.advance * size
    else:
        drawn.setFont(style.fontName, style.fontSize)
        drawn.textOut(piece.text)
    canvas.drawText(drawn)
