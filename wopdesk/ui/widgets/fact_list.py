"""Facts below a heading: what was asked at the start of each line, what is answered behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from wopdesk.ui.foreign import harmless
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour
from wopdesk.ui.theme.fonts import sized
from wopdesk.ui.theme.tokens import SPACE

_ASKED, _GAP, _LEAST = 260, SPACE.large, 120
"""How wide what was asked may become, what lies between, and how wide the answer must stay, in pixels."""
_ABOVE, _RULE = SPACE.small, 1 + SPACE.tiny
"""The room above the heading, and of the line below it."""
_WIDE, _HIGH = 480, 16_000
_KNOWN = 2_000
"""So many heights are remembered at most, as while a window is drawn wider step by step."""


class Line(NamedTuple):
    """One fact: what was asked, and what is answered."""

    asked: str
    answered: str


class FactList(QWidget):
    """Paints a heading and its facts; not put together from labels, because a review shows a hundred at once."""

    def __init__(self, title: str = "", lines: Sequence[Line] = ()) -> None:
        super().__init__()
        self._title, self._lines = "", list[Line]()
        self._laid: dict[int, list[int]] = {}
        self._high: dict[tuple[str, int], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_facts(title, lines)

    def show_facts(self, title: str, lines: Sequence[Line]) -> None:
        """Tell these; what was told already is not measured again."""
        before = self._title, self._lines
        self._title = harmless(title)
        self._lines = [Line(harmless(one.asked), harmless(one.answered)) for one in lines]
        if (self._title, self._lines) != before:
            self._laid = {}
            self.setAccessibleName(self._title)
            self.setAccessibleDescription("\n".join(f"{asked}: {answered}" for asked, answered in self._lines))
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDE, self.heightForWidth(_WIDE))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_ASKED + _GAP + _LEAST, 0)

    @override
    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width)) + SPACE.tiny * len(self._lines) + _ABOVE + _RULE

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        way = _way(turned=turned)
        title, *areas = self._areas()
        painter.setFont(self._strong())
        painter.setPen(colour("text"))
        painter.drawText(QRectF(title), self._title, way)
        painter.fillRect(0, title.bottom() + SPACE.tiny, self.width(), 1, colour("grid"))
        painter.setFont(self.font())
        for line, area in zip(self._lines, areas, strict=True):
            if area.intersects(event.rect()):
                asked, answered = _halves(area, turned=turned)
                painter.setPen(colour("text_soft"))
                painter.drawText(QRectF(asked), line.asked, way)
                painter.setPen(colour("text"))
                painter.drawText(QRectF(answered), line.answered, way)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._laid, self._high = {}, {}
            self.updateGeometry()
        super().changeEvent(event)

    def _strong(self) -> QFont:
        return sized(self.font(), self.font().pixelSize(), QFont.Weight.DemiBold)

    def _areas(self) -> Iterator[QRect]:
        """Of the heading, then of each fact."""
        top, below = _ABOVE, _RULE
        for height in self._heights(self.width()):
            yield QRect(0, top, self.width(), height)
            top, below = top + height + SPACE.tiny + below, 0

    def _heights(self, width: int) -> list[int]:
        """Of the heading, then of each fact, in pixels."""
        if width not in self._laid:
            asked, answered = _halves(QRect(0, 0, width, _HIGH), turned=False)
            metrics = self.fontMetrics()
            title = _high(QFontMetrics(self._strong()), self._title, QRect(0, 0, width, _HIGH))
            facts = [
                max(self._measured(metrics, one.asked, asked), self._measured(metrics, one.answered, answered))
                for one in self._lines
            ]
            self._laid[width] = [title, *facts]
        return self._laid[width]

    def _measured(self, metrics: QFontMetrics, text: str, area: QRect) -> int:
        """How high words are, each measured once for each width."""
        at = text, area.width()
        if at not in self._high:
            if len(self._high) >= _KNOWN:
                self._high = {}
            self._high[at] = _high(metrics, text, area)
        return self._high[at]


def _halves(area: QRect, *, turned: bool) -> tuple[QRect, QRect]:
    """The room of what was asked and of what is answered, mirrored where reading begins at the right."""
    asked = QRect(area.x(), area.y(), _ASKED, area.height())
    answered = area.adjusted(_ASKED + _GAP, 0, 0, 0)
    if turned:
        asked.moveRight(area.right())
        answered.moveLeft(area.left())
    return asked, answered


def _high(metrics: QFontMetrics, text: str, area: QRect) -> int:
    return metrics.boundingRect(area, int(Qt.TextFlag.TextWordWrap), text).height()


def _way(*, turned: bool) -> QTextOption:
    """How words run: from the side where reading begins on the screen, each in the direction of its letters."""
    side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
    way = QTextOption(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute)
    way.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    way.setWrapMode(QTextOption.WrapMode.WordWrap)
    return way
