"""What stands on each page around the text: letterhead, warning, watermark, reference, code, QR and page number."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wopdesk.reports import bidi
from wopdesk.reports.blocks import BAD, Document
from wopdesk.reports.fonts import BOLD, REGULAR, SEMI
from wopdesk.reports.paragraphs import paragraph
from wopdesk.reports.seal import draw_seal
from wopdesk.reports.single_line import fitting_size
from wopdesk.reports.style import (
    ACCENT,
    INK,
    MARGIN,
    MUTED,
    NAVY,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    TONES,
    WHITE,
    WIDTH,
)

_HEAD = PAGE_HEIGHT - 17 * mm
_FOOT = 18.5 * mm
_LOGO = 26


class PageCanvas(Canvas):
    """Draws the text of all pages first, so that each can say of how many it is."""

    def __init__(self, *places: Any, document: Document, **options: Any) -> None:  # noqa: ANN401 - reportlab's own
        """Take the document whose pages these are."""
        super().__init__(*places, **{**options, "initialFontName": REGULAR})
        self._document = document
        if document.day is not None:
            stamp = f"D:{document.day:%Y%m%d}000000Z"
            self.setDateFormatter(lambda *_: stamp)
        self._drawn: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Put a page aside."""
        self._drawn.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # reportlab's way of putting a page aside

    def save(self) -> None:
        """Give each page its head and foot, then write them all."""
        for number, page in enumerate(self._drawn, 1):
            self.__dict__.update(page)
            self._head(first=number == 1)
            self._foot(f"Page {number} of {len(self._drawn)}")
            super().showPage()
        super().save()

    def _head(self, *, first: bool) -> None:
        document = self._document
        self._logo(MARGIN, _HEAD - 4)
        left = MARGIN + 29
        self._words(document.organisation, left, _HEAD + 9.5, 300, font=BOLD, size=9.2, colour=NAVY)
        self._words(document.programme, left, _HEAD - 0.2, 300)
        right = PAGE_WIDTH - MARGIN
        self._words(document.reference, right, _HEAD + 9.5, 170, font=SEMI, size=7.6, colour=ACCENT, to_the_end=True)
        self._words(document.kind if first else document.title, right, _HEAD - 0.2, 170, to_the_end=True)
        self.setStrokeColor(NAVY)
        self.setLineWidth(1.1)
        self.line(MARGIN, _HEAD - 9, right, _HEAD - 9)
        if document.warning:
            self._warning(document.warning)
        if document.watermark:
            self._watermark(document.watermark)

    def _foot(self, page: str) -> None:
        document = self._document
        self.setStrokeColor(RULE)
        self.setLineWidth(0.6)
        self.line(MARGIN, _FOOT, PAGE_WIDTH - MARGIN, _FOOT)
        left = MARGIN
        if document.seal:
            draw_seal(self, document.seal, (MARGIN, _FOOT - 37), 32)
            left += 40
        lines = [f"{document.reference}  ·  {document.status}"]
        if document.code:
            lines.append(f"Code {document.code}  ·  Two copies with the same code say the same.")
        for number, line in enumerate(lines):
            self._words(line, left, _FOOT - 11 - 9.5 * number, WIDTH - 110, size=6.9)
        self._words(page, PAGE_WIDTH - MARGIN, _FOOT - 11, 70, font=SEMI, size=7.6, colour=INK, to_the_end=True)

    def _warning(self, text: str) -> None:
        front, back = TONES[BAD]
        length = self.stringWidth(text, SEMI, 7) + 14
        self.setFillColor(back)
        self.setStrokeColor(front)
        self.setLineWidth(0.6)
        self.roundRect(PAGE_WIDTH - MARGIN - length, PAGE_HEIGHT - 9.2 * mm, length, 12, 6, stroke=1, fill=1)
        self.setFillColor(front)
        self.setFont(SEMI, 7)
        self.drawString(PAGE_WIDTH - MARGIN - length + 7, PAGE_HEIGHT - 9.2 * mm + 3.6, text)

    def _watermark(self, text: str) -> None:
        self.saveState()
        self.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
        self.rotate(52)
        self.setFillColor(MUTED, 0.09)
        self.setFont(BOLD, 118)
        self.drawCentredString(0, -40, text)
        self.restoreState()

    def _words(
        self,
        text: str,
        x: float,
        y: float,
        room: float,
        *,
        font: str = REGULAR,
        size: float = 7.2,
        colour: Color = MUTED,
        to_the_end: bool = False,
    ) -> None:
        """One line of text that is made smaller rather than cut or run over its neighbour."""
        if bidi.needs_order(text):
            self._urdu(text, x - room if to_the_end else x, y, room)
            return
        self.setFillColor(colour)
        self.setFont(font, min(size, fitting_size(text, font, room)))
        (self.drawRightString if to_the_end else self.drawString)(x, y, text)

    def _urdu(self, text: str, x: float, y: float, room: float) -> None:
        drawn = paragraph(text, "small")
        _, height = drawn.wrapOn(self, room, 20)
        drawn.drawOn(self, x, y - height / 3)

    def _logo(self, x: float, y: float) -> None:
        """A drop on a tile: the programme's sign."""
        self.saveState()
        self.translate(x, y)
        self.scale(0.86, 0.86)
        self.setFillColor(NAVY)
        self.roundRect(0, 0, _LOGO, _LOGO, 6, stroke=0, fill=1)
        self.setFillColor(WHITE)
        drop = self.beginPath()
        drop.moveTo(13, 22)
        for curve in (
            (18, 15, 20, 12.5, 20, 9.6),
            (20, 5.6, 17, 3.4, 13, 3.4),
            (9, 3.4, 6, 5.6, 6, 9.6),
            (6, 12.5, 8, 15, 13, 22),
        ):
            drop.curveTo(*curve)
        self.drawPath(drop, stroke=0, fill=1)
        self.setStrokeColor(ACCENT)
        self.setLineWidth(1.6)
        self.setLineCap(1)
        wave = self.beginPath()
        wave.moveTo(8.6, 9.6)
        wave.curveTo(10.5, 12, 12, 7.4, 13.6, 9.4)
        wave.curveTo(14.8, 11, 16, 10, 17.4, 8.8)
        self.drawPath(wave)
        self.restoreState()
