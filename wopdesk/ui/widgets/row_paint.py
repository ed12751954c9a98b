"""Paints a row: icon, words, a line below them, a status in a pill, and the sign that it leads somewhere."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from wopdesk.ui.foreign import harmless
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.fonts import sized, words_width
from wopdesk.ui.theme.icons import paint_icon
from wopdesk.ui.theme.tokens import SPACE, TONES, Tone
from wopdesk.ui.widgets.wrapped import draw_wrapped

_ICON, _CHEVRON, _GAP, _BETWEEN = 18, 16, SPACE.middle, 2
_PILL = 18
"""What a pill is wider than its words."""
_WRAP = Qt.TextFlag.TextWordWrap
_HIGH = 2000


@dataclass(frozen=True)
class Saying:
    """What a row says, in the language of the screen: its words, a line below them, and a short status."""

    text: str
    detail: str = ""
    status: str = ""


@dataclass(frozen=True)
class Places:
    """Where the parts of a row lie, read from the left.

    Attributes:
        text: of the words; their room is as wide as that of the line below.
        detail: of the line below, empty where there is none.
        pill: how wide the status is, 0 without one.
        end: where the status ends.
        height: of the whole row.
        icon: the top of the icon.
    """

    text: QRect
    detail: QRect
    pill: int
    end: int
    height: int
    icon: int


def placed(said: Saying, font: QFont, width: int, *, leads: bool) -> Places:
    """Lay a row out."""
    sizes = worn().sizes
    pill = (
        round(words_width(sized(font, sizes.small, QFont.Weight.DemiBold), said.status)) + _PILL if said.status else 0
    )
    end = width - SPACE.small - (_CHEVRON + _GAP if leads else 0)
    left = SPACE.small + _ICON + _GAP
    room = max(40, end - (pill + _GAP if pill else 0) - left)
    text = _high(sized(font, sizes.body, QFont.Weight.Medium), said.text, room)
    detail = _high(sized(font, sizes.small), said.detail, room) if said.detail else 0
    words = text + (detail + _BETWEEN if detail else 0)
    height = max(words, _ICON, sizes.small + 9 if pill else 0) + 2 * SPACE.small
    top = (height - words) // 2
    icon = SPACE.small if detail else (height - _ICON) // 2
    below = QRect(left, top + text + _BETWEEN, room, detail) if detail else QRect()
    return Places(QRect(left, top, room, text), below, pill, end, height, icon)


def _high(font: QFont, text: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, _HIGH), _WRAP, text).height()


class RowPen:
    """Paints the parts of one row, mirrored where reading begins at the right."""

    def __init__(self, painter: QPainter, font: QFont, at: Places, width: int, *, turned: bool) -> None:
        self._painter, self._font, self._at = painter, font, at
        self._width, self._turned = width, turned
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        self._side = side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute

    def icon(self, name: str, ink: str) -> None:
        """What it is about."""
        area = self._place(QRect(SPACE.small, self._at.icon, _ICON, _ICON))
        paint_icon(self._painter, name, getattr(worn().colours, ink), QRectF(area))

    def words(self, said: Saying) -> None:
        """The words, and the line below."""
        sizes = worn().sizes
        self._say(said.text, self._at.text, sized(self._font, sizes.body, QFont.Weight.Medium), "text")
        if said.detail:
            self._say(said.detail, self._at.detail, sized(self._font, sizes.small), "text_faint")

    def status(self, text: str, tone: Tone) -> None:
        """The pill, halfway up."""
        if not text:
            return
        front, back = TONES[tone]
        high = worn().sizes.small + 9
        area = self._place(QRect(self._at.end - self._at.pill, (self._at.height - high) // 2, self._at.pill, high))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour(back))
        self._painter.drawRoundedRect(QRectF(area), high / 2, high / 2)
        self._painter.setPen(colour(front))
        self._painter.setFont(sized(self._font, worn().sizes.small, QFont.Weight.DemiBold))
        self._painter.drawText(area, Qt.AlignmentFlag.AlignCenter, harmless(text))

    def chevron(self) -> None:
        """That it leads somewhere."""
        top = (self._at.height - _CHEVRON) // 2
        area = self._place(QRect(self._width - SPACE.small - _CHEVRON, top, _CHEVRON, _CHEVRON))
        name = "chevron-left" if self._turned else "chevron-right"
        paint_icon(self._painter, name, worn().colours.text_faint, QRectF(area))

    def _say(self, text: str, area: QRect, font: QFont, ink: str) -> None:
        self._painter.setFont(font)
        self._painter.setPen(colour(ink))
        draw_wrapped(self._painter, QRectF(self._place(area)), self._side, harmless(text))

    def _place(self, area: QRect) -> QRect:
        if not self._turned:
            return area
        return QRect(self._width - area.x() - area.width(), area.y(), area.width(), area.height())
