"""What stands on each page around the text: letterhead, warning, watermark, reference, code, QR and page number."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportlab.lib.colors import Color, toColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from wopdesk.reports.blocks import BAD, Document
from wopdesk.reports.fonts import BOLD, REGULAR, SEMI
from wopdesk.reports.seal import draw_seal
from wopdesk.reports.single_line import Type, put, width
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
from wopdesk.reports.words import Speech

_HEAD = PAGE_HEIGHT - 17 * mm
_FOOT = 18.5 * mm
_LOGO, _SHRUNK = 26, 0.86
_SEAL = 32.0
_PLAIN = Type()
_FAINT = Color(MUTED.red, MUTED.green, MUTED.blue, 0.09)


def without_colour(named: Color | str) -> Color:
    """The grey that looks as bright as a colour (ITU-R BT.601); reportlab's tables give colours by name."""
    colour = toColor(named)
    grey = 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue
    return Color(grey, grey, grey, colour.alpha)


class PageCanvas(Canvas):
    """Draws the text of all pages first, so that each can say of how many it is."""

    def __init__(self, *places: Any, document: Document, **options: Any) -> None:  # noqa: ANN401 - reportlab's own
        """Take the document whose pages these are."""
        grey = {"enforceColorSpace": without_colour} if document.grey else {}
        super().__init__(*places, **{**options, "initialFontName": REGULAR, **grey})
        self._document = document
        self._say = Speech(document.language)
        if document.day is not None:
            stamp = f"D:{document.day:%Y%m%d}000000Z"
            self.setDateFormatter(lambda *_: stamp)
        self._drawn: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Put a page aside."""
        self._drawn.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # reportlab's way of putting a page aside

    def save(self) -> None:
        """Nothing yet: reportlab asks for it when the pages are laid out, and another layout may be preferred."""

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._drawn)

    def finish(self) -> None:
        """Give each page its head and foot, then write them all."""
        for number, page in enumerate(self._drawn, 1):
            self.__dict__.update(page)
            self._head(first=number == 1)
            self._foot(self._say("Page {number} of {count}", number=number, count=len(self._drawn)))
            super().showPage()
        super().save()

    def _head(self, *, first: bool) -> None:
        document = self._document
        self._logo(MARGIN if not self._say.from_right else PAGE_WIDTH - MARGIN - _LOGO * _SHRUNK, _HEAD - 4)
        self._words(document.organisation, (29, _HEAD + 9.5), 300, Type(BOLD, 9.2, NAVY))
        self._words(document.programme, (29, _HEAD - 0.2), 300)
        self._words(document.reference, (0, _HEAD + 9.5), 170, Type(SEMI, 7.6, ACCENT, "end"))
        self._words(document.kind if first else document.title, (0, _HEAD - 0.2), 170, Type(anchor="end"))
        self.setStrokeColor(NAVY)
        self.setLineWidth(1.1)
        self.line(MARGIN, _HEAD - 9, PAGE_WIDTH - MARGIN, _HEAD - 9)
        if document.warning:
            self._warning(document.warning)
        if document.watermark:
            self._watermark(document.watermark)

    def _foot(self, page: str) -> None:
        document = self._document
        self.setStrokeColor(RULE)
        self.setLineWidth(0.6)
        self.line(MARGIN, _FOOT, PAGE_WIDTH - MARGIN, _FOOT)
        inset = 0.0
        if document.seal:
            x = PAGE_WIDTH - MARGIN - _SEAL if self._say.from_right else MARGIN
            draw_seal(self, document.seal, (x, _FOOT - 5 - _SEAL), _SEAL)
            inset = _SEAL + 8
        reference = self._say.isolated(document.reference)
        lines = ["  ·  ".join(filter(None, (reference, document.status)))]
        if document.code:
            lines.append(self._say("Code {code}  ·  Two copies with the same code say the same.", code=document.code))
        for number, line in enumerate(lines):
            self._words(line, (inset, _FOOT - 11 - 9.5 * number), WIDTH - 110, Type(size=6.9))
        self._words(page, (0, _FOOT - 11), 70, Type(SEMI, 7.6, INK, "end"))

    def _warning(self, text: str) -> None:
        front, back = TONES[BAD]
        length, y = width(text, SEMI, 7) + 14, PAGE_HEIGHT - 9.2 * mm
        x = MARGIN if self._say.from_right else PAGE_WIDTH - MARGIN - length
        self.setFillColor(back)
        self.setStrokeColor(front)
        self.setLineWidth(0.6)
        self.roundRect(x, y, length, 12, 6, stroke=1, fill=1)
        put(self, text, (x + 7, y + 3.6), Type(SEMI, 7, front))

    def _watermark(self, text: str) -> None:
        self.saveState()
        self.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
        self.rotate(52)
        put(self, text, (0, -40), Type(BOLD, 118, _FAINT, "middle"), PAGE_HEIGHT * 0.8)
        self.restoreState()

    def _words(self, text: str, place: tuple[float, float], room: float, look: Type = _PLAIN) -> None:
        """One line, so far from the edge where the page begins, or ends if it is anchored there.

        It is made smaller rather than cut or run over its neighbour.
        """
        inset, y = place
        at_the_right = (look.anchor == "end") != self._say.from_right
        x = PAGE_WIDTH - MARGIN - inset if at_the_right else MARGIN + inset
        put(self, text, (x, y), replace(look, anchor="end" if at_the_right else "start"), room)

    def _logo(self, x: float, y: float) -> None:
        """A drop on a tile: the programme's sign."""
        self.saveState()
        self.translate(x, y)
        self.scale(_SHRUNK, _SHRUNK)
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
