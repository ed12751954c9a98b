"""Charts on the screen: the marks of `wopdesk.drawing`, painted with the theme's colours."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from wopdesk.drawing import marks
from wopdesk.drawing.line import Plot, Series, line_chart, nearest
from wopdesk.drawing.scale import figure
from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.fonts import sized, words_width

_INKS: dict[marks.Ink, str] = {
    "muted": "text_faint",
    "grid": "grid",
    "series": "accent",
    "area": "accent",
    "target": "warn",
    "surface": "surface",
}
_WEIGHTS = {"regular": QFont.Weight.Normal, "medium": QFont.Weight.Medium, "semi": QFont.Weight.DemiBold}


class LineChart(QWidget):
    """A line over periods. Left and right, or the pointer, choose the period whose value is shown."""

    def __init__(self, title: str, series: Series) -> None:
        super().__init__()
        self._title, self._series = title, series
        self._chosen: int | None = None
        self.setMinimumHeight(176)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._describe()

    def show_series(self, title: str, series: Series) -> None:
        """Show other values."""
        self._title, self._series, self._chosen = title, series, None
        self._describe()
        self.update()

    def _describe(self) -> None:
        pairs = zip(self._series.labels, self._series.values, strict=True)
        said = [f"{label} {tr('no figure') if value is None else self._figure(value)}" for label, value in pairs]
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(", ".join(said))

    def _figure(self, value: float) -> str:
        return figure(value) + self._series.unit

    def _plot(self) -> Plot:
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        size = worn().sizes.tiny
        room = Plot(self.width(), self.height(), (32, 18, 12, 30), size, beside=False, dot=0, from_right=turned)
        return replace(room, most_labels=max(2, self.width() // 48))

    def _choose(self, index: int | None) -> None:
        if index != self._chosen:
            self._chosen = index
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = _Pen(painter, self.width(), self.height())
        for mark in line_chart(self._series, self._plot(), self._chosen):
            pen.draw(mark)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(nearest(self._series, self._plot(), event.position().x()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._choose(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        move = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward}.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        last = len(self._series.labels) - 1
        self._choose(max(0, min(last, (last if self._chosen is None else self._chosen) + move)))


class _Pen:
    """Paints marks; their y grows upwards, a screen's downwards."""

    def __init__(self, painter: QPainter, width: float, height: float) -> None:
        self._painter, self._width, self._height = painter, width, height
        self._font = painter.font()

    def draw(self, mark: marks.Mark) -> None:
        match mark:
            case marks.Line():
                self._painter.setPen(self._stroke(mark.ink, mark.width, mark.dashes))
                start, end = self._place(mark.start), self._place(mark.end)
                if mark.ink == "grid":
                    start.setY(round(start.y()) + 0.5)
                    end.setY(start.y())
                self._painter.drawLine(start, end)
            case marks.Path():
                self._painter.setPen(self._stroke(mark.ink, max(2.0, mark.width)))
                self._painter.setBrush(Qt.BrushStyle.NoBrush)
                self._painter.drawPolyline(QPolygonF([self._place(point) for point in mark.points]))
            case marks.Area():
                self._area(mark)
            case marks.Dot():
                self._painter.setPen(QPen(colour(_INKS[mark.ring]), mark.ring_width))
                self._painter.setBrush(colour(_INKS[mark.ink]))
                self._painter.drawEllipse(self._place(mark.centre), mark.radius, mark.radius)
            case marks.Words():
                self._words(mark)
            case marks.Tag():
                self._tag(mark)

    def _place(self, point: marks.Point) -> QPointF:
        return QPointF(point[0], self._height - point[1])

    def _stroke(self, ink: marks.Ink, width: float, dashes: tuple[float, ...] = ()) -> QPen:
        pen = QPen(colour(_INKS[ink]), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashes else Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashes:
            pen.setDashPattern([dash / width for dash in dashes])
        return pen

    def _area(self, mark: marks.Area) -> None:
        outline = QPolygonF([self._place(point) for point in mark.points])
        box = outline.boundingRect()
        fade = QLinearGradient(0, box.top(), 0, box.bottom())
        for at, strength in ((0.0, 56), (1.0, 0)):
            ink = QColor(colour(_INKS[mark.ink]))
            ink.setAlpha(strength)
            fade.setColorAt(at, ink)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QBrush(fade))
        self._painter.drawPolygon(outline)

    def _words(self, mark: marks.Words) -> None:
        font = sized(self._font, round(mark.size), _WEIGHTS[mark.weight])
        width = words_width(font, mark.text)
        place = self._place(mark.place)
        left = place.x() - {"start": 0.0, "middle": width / 2, "end": width}[mark.anchor]
        place.setX(min(max(left, 0.0), max(0.0, self._width - width)))
        self._painter.setFont(font)
        self._painter.setPen(colour(_INKS[mark.ink]))
        self._painter.drawText(place, mark.text)

    def _tag(self, mark: marks.Tag) -> None:
        font = sized(self._font, round(mark.size), QFont.Weight.DemiBold)
        text = from_left(mark.text)
        width, point = words_width(font, text) + 14, self._place(mark.point)
        left = min(max(point.x() - width / 2, 2.0), self._width - width - 2)
        above = point.y() - 33
        box = QRectF(left, above if above >= 0 else point.y() + 11, width, 22)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour("text"))
        self._painter.drawRoundedRect(box, 6, 6)
        self._painter.setFont(font)
        self._painter.setPen(colour("surface"))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
