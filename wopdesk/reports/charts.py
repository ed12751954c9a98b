"""Charts and bars on paper: the marks of `wopdesk.drawing` as shapes of a PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, Shape, String
from reportlab.lib.colors import Color

from wopdesk.drawing import marks
from wopdesk.drawing.line import Plot, Series
from wopdesk.drawing.line import line_chart as line_marks
from wopdesk.reports.blocks import QUIET, WARN, Bar, Chart
from wopdesk.reports.fonts import MEDIUM, REGULAR, SEMI
from wopdesk.reports.style import ACCENT, INK, MUTED, RULE, SKY, TONES, WHITE

_FONTS: dict[marks.Weight, str] = {"regular": REGULAR, "medium": MEDIUM, "semi": SEMI}
_INKS: dict[marks.Ink, Color] = {
    "muted": MUTED,
    "grid": RULE,
    "series": ACCENT,
    "area": SKY,
    "target": TONES[WARN][0],
    "surface": WHITE,
}


def line_chart(chart: Chart, width: float, height: float = 118) -> Drawing:
    """A line with its last value beside it, gaps where a month has no figure, and the target dashed."""
    drawing = Drawing(width, height)
    for mark in line_marks(Series(chart.labels, chart.values, chart.target), Plot(width, height)):
        drawing.add(_SHAPES[type(mark)](mark))
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


def _pill(width: float, colour: Color) -> Rect:
    pill = Rect(0, 3, width, 5, rx=2.5, ry=2.5)
    pill.fillColor, pill.strokeColor = colour, None
    return pill


def _line(mark: marks.Line) -> Line:
    look: dict[str, Any] = {"strokeDashArray": list(mark.dashes)} if mark.dashes else {}
    return Line(*mark.start, *mark.end, strokeColor=_INKS[mark.ink], strokeWidth=mark.width, **look)


def _path(mark: marks.Path) -> PolyLine:
    look: dict[str, Any] = {"strokeColor": _INKS[mark.ink], "strokeWidth": mark.width}
    return PolyLine(_flat(mark.points), strokeLineJoin=1, strokeLineCap=1, **look)


def _area(mark: marks.Area) -> Polygon:
    return Polygon(_flat(mark.points), fillColor=_INKS[mark.ink], fillOpacity=0.55, strokeColor=None)


def _dot(mark: marks.Dot) -> Circle:
    look: dict[str, Any] = {"strokeColor": _INKS[mark.ring], "strokeWidth": mark.ring_width}
    return Circle(*mark.centre, mark.radius, fillColor=_INKS[mark.ink], **look)


def _words(mark: marks.Words) -> String:
    look: dict[str, Any] = {
        "fontName": _FONTS[mark.weight],
        "fontSize": mark.size,
        "fillColor": _INKS[mark.ink],
        "textAnchor": mark.anchor,
    }
    return String(*mark.place, mark.text, **look)


def _flat(points: tuple[marks.Point, ...]) -> list[float]:
    return [place for point in points for place in point]


_SHAPES: dict[type[marks.Mark], Callable[[Any], Shape]] = {
    marks.Line: _line,
    marks.Path: _path,
    marks.Area: _area,
    marks.Dot: _dot,
    marks.Words: _words,
}
"""Tags are the screen's: on paper the last value stands beside the chart."""
