"""A check box that is painted with the theme's colours at every resolution."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QWidget

from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour
from wopdesk.ui.theme.fonts import words_width

_BOX, _GAP, _HEIGHT = 18, 10, 28


class Tick(QCheckBox):
    """A check box with a label."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.bad = False

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self.setShortcut(QKeySequence())  # "R&D" is no key

    @override
    def sizeHint(self) -> QSize:
        room = round(words_width(self.font(), self.text())) + _GAP + 6 if self.text() else 0
        return QSize(_BOX + 6 + room, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - _BOX - 3 if turned else 3
        box = QRectF(left + 0.5, (self.height() - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        self._paint_box(painter, box)
        words = QRectF(self.rect()).adjusted(0, 0, -_BOX - _GAP - 3, 0)
        if not turned:
            words.translate(_BOX + _GAP + 3, 0)
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        painter.setPen(colour("text" if self.isEnabled() else "text_faint"))
        painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, self.text())
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        on = self.isChecked()
        edge = "bad" if self.bad else "accent" if on else "control"
        fill = ("accent" if self.isEnabled() else "text_faint") if on else "bad_soft" if self.bad else "surface"
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 6, 6)
        painter.setPen(QPen(colour(edge if self.isEnabled() else "border_strong"), 1))
        painter.setBrush(colour(fill if self.isEnabled() or on else "sunken"))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            paint_check(painter, box.center(), 1.2, "on_accent")


def paint_check(painter: QPainter, centre: QPointF, scale: float, ink: str) -> None:
    """A check mark around a centre."""
    pen = QPen(colour(ink), 1.7 * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = ((-3.6, 0.2), (-1.0, 2.8), (4.0, -2.8))
    painter.drawPolyline(QPolygonF([centre + QPointF(x * scale, y * scale) for x, y in corners]))
