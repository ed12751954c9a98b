"""Charts as drawings, so that paper and screen show the same."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String
from reportlab.lib.colors import Color

from wopdesk.reports.blocks import QUIET, WARN, Bar, Chart
from wopdesk.reports.fonts import MEDIUM, REGULAR, SEMI
from wopdesk.reports.style import ACCENT, INK, MUTED, RULE, SKY, TONES, WHITE

_LEFT, _RIGHT, _TOP, _BOTTOM = 34.0, 70.0, 8.0, 20.0
_TICKS = 4
_Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class _Frame:
    """Where values and periods lie on the drawing."""

    width: float
    height: float
    count: int
    low: float
    high: float

    def x(self, index: int) -> float:
        span = self.width - _LEFT - _RIGHT
        return _LEFT + (span * index / (self.count - 1) if self.count > 1 else span / 2)

    def y(self, value: float) -> float:
        return _BOTTOM + (self.height - _BOTTOM - _TOP) * (value - self.low) / (self.high - self.low)

    @property
    def right(self) -> float:
        return self.width - _RIGHT


def line_chart(chart: Chart, width: float, height: float = 118) -> Drawing:
    """A line with its last value beside it, gaps where a month has no figure, and the target dashed."""
    known = [value for value in chart.values if value is not None]
    ticks = scale(*_ends([*known, *([] if chart.target is None else [chart.target])]))
    frame = _Frame(width, height, len(chart.labels), ticks[0], ticks[-1])
    drawing = Drawing(width, height)
    _add_grid(drawing, frame, ticks)
    step = math.ceil(len(chart.labels) / 12)
    for index, label in enumerate(chart.labels):
        if index % step == 0:
            drawing.add(_text((frame.x(index), 7), label, _Type(), "middle"))
    for run in _runs(chart.values, frame):
        _add_run(drawing, run)
    _add_ends(drawing, frame, known, chart.target)
    return drawing


def bar(value: Bar, width: float) -> Drawing:
    """A share done as a bar, with a stroke where the plan is."""
    drawing = Drawing(width, 11)
    drawing.add(_pill(width, TONES[QUIET][1]))
    done = min(100, max(0, value.done))
    if done:
        drawing.add(_pill(max(5, width * done / 100), TONES[value.tone][0]))
    if value.planned is not None:
        at = width * min(100, max(0, value.planned)) / 100
        drawing.add(Line(at, 0.8, at, 10.2, strokeColor=INK, strokeWidth=1.1))
    return drawing


def scale(low: float, high: float) -> list[float]:
    """Round values of an axis that holds both ends, about four steps of 1, 2, 2.5 or 5 times a power of ten."""
    raw = (high - low or abs(high) or 1) / _TICKS
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(times * power for times in (1, 2, 2.5, 5, 10) if times * power >= raw * 0.999)
    first = math.floor(low / step + 1e-9)
    last = max(first + 1, math.ceil(high / step - 1e-9))
    return [round(number * step, 10) for number in range(first, last + 1)]


def _pill(width: float, colour: Color) -> Rect:
    pill = Rect(0, 3, width, 5, rx=2.5, ry=2.5)
    pill.fillColor, pill.strokeColor = colour, None
    return pill


def _ends(values: Sequence[float]) -> tuple[float, float]:
    return (min(values), max(values)) if values else (0.0, 1.0)


def _add_grid(drawing: Drawing, frame: _Frame, ticks: Sequence[float]) -> None:
    for tick in ticks:
        y = frame.y(tick)
        drawing.add(Line(_LEFT, y, frame.right, y, strokeColor=RULE, strokeWidth=0.5))
        drawing.add(_text((_LEFT - 5, y - 2.4), f"{tick:g}", _Type(), "end"))


def _runs(values: Sequence[float | None], frame: _Frame) -> list[list[tuple[float, float]]]:
    """Points of the line, cut where a value is missing."""
    runs: list[list[tuple[float, float]]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((frame.x(index), frame.y(value)))
    return [run for run in runs if run]


def _add_run(drawing: Drawing, run: Sequence[tuple[float, float]]) -> None:
    flat = [place for point in run for place in point]
    if len(run) > 1:
        area = [run[0][0], _BOTTOM, *flat, run[-1][0], _BOTTOM]
        drawing.add(Polygon(area, fillColor=SKY, fillOpacity=0.55, strokeColor=None))
        drawing.add(PolyLine(flat, strokeColor=ACCENT, strokeWidth=1.7, strokeLineJoin=1, strokeLineCap=1))
    for x, y in run:
        drawing.add(Circle(x, y, 1.9, fillColor=ACCENT, strokeColor=WHITE, strokeWidth=0.6))


def _add_ends(drawing: Drawing, frame: _Frame, known: Sequence[float], target: float | None) -> None:
    """The last value and the target, written beside the chart and kept apart."""
    beside = frame.right + 6
    last_y = frame.y(known[-1]) if known else None
    if known and last_y is not None:
        drawing.add(_text((beside, last_y - 2.4), f"{known[-1]:g}", _Type(7.4, SEMI, ACCENT)))
    if target is None:
        return
    y, colour = frame.y(target), TONES[WARN][0]
    drawing.add(Line(_LEFT, y, frame.right, y, strokeColor=colour, strokeWidth=0.9, strokeDashArray=[3, 2]))
    near = last_y is not None and abs(y - last_y) < 9  # noqa: PLR2004 - the height of a line of type
    shifted = y + (9 if last_y is not None and y >= last_y else -9) if near else y
    drawing.add(_text((beside, shifted - 2.4), f"Target {target:g}", _Type(7, MEDIUM, colour)))


@dataclass(frozen=True)
class _Type:
    """How words on a chart look."""

    size: float = 6.8
    font: str = REGULAR
    colour: Color = MUTED


def _text(place: tuple[float, float], text: str, look: _Type, anchor: _Anchor = "start") -> String:
    words: dict[str, Any] = {"fontName": look.font, "fontSize": look.size, "fillColor": look.colour}
    return String(*place, text, textAnchor=anchor, **words)
