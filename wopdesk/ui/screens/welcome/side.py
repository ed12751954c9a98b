"""The welcome's side: whose program this is, where one is in the three steps, and what may be relied upon."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.fonts import sized
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.tick import paint_check
from wopdesk.ui.widgets.words import Words

WIDE, NARROW = 360, 288
_CIRCLE, _SLOT = 28, 52
TITLES = ("Who are you?", "Which office?", "How to begin")


class Side(QFrame):
    """The side."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(0)
        column.addLayout(_brand())
        column.addSpacing(44)
        column.addWidget(Words("Welcome to your desk", "title", wrap=True))
        column.addSpacing(SPACE.small)
        column.addWidget(_soft("Water Operators' Partnerships from the first request to the last report."))
        column.addSpacing(36)
        self.steps = Steps()
        column.addWidget(self.steps)
        column.addStretch()
        for picture, text in _PROMISES:
            column.addLayout(_promise(picture, text))
            column.addSpacing(SPACE.middle)

    def set_narrow(self, *, narrow: bool) -> None:
        """With less room beside the fields."""
        self.setFixedWidth(NARROW if narrow else WIDE)


_PROMISES = (
    ("cloud-off", "Works without internet."),
    ("lock", "Stays on this computer until you send it."),
    ("history", "Nothing that you type is ever lost."),
)


def _brand() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Picture("droplets", "focus_on_nav", 30))
    row.addWidget(Words("WOPDesk", "title"))
    row.addStretch()
    return row


def _promise(picture: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Picture(picture, "nav_faint", 17), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(_soft(text), 1)
    return row


def _soft(text: str) -> Words:
    words = Words(text, "hint", wrap=True)
    words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return words


class Steps(QWidget):
    """The three steps: done, here, to come. It is read, not pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """Show which step is open, from 0; with as many as there are, all are done."""
        self._current = number
        here = min(number, len(TITLES) - 1)
        self.setAccessibleName(tr("Step {number} of {total}", number=here + 1, total=len(TITLES)))
        self.setAccessibleDescription(tr(TITLES[here]))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _SLOT * (len(TITLES) - 1) + _CIRCLE + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - _CIRCLE / 2 - 1 if turned else _CIRCLE / 2 + 1
        for number in range(len(TITLES) - 1):
            top = number * _SLOT + _CIRCLE + 6
            painter.setPen(QPen(colour("nav_faint" if number < self._current else "nav_chosen"), 2))
            painter.drawLine(QPointF(x, top), QPointF(x, (number + 1) * _SLOT - 2))
        for number, title in enumerate(TITLES):
            centre = QPointF(x, number * _SLOT + _CIRCLE / 2 + 2)
            self._paint_circle(painter, centre, number)
            self._paint_title(painter, centre, number, tr(title))
        painter.end()

    def _paint_circle(self, painter: QPainter, centre: QPointF, number: int) -> None:
        here = number == self._current
        painter.setPen(QPen(colour("focus_on_nav" if here else "nav_faint"), 2 if here else 1.5))
        painter.setBrush(colour("nav_chosen" if number <= self._current else "nav"))
        painter.drawEllipse(centre, _CIRCLE / 2 - 1, _CIRCLE / 2 - 1)
        if number < self._current:
            paint_check(painter, centre, 1.15, "on_nav")
            return
        painter.setFont(sized(self.font(), worn().sizes.small, QFont.Weight.DemiBold))
        painter.setPen(colour("on_nav" if here else "nav_text"))
        square = QRectF(centre.x() - _CIRCLE / 2, centre.y() - _CIRCLE / 2, _CIRCLE, _CIRCLE)
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _paint_title(self, painter: QPainter, centre: QPointF, number: int, title: str) -> None:
        here = number == self._current
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        wide = self.width() - _CIRCLE - 16
        room = QRectF(0 if turned else _CIRCLE + 16, centre.y() - 16, wide, 32)
        painter.setFont(sized(self.font(), worn().sizes.body, QFont.Weight.DemiBold if here else QFont.Weight.Medium))
        painter.setPen(colour("on_nav" if here else "nav_text"))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, title)
