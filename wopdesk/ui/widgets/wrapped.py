"""Words on several lines, painted. Knows no widget.

Where lines end at the right, Qt's own `drawText` moves each line that it broke to the left, by the space at which it
broke it: in Urdu no line begins below the other, and a full one loses its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

_WRAP = Qt.TextFlag.TextWordWrap
_LINE_END = "\u2028"


def draw_wrapped(painter: QPainter, area: QRectF, side: Qt.AlignmentFlag, text: str) -> None:
    """Paint words in an area, in the painter's font, ink and direction; `side` is absolute, and says top or middle."""
    if not side & Qt.AlignmentFlag.AlignRight:
        painter.drawText(area, int(side) | int(_WRAP), text)
        return
    laid = QTextLayout(text.replace("\n", _LINE_END), painter.font(), painter.device())
    option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(painter.layoutDirection())
    laid.setTextOption(option)
    high = _laid(laid, area.width(), painter.font())
    over = (area.height() - high) / 2 if side & Qt.AlignmentFlag.AlignVCenter else 0
    laid.draw(painter, QPointF(area.left(), area.top() + int(over)))


def _laid(layout: QTextLayout, width: float, font: QFont) -> float:
    """Break the words into lines, on whole pixels as Qt does when it measures them; how high they are together."""
    leading = QFontMetricsF(font).leading()
    high = -leading
    layout.beginLayout()
    for line in _lines(layout):
        line.setLineWidth(width)
        high = ceil(high + leading)
        line.setPosition(QPointF(0, high))
        high += line.height()
    layout.endLayout()
    return high


def _lines(layout: QTextLayout) -> Iterator[QTextLine]:
    line = layout.createLine()
    while line.isValid():
        yield line
        line = layout.createLine()
