"""Words that stand on one line whatever the room: made smaller rather than broken or cut."""

from __future__ import annotations

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from wopdesk.reports.blocks import Chip
from wopdesk.reports.fonts import REGULAR, SEMI
from wopdesk.reports.style import INK, TONES

_CHIP_MARGIN = 6.0
_LINE = 11.0


class FigureFlowable(Flowable):
    """A figure at the end of its column."""

    def __init__(self, text: str, room: float) -> None:
        """Take the figure and the column's width in points."""
        super().__init__()
        self.width, self.height = room, _LINE
        self._text = text
        self._size = min(8.3, fitting_size(text, REGULAR, room))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """As wide as the column, one line high."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it at the right."""
        self.canv.setFillColor(INK)
        self.canv.setFont(REGULAR, self._size)
        self.canv.drawRightString(self.width, 2.6, self._text)


class ChipFlowable(Flowable):
    """A short text in a coloured pill."""

    def __init__(self, chip: Chip, room: float) -> None:
        """Take the words, the tone and the column's width in points."""
        super().__init__()
        self._chip = chip
        self._size = min(6.9, fitting_size(chip.text, SEMI, room - 2 * _CHIP_MARGIN))
        self.width = float(stringWidth(chip.text, SEMI, self._size)) + 2 * _CHIP_MARGIN
        self.height = _LINE

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """As wide as the words and their margin."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the pill, then the words."""
        front, back = TONES[self._chip.tone]
        self.canv.setFillColor(back)
        self.canv.roundRect(0, -0.5, self.width, 11.5, 5.6, stroke=0, fill=1)
        self.canv.setFillColor(front)
        self.canv.setFont(SEMI, self._size)
        self.canv.drawString(_CHIP_MARGIN, 2.9, self._chip.text)


def fitting_size(text: str, font: str, room: float) -> float:
    """The size of type at which a text is as wide as the room, in points."""
    return room / (float(stringWidth(text, font, 1)) or 1)
