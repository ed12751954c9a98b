"""The line chart: a line with its last value written, gaps where a period has no figure, the target dashed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wopdesk.drawing.marks import Anchor, Area, Dot, Line, Mark, Path, Point, Tag, Words
from wopdesk.drawing.scale import figure, scale

_SWAPPED: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


@dataclass(frozen=True)
class Series:
    """What is shown: a value for each period, or None for a gap; the target, and how the last value and it are said."""

    labels: tuple[str, ...]
    values: tuple[float | None, ...]
    target: float | None = None
    unit: str = ""
    target_label: str = "Target"

    @property
    def known(self) -> list[float]:
        """The values that are there, in order."""
        return [value for value in self.values if value is not None]


@dataclass(frozen=True)
class Plot:
    """The room of a chart and the measures of its type.

    Attributes:
        width: Of the drawing.
        height: Of the drawing.
        margins: Left, right, top and bottom of the field of values.
        type_size: Of the words on the axes.
        most_labels: How many periods can be written below.
        beside: Whether last value and target are written beside the field (paper) or in it (screen).
        dot: Radius of the dots, 0 for one at the chosen value only.
        from_right: Whether time runs from right to left.
    """

    width: float
    height: float
    margins: tuple[float, float, float, float] = (34.0, 70.0, 8.0, 20.0)
    type_size: float = 6.8
    most_labels: int = 12
    beside: bool = True
    dot: float = 1.9
    from_right: bool = False


@dataclass(frozen=True)
class Frame:
    """Where values and periods lie on the drawing, before it is mirrored."""

    plot: Plot
    count: int
    low: float
    high: float

    @property
    def left(self) -> float:
        """Where the field begins."""
        return self.plot.margins[0]

    @property
    def right(self) -> float:
        """Where the field ends."""
        return self.plot.width - self.plot.margins[1]

    @property
    def bottom(self) -> float:
        """Where the lowest value lies."""
        return self.plot.margins[3]

    def x(self, index: int) -> float:
        """Of a period."""
        span = self.right - self.left
        return self.left + (span * index / (self.count - 1) if self.count > 1 else span / 2)

    def y(self, value: float) -> float:
        """Of a value."""
        field = self.plot.height - self.bottom - self.plot.margins[2]
        return self.bottom + field * (value - self.low) / (self.high - self.low)


def line_chart(series: Series, plot: Plot, chosen: int | None = None) -> list[Mark]:
    """The marks of a chart, in the order in which they are painted.

    Args:
        series: What is shown.
        plot: The room it has.
        chosen: The period pointed at; the last one with a value, if None or without value.
    """
    frame, ticks = _frame(series, plot)
    marks = [*_grid(frame, ticks), *_periods(series.labels, frame)]
    for run in _runs(series.values, frame):
        marks += _run(run, frame)
    marks += _ends_beside(series, frame) if plot.beside else _ends_within(series, frame, chosen)
    return [_mirrored(mark, plot.width) for mark in marks] if plot.from_right else marks


def nearest(series: Series, plot: Plot, x: float) -> int:
    """The period that lies nearest to a place."""
    frame, _ = _frame(series, plot)
    place = plot.width - x if plot.from_right else x
    return min(range(len(series.labels)), key=lambda index: abs(frame.x(index) - place))


def _frame(series: Series, plot: Plot) -> tuple[Frame, list[float]]:
    every = [*series.known, *([] if series.target is None else [series.target])] or [0.0, 1.0]
    ticks = scale(min(every), max(every))
    return Frame(plot, len(series.labels), ticks[0], ticks[-1]), ticks


def _grid(frame: Frame, ticks: Sequence[float]) -> list[Mark]:
    marks: list[Mark] = []
    size = frame.plot.type_size
    for tick in ticks:
        y = frame.y(tick)
        marks.append(Line((frame.left, y), (frame.right, y), "grid", size / 13.6))
        marks.append(Words((frame.left - size * 0.74, y - size * 0.35), figure(tick), size, anchor="end"))
    return marks


def _periods(labels: Sequence[str], frame: Frame) -> list[Mark]:
    size, last = frame.plot.type_size, len(labels) - 1
    step = math.ceil(len(labels) / frame.plot.most_labels)
    return [
        Words((frame.x(index), size), label, size, anchor="middle")
        for index, label in enumerate(labels)
        if (last - index) % step == 0
    ]


def _runs(values: Sequence[float | None], frame: Frame) -> list[list[Point]]:
    """Points of the line, cut where a value is missing."""
    runs: list[list[Point]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((frame.x(index), frame.y(value)))
    return [run for run in runs if run]


def _run(run: Sequence[Point], frame: Frame) -> list[Mark]:
    marks: list[Mark] = []
    size = frame.plot.type_size
    if len(run) > 1:
        below: tuple[Point, ...] = ((run[-1][0], frame.bottom), (run[0][0], frame.bottom))
        marks.append(Area((*run, *below), "area"))
        marks.append(Path(tuple(run), "series", size / 4))
    if frame.plot.dot or len(run) == 1:
        marks += [Dot(point, frame.plot.dot or 2.5, "series", "surface", 0.6) for point in run]
    return marks


def _target(series: Series, frame: Frame) -> list[Mark]:
    if series.target is None:
        return []
    y, size = frame.y(series.target), frame.plot.type_size
    return [Line((frame.left, y), (frame.right, y), "target", size / 7.5, (size * 0.44, size * 0.3))]


def _ends_beside(series: Series, frame: Frame) -> list[Mark]:
    """The last value and the target, written beside the field and kept apart."""
    marks: list[Mark] = []
    size, beside, known = frame.plot.type_size, frame.right + 6, series.known
    last_y = frame.y(known[-1]) if known else None
    if last_y is not None:
        words = figure(known[-1]) + series.unit
        marks.append(Words((beside, last_y - size * 0.35), words, size * 1.09, "series", "semi"))
    if series.target is None:
        return marks
    y, line = frame.y(series.target), size * 1.33
    shift = 0.0
    if last_y is not None and abs(y - last_y) < line:
        shift = line if y >= last_y else -line
    place = (beside, y + shift - size * 0.35)
    return [*marks, *_target(series, frame), Words(place, _target_words(series), size, "target", "medium")]


def _ends_within(series: Series, frame: Frame, chosen: int | None) -> list[Mark]:
    """The target below its line, and a tag at the chosen value."""
    marks, size = _target(series, frame), frame.plot.type_size
    if series.target is not None:
        line = frame.y(series.target)
        y = line + size * 0.5 if line - frame.bottom < 2 * size else line - size * 1.25
        marks.append(Words((frame.left + 2, y), _target_words(series), size, "target", "semi"))
    filled = [index for index, value in enumerate(series.values) if value is not None]
    if not filled:
        return marks
    index = chosen if chosen in filled else filled[-1]
    value = series.values[index]
    if value is not None:
        point = (frame.x(index), frame.y(value))
        marks += [
            Dot(point, size / 2, "series", "surface", size / 5.5),
            Tag(point, figure(value) + series.unit, size * 1.09),
        ]
    return marks


def _target_words(series: Series) -> str:
    """The target with its name; beside Urdu, figure and unit keep their order (Unicode's left-to-right isolate)."""
    said = f"{figure(series.target or 0)}{series.unit}"
    if series.unit and not series.target_label.isascii():
        said = f"\u2066{said}\u2069"
    return f"{series.target_label} {said}"


def _mirrored(mark: Mark, width: float) -> Mark:
    """The same mark as seen in a mirror; the words themselves are not turned."""
    match mark:
        case Line():
            return replace(mark, start=_turned(mark.start, width), end=_turned(mark.end, width))
        case Path() | Area():
            return replace(mark, points=tuple(_turned(point, width) for point in mark.points))
        case Dot():
            return replace(mark, centre=_turned(mark.centre, width))
        case Words():
            return replace(mark, place=_turned(mark.place, width), anchor=_SWAPPED[mark.anchor])
        case Tag():
            return replace(mark, point=_turned(mark.point, width))


def _turned(point: Point, width: float) -> Point:
    return width - point[0], point[1]
