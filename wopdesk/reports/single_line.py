"""Words that stand on one line whatever the room: made smaller rather than broken or cut."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from wopdesk.reports import bidi
from wopdesk.reports.blocks import Chip
from wopdesk.reports.fonts import REGULAR, SEMI
from wopdesk.reports.lines import break_lines, width_of
from wopdesk.reports.shaped import draw_line
from wopdesk.reports.style import INK, MUTED, TONES

_CHIP_MARGIN = 6.0
_LINE = 11.0
_CHIP_TYPE = 6.9


@dataclass(frozen=True)
class Type:
    """How words on one line look, and which end of them stands at their place."""

    font: str = REGULAR
    size: float = 7.2
    colour: Color = MUTED
    anchor: Literal["start", "middle", "end"] = "start"


def put(canvas: Canvas, text: str, place: tuple[float, float], look: Type, room: float = math.inf) -> None:
    """Write one line in any script at a place; it is made smaller where it is wider than the room in points."""
    size = min(look.size, fitting_size(text, look.font, room))
    x = place[0] - {"start": 0.0, "middle": 0.5, "end": 1.0}[look.anchor] * width(text, look.font, size)
    if bidi.needs_order(text):
        style = _style(look.font, size, look.colour)
        line = next(iter(break_lines(text, style, math.inf, None)))
        draw_line(canvas, line, (x, place[1]), style)
        return
    canvas.setFillColor(look.colour)
    canvas.setFont(look.font, size)
    canvas.drawString(x, place[1], bidi.visible(text))


def width(text: str, font: str, size: float) -> float:
    """Of a line in any script, in points."""
    if not bidi.needs_order(text):
        return float(stringWidth(bidi.visible(text), font, size))
    style = _style(font, size, MUTED)
    return sum(width_of(piece, style) for piece in next(iter(break_lines(text, style, math.inf, None))).pieces)


def fitting_size(text: str, font: str, room: float) -> float:
    """The size of type at which a text is as wide as the room, in points."""
    return room / (width(text, font, 1) or 1)


@lru_cache(maxsize=64)
def _style(font: str, size: float, colour: Color) -> ParagraphStyle:
    return ParagraphStyle("line", fontName=font, fontSize=size, textColor=colour)


class FigureFlowable(Flowable):
    """A figure at the right of its column, where units stand below units in every language."""

    def __init__(self, text: str, room: float, *, strong: bool = False) -> None:
        """Take the figure and the column's width in points."""
        super().__init__()
        self.width, self.height = room, _LINE
        self._text, self._room = text, room
        self._look = Type(SEMI if strong else REGULAR, 8.3, INK, "end")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """As wide as the column, one line high."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it at the right."""
        put(self.canv, self._text, (self.width, 2.6), self._look, self._room)


class ChipFlowable(Flowable):
    """A short text in a coloured pill."""

    def __init__(self, chip: Chip, room: float, ground: Color | None = None) -> None:
        """Take the words, the tone, the column's width in points, and the pill's ground if it is not the tone's."""
        super().__init__()
        self._chip, self._ground = chip, ground
        self._size = min(_CHIP_TYPE, fitting_size(chip.text, SEMI, room - 2 * _CHIP_MARGIN))
        self.width = width(chip.text, SEMI, self._size) + 2 * _CHIP_MARGIN
        self.height = _LINE

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """As wide as the words and their margin."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the pill, then the words."""
        front, back = TONES[self._chip.tone]
        self.canv.setFillColor(self._ground or back)
        self.canv.roundRect(0, -0.5, self.width, 11.5, 5.6, stroke=0, fill=1)
        put(self.canv, self._chip.text, (_CHIP_MARGIN, 2.9), Type(SEMI, self._size, front))
