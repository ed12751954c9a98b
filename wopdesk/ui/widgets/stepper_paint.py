"""How the timeline is painted: the track first, circles above it, names and dates below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.fonts import sized, words_width
from wopdesk.ui.widgets.tick import paint_check

if TYPE_CHECKING:
    from wopdesk.ui.widgets.stepper import Step, Stepper, Stretch

_MIDDLE, _RADIUS, _HALO = 18.0, 11.0, 17.0
_TRACK_GAP = 5.0
_CENTRED = Qt.AlignmentFlag.AlignHCenter
_BEHIND = frozenset({"done", "passed"})
_THIN = frozenset({"passed", "ahead"})
_INKS = {"done": "accent", "passed": "accent", "current": "accent", "overdue": "bad", "ahead": "border_strong"}


def paint_steps(stepper: Stepper) -> None:
    """Paint what is in view."""
    painter = QPainter(stepper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view = stepper.stretch
    shown = range(view.first, min(len(stepper.steps), view.first + view.count))
    for index in shown:
        _paint_track(painter, stepper, view, index)
    for index in shown:
        step, x = stepper.steps[index], view.x(index)
        _paint_circle(painter, QPointF(x, _MIDDLE), step, index + 1)
        _paint_words(painter, stepper, QRectF(x - view.slot / 2, 0, view.slot, stepper.height()), step)
        if stepper.hasFocus() and index == stepper.at:
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(x - view.slot / 2 + 1, 1, view.slot - 2, stepper.height() - 2), 8, 8)
    painter.end()


def _paint_track(painter: QPainter, stepper: Stepper, view: Stretch, index: int) -> None:
    """From a step to the next; where steps are out of view, the track runs to the edge and is dotted."""
    last = len(stepper.steps) - 1
    way = -1 if view.from_right else 1
    x, away = view.x(index), _RADIUS + _TRACK_GAP
    pen = QPen(colour("accent" if stepper.steps[index].state in _BEHIND else "border_strong"), 2.0)
    if index < last and index < view.first + view.count - 1:
        painter.setPen(pen)
        painter.drawLine(QPointF(x + way * away, _MIDDLE), QPointF(view.x(index + 1) - way * away, _MIDDLE))
        return
    if index < last:
        _paint_dots(painter, pen, x + way * away, x + way * view.slot / 2)
    if index == view.first > 0:
        pen.setColor(colour("accent" if stepper.steps[index - 1].state in _BEHIND else "border_strong"))
        _paint_dots(painter, pen, x - way * away, x - way * view.slot / 2)


def _paint_dots(painter: QPainter, pen: QPen, start: float, end: float) -> None:
    dotted = QPen(pen)
    dotted.setCapStyle(Qt.PenCapStyle.RoundCap)
    dotted.setDashPattern([0.1, 3])
    painter.setPen(dotted)
    painter.drawLine(QPointF(start, _MIDDLE), QPointF(end, _MIDDLE))


def _paint_circle(painter: QPainter, centre: QPointF, step: Step, number: int) -> None:
    ink = colour(_INKS[step.state])
    if step.state in {"current", "overdue"}:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft" if step.state == "current" else "bad_soft"))
        painter.drawEllipse(centre, _HALO, _HALO)
    painter.setPen(QPen(ink, 1.6 if step.state in _THIN else 2.5))
    painter.setBrush(ink if step.state == "done" else colour("surface"))
    painter.drawEllipse(centre, _RADIUS, _RADIUS)
    if step.state == "done":
        paint_check(painter, centre, 1.15, "on_accent")
        return
    weight = QFont.Weight.Medium if step.state in _THIN else QFont.Weight.Bold
    painter.setFont(sized(painter.font(), 11 if step.state in _THIN else 12, weight))
    painter.setPen(
        colour({"ahead": "text_faint", "passed": "text_faint", "overdue": "bad"}.get(step.state, "accent_text"))
    )
    area = QRectF(centre.x() - _RADIUS, centre.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "–" if step.state == "passed" else str(number))


def hyphenated(name: str, font: QFont, width: float) -> str:
    """A name whose soft hyphens are used only where a word is too long; Inter has none to draw."""
    words = []
    for word in name.split(" "):
        whole = word.replace("\u00ad", "")
        words.append(whole if words_width(font, whole) <= width else word.replace("\u00ad", "-\n", 1))
    return " ".join(words).replace("\u00ad", "")


def _paint_words(painter: QPainter, stepper: Stepper, slot: QRectF, step: Step) -> None:
    sizes = worn().sizes
    weights = {"done": QFont.Weight.Medium, "passed": QFont.Weight.Normal, "ahead": QFont.Weight.Normal}
    font = sized(stepper.font(), sizes.small, weights.get(step.state, QFont.Weight.DemiBold))
    painter.setFont(font)
    painter.setPen(colour("text_soft" if step.state in _THIN else "text"))
    top = _MIDDLE + _RADIUS + 9
    area = QRectF(slot.left() + 3, top, slot.width() - 6, slot.height() - top - 19)
    painter.drawText(
        area, _CENTRED | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, hyphenated(step.name, font, area.width())
    )
    painter.setFont(sized(stepper.font(), sizes.tiny))
    painter.setPen(colour({"current": "accent_text", "overdue": "bad"}.get(step.state, "text_faint")))
    below = QRectF(slot.left(), slot.bottom() - 19, slot.width(), 19)
    painter.drawText(below, _CENTRED | Qt.AlignmentFlag.AlignVCenter, step.when)
