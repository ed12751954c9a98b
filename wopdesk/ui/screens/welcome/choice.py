"""One of a few ways, as a row with its icon, its name and what it means. Arrow keys move, the space bar takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.fonts import sized
from wopdesk.ui.theme.icons import paint_icon
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.wrapped import draw_wrapped

_PAD, _CIRCLE, _ICON, _GAP = 14, 18, 20, 14
_WORDS = _PAD + _CIRCLE + _GAP + _ICON + _GAP
_ROUND, _DASHES = 10, (3.0, 2.5)
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class Option:
    """A choice: its value, its icon, and texts of the desk that name and explain it."""

    value: str
    picture: str
    title: str
    text: str


class Choices(QWidget):
    """Choices below one another; `taken` tells the value."""

    taken = Signal(str)

    def __init__(self, name: str, options: Sequence[Option]) -> None:
        """With a text of the desk that says what is chosen."""
        super().__init__()
        self.setAccessibleName(tr(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, ChoiceButton] = {}
        for option in options:
            button = ChoiceButton(option)
            button.clicked.connect(lambda _on, value=option.value: self.taken.emit(value))
            self._group.addButton(button)
            self.buttons[option.value] = button
            column.addWidget(button)

    def take(self, value: str) -> None:
        """Show what is taken, without telling."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)


class ChoiceButton(QRadioButton):
    """One row. Painted, since Qt's own button has no second line."""

    def __init__(self, option: Option) -> None:
        super().__init__()
        self._option = option
        self._title, self._text = tr(option.title), tr(option.text)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(self._text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _fonts(self) -> tuple[QFont, QFont]:
        sizes = worn().sizes
        return sized(self.font(), sizes.body, QFont.Weight.DemiBold), sized(self.font(), sizes.small)

    def _text_height(self, width: int) -> int:
        room = QRectF(0, 0, max(80, width - _WORDS - _PAD), 1000).toRect()
        return QFontMetrics(self._fonts()[1]).boundingRect(room, _WRAP, self._text).height()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        title = QFontMetrics(self._fonts()[0]).height()
        return 2 * (_PAD - 3) + title + 2 + self._text_height(width)

    @override
    def sizeHint(self) -> QSize:
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 560
        return QSize(320, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle = self.height() / 2
        self._paint_circle(painter, QPointF(self._from_start(_PAD + _CIRCLE / 2, turned=turned), middle))
        left = self._from_start(_PAD + _CIRCLE + _GAP + (_ICON if turned else 0), turned=turned)
        ink = colour("accent" if self.isChecked() else "text_soft").name()
        paint_icon(painter, self._option.picture, ink, QRectF(left, middle - _ICON / 2, _ICON, _ICON))
        self._paint_words(painter, turned=turned)
        painter.end()

    def _from_start(self, distance: float, *, turned: bool) -> float:
        return self.width() - distance if turned else distance

    def _paint_card(self, painter: QPainter) -> None:
        edge = "accent" if self.isChecked() else "border_strong" if self.underMouse() else "border"
        painter.setPen(QPen(colour(edge), 1.0))
        painter.setBrush(colour("accent_soft" if self.isChecked() else "surface"))
        painter.drawRoundedRect(_inside(self, 0.5), _ROUND, _ROUND)
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_focus(self, painter: QPainter) -> None:
        """Dashes within the edge: where the keyboard is, is not yet what is chosen."""
        pen = QPen(colour("focus"), 2.0)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_inside(self, 4.0), _ROUND - 3, _ROUND - 3)

    def _paint_circle(self, painter: QPainter, centre: QPointF) -> None:
        painter.setPen(QPen(colour("accent" if self.isChecked() else "control"), 2 if self.isChecked() else 1.5))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(centre, _CIRCLE / 2 - 1, _CIRCLE / 2 - 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(centre, 4, 4)

    def _paint_words(self, painter: QPainter, *, turned: bool) -> None:
        title, text = self._fonts()
        wide = self.width() - _WORDS - _PAD
        left = _PAD if turned else _WORDS
        side = (Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute
        top = _PAD - 3
        high = QFontMetrics(title).height()
        painter.setFont(title)
        painter.setPen(colour("text"))
        painter.drawText(QRectF(left, top, wide, high), side | Qt.AlignmentFlag.AlignTop, self._title)
        painter.setFont(text)
        painter.setPen(colour("text_soft"))
        room = QRectF(left, top + high + 2, wide, self.height())
        draw_wrapped(painter, room, side | Qt.AlignmentFlag.AlignTop, self._text)


def _inside(button: QWidget, distance: float) -> QRectF:
    return QRectF(button.rect()).adjusted(distance, distance, -distance, -distance)
