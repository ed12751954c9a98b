"""Charts and bars on paper: the marks of `wopdesk.drawing` painted on a page."""

from __future__ import annotations

from functools import singledispatch
from itertools import groupby

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from wopdesk.drawing import marks
from wopdesk.drawing.line import Plot, Series, line_chart
from wopdesk.reports.blocks import QUIET, WARN, Bar, Chart, Spark
from wopdesk.reports.fonts import MEDIUM, REGULAR, SEMI
from wopdesk.reports.single_line import Type, put
from wopdesk.reports.style import ACCENT, INK, MUTED, RULE, SKY, TONES, WHITE
from wopdesk.reports.words import Speech

_FONTS: dict[marks.Weight, str] = {"regular": REGULAR, "medium": MEDIUM, "semi": SEMI}
_INKS: dict[marks.Ink, Color] = {
    "muted": MUTED,
    "grid": RULE,
    "series": ACCENT,
    "area": SKY,
    "target": TONES[WARN][0],
    "surface": WHITE,
}
_PILL = 5.0
_LABEL = 36.0
"""Points that the name of a month needs below a chart."""


class Drawn(Flowable):
    """Something of a size that paints itself."""

    def __init__(self, width: float, height: float) -> None:
        """Take the size on paper in points."""
        super().__init__()
        self.width, self.height = width, height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """As large as it was made."""
        return self.width, self.height


class ChartFlowable(Drawn):
    """A line with its last value beside it, gaps where a month has no figure, and the target dashed."""

    def __init__(self, chart: Chart, width: float, height: float, say: Speech) -> None:
        """Take the chart, its size on paper in points and the language of its words."""
        super().__init__(width, height)
        self._chart, self._say = chart, say

    def draw(self) -> None:
        """Paint the marks one after another."""
        for mark in line_marks(self._chart, (self.width, self.height), self._say):
            paint(mark, self.canv)


def line_marks(chart: Chart, size: tuple[float, float], say: Speech) -> list[marks.Mark]:
    """The marks of a chart on a piece of paper."""
    series = Series(chart.labels, chart.values, chart.target, target_label=say("Target"))
    labels = max(2, int((size[0] - 104) / _LABEL))
    return line_chart(series, Plot(*size, most_labels=labels, from_right=say.from_right))


class BarFlowable(Drawn):
    """A share done as a bar, with a stroke where the plan is."""

    def __init__(self, value: Bar, width: float, *, from_right: bool = False, ground: Color | None = None) -> None:
        """Take the share, the width of the whole in points, and the colour of what is not done."""
        super().__init__(width, 11)
        self._value, self._from_right, self._ground = value, from_right, ground or TONES[QUIET][1]

    def draw(self) -> None:
        """Paint the whole, the share done, the mark of the plan."""
        canvas = self.canv
        (start, length), plan = bar_places(self._value, self.width, from_right=self._from_right)
        for x, width, colour in ((0.0, self.width, self._ground), (start, length, TONES[self._value.tone][0])):
            canvas.setFillColor(colour)
            if width:
                canvas.roundRect(x, 3, width, 5, 2.5, stroke=0, fill=1)
        if plan is not None:
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(1.1)
            canvas.line(plan, 0.6, plan, 10.4)


def bar_places(value: Bar, width: float, *, from_right: bool = False) -> tuple[tuple[float, float], float | None]:
    """Where the share done begins and how long it is, and where the plan is marked, all within the width."""
    done, planned = (None if share is None else min(100, max(0, share)) for share in (value.done, value.planned))
    length = max(_PILL, width * done / 100) if done else 0.0
    plan = None if planned is None else width * planned / 100
    if not from_right:
        return (0.0, length), plan
    return (width - length, length), None if plan is None else width - plan


class SparkFlowable(Drawn):
    """A line without axes, its last point marked and the target dashed."""

    def __init__(self, value: Spark, width: float, *, from_right: bool = False) -> None:
        """Take the values and the room in points."""
        super().__init__(width, 12)
        self._value, self._from_right = value, from_right

    def draw(self) -> None:
        """Paint the target, the line and its last point."""
        for mark in spark_marks(self._value, (self.width, self.height), from_right=self._from_right):
            paint(mark, self.canv)


def spark_marks(value: Spark, size: tuple[float, float], *, from_right: bool = False) -> list[marks.Mark]:
    """The marks of a small line."""
    known = [one for one in (*value.values, value.target) if one is not None]
    if not any(one is not None for one in value.values):
        return []
    low, high = min(known), max(known)
    step = (size[0] - 6) / max(1, len(value.values) - 1)

    def place(index: int, level: float) -> marks.Point:
        x = 3 + step * index
        return size[0] - x if from_right else x, 2 + (size[1] - 4) * (
            (level - low) / (high - low) if high > low else 0.5
        )

    runs = [
        [place(index, level) for index, level in group if level is not None]
        for known, group in groupby(enumerate(value.values), lambda one: one[1] is not None)
        if known
    ]
    found: list[marks.Mark] = []
    if value.target is not None:
        y = place(0, value.target)[1]
        found.append(marks.Line((3, y), (size[0] - 3, y), "target", 0.5, (2, 1.5)))
    found += [marks.Path(tuple(run), "series", 1.1) for run in runs if len(run) > 1]
    return [*found, marks.Dot(runs[-1][-1], 1.8, "series", "surface", 0.5)]


@singledispatch
def paint(mark: object, canvas: Canvas) -> None:
    """Paint one mark."""
    raise TypeError(f"no paint for {type(mark).__name__} on {canvas}")


@paint.register
def _line(mark: marks.Line, canvas: Canvas) -> None:
    canvas.setStrokeColor(_INKS[mark.ink])
    canvas.setLineWidth(mark.width)
    canvas.setDash(list(mark.dashes))
    canvas.line(*mark.start, *mark.end)
    canvas.setDash()


@paint.register
def _path(mark: marks.Path, canvas: Canvas) -> None:
    canvas.setStrokeColor(_INKS[mark.ink])
    canvas.setLineWidth(mark.width)
    canvas.setLineJoin(1)
    canvas.setLineCap(1)
    canvas.drawPath(_outline(mark.points, canvas), stroke=1, fill=0)
    canvas.setLineCap(0)


@paint.register
def _area(mark: marks.Area, canvas: Canvas) -> None:
    canvas.setFillColor(_INKS[mark.ink], 0.55)
    outline = _outline(mark.points, canvas)
    outline.close()
    canvas.drawPath(outline, stroke=0, fill=1)
    canvas.setFillAlpha(1)


@paint.register
def _dot(mark: marks.Dot, canvas: Canvas) -> None:
    canvas.setFillColor(_INKS[mark.ink])
    canvas.setStrokeColor(_INKS[mark.ring])
    canvas.setLineWidth(mark.ring_width)
    canvas.circle(*mark.centre, mark.radius, stroke=1, fill=1)


@paint.register
def _words(mark: marks.Words, canvas: Canvas) -> None:
    put(canvas, mark.text, mark.place, Type(_FONTS[mark.weight], mark.size, _INKS[mark.ink], mark.anchor))


def _outline(points: tuple[marks.Point, ...], canvas: Canvas) -> PDFPathObject:
    outline = canvas.beginPath()
    outline.moveTo(*points[0])
    for point in points[1:]:
        outline.lineTo(*point)
    return outline
