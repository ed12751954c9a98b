"""Places: areas, distances and fences of points written as `latitude longitude altitude accuracy`, ODK's formulas.

Points come as nodes, one each, or as one text with semicolons between them: a trace, or a shape whose last point is
its first. The earth is a ball here, of its radius at the equator; altitude counts for nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from wopdesk.xlsform.answers import MOST_POINTS
from wopdesk.xlsform.functions.registry import function
from wopdesk.xlsform.mismatch import Mismatch
from wopdesk.xlsform.values import anything, number, string, texts

_RADIUS = 6_378_100.0
_LEAST_OF_A_SHAPE = 3
_NEGLIGIBLE = 1e-12
_MOST_LOOKS, _LOOKS_OF_NEAR = 3_000_000, 30
"""How often two lines are looked at; whether two near ones meet takes as long as finding that thirty are far."""


class Point(NamedTuple):
    """A place on the earth, in degrees."""

    latitude: float
    longitude: float


class Line(NamedTuple):
    """A straight way between two places."""

    start: Point
    end: Point

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Between which longitudes and latitudes it lies: west, east, south, north."""
        (south, west), (north, east) = map(min, zip(*self, strict=True)), map(max, zip(*self, strict=True))
        return west, east, south, north


@function("area", "number", anything)
def area(shape: object) -> float:
    """The square metres inside a shape, or inside points in their order."""
    written = _written([shape])
    return _enclosed([_point(text) for text in written]) if len(written) >= _LEAST_OF_A_SHAPE else 0.0


@function("enclosed-area", "number", anything)
def enclosed_area(shape: object) -> float:
    """The older name of `area`."""
    return area(shape)


@function("distance", "number", anything, rest=anything)
def distance(*places: object) -> float:
    """The metres along a trace, or from point to point in their order, to the centimetre."""
    points = [_point(text) for text in _written(places)]
    return round(math.fsum(_metres(start, end) for start, end in pairwise(points)), 2)


@function("geofence", "truth", string, string)
def geofence(place: str, fence: str) -> bool:
    """Whether a point lies in a shape; a shape that does not end where it began is none (ray casting, PNPOLY)."""
    written = _written([fence])
    if not place.strip() or len(written) < _LEAST_OF_A_SHAPE:
        return False
    here, corners = _point(place), [_point(text) for text in written]
    crossed = sum(_is_crossed(here, start, end) for start, end in pairwise(corners))
    return corners[0] == corners[-1] and crossed % 2 == 1


@function("intersects", "truth", anything)
def intersects(line: object) -> bool:
    """Whether a trace or the outline of a shape crosses or touches itself."""
    points = [_point(text) for text in _written([line])]
    lines = [Line(start, end) for start, end in pairwise(points) if start != end]
    closed = len(lines) > 1 and lines[0].start == lines[-1].end
    return any(
        _turns_back(*lines[before], lines[after].end) if after == before + 1 else _meet(lines[before], lines[after])
        for before, after in _near(lines)
        if not (closed and before == 0 and after == len(lines) - 1)
    )


def _near(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Places of lines beside or over each other, as only those can meet. They are passed from west to east.

    Raises:
        Mismatch: So many lie over each other that looking at all of them would take long.
    """
    left, passing, boxes = _MOST_LOOKS, list[int](), [line.box for line in lines]
    for one in sorted(range(len(lines)), key=boxes.__getitem__):
        west, _, south, north = boxes[one]
        passing = [other for other in passing if boxes[other][1] >= west]
        near = [other for other in passing if boxes[other][2] <= north and south <= boxes[other][3]]
        left -= len(passing) + _LOOKS_OF_NEAR * len(near)
        if left < 0:
            raise Mismatch("a line that crosses over itself so often is none that anybody walked")
        yield from ((min(one, other), max(one, other)) for other in near)
        passing.append(one)


def _written(places: Sequence[object]) -> list[str]:
    """The points of nodes and texts, each as written.

    Raises:
        Mismatch: There are more than any walk or map of a town has.
    """
    known = texts(places)
    if sum(text.count(";") for text in known) >= MOST_POINTS:
        raise Mismatch(f"there are more than {MOST_POINTS} points")
    return [point.strip() for text in known for point in text.split(";") if point.strip()]


def _point(text: str) -> Point:
    """A point as written.

    Raises:
        Mismatch: It is none.
    """
    parts = [number(part) for part in text.split()]
    if not 2 <= len(parts) <= 4 or not (abs(parts[0]) <= 90 and abs(parts[1]) <= 180):  # noqa: PLR2004 - degrees
        raise Mismatch(f"{text!r} is no place on the earth")
    return Point(parts[0], parts[1])


def _enclosed(points: Sequence[Point]) -> float:
    """The area within points on the ball, edges as straight as on an equal-area map (Chamberlain, Duquette: JPL 07-03).

    ODK Web Forms computes the same; JavaRosa lays triangles flat, which differs by millionths.
    """
    strips = (
        math.radians(end.longitude - start.longitude)
        * (2 + math.sin(math.radians(start.latitude)) + math.sin(math.radians(end.latitude)))
        for start, end in pairwise([*points, points[0]])
    )
    return round(abs(math.fsum(strips)) * _RADIUS**2 / 2, 2)


def _metres(start: Point, end: Point) -> float:
    """The great circle between two points, by the spherical law of cosines."""
    north, south = math.radians(start.latitude), math.radians(end.latitude)
    between = math.cos(math.radians(start.longitude - end.longitude))
    cosine = math.sin(north) * math.sin(south) + math.cos(north) * math.cos(south) * between
    return math.acos(max(-1.0, min(1.0, cosine))) * _RADIUS if start != end else 0.0


def _is_crossed(here: Point, start: Point, end: Point) -> bool:
    """Whether a ray from here to the east crosses a line."""
    if (end.latitude > here.latitude) == (start.latitude > here.latitude):
        return False
    slope = (start.longitude - end.longitude) / (start.latitude - end.latitude)
    return here.longitude < slope * (here.latitude - end.latitude) + end.longitude


def _side(start: Point, end: Point, point: Point) -> int:
    """On which side of a line a point lies: 1 or -1, 0 on the line itself."""
    east, north = end.longitude - start.longitude, end.latitude - start.latitude
    turn = east * (point.latitude - start.latitude) - north * (point.longitude - start.longitude)
    return 0 if abs(turn) < _NEGLIGIBLE else 1 if turn > 0 else -1


def _is_between(start: Point, end: Point, point: Point) -> bool:
    """Whether a point that lies on a line's course lies on the line."""
    return all(min(a, b) <= c <= max(a, b) for a, b, c in zip(start, end, point, strict=True))


def _meet(first: Line, second: Line) -> bool:
    """Whether two lines have a point in common."""
    sides = [_side(*first, point) for point in second] + [_side(*second, point) for point in first]
    if sides[0] != sides[1] and sides[2] != sides[3]:
        return True
    ends = [(*first, second[0]), (*first, second[1]), (*second, first[0]), (*second, first[1])]
    return any(side == 0 and _is_between(*three) for side, three in zip(sides, ends, strict=True))


def _turns_back(start: Point, corner: Point, end: Point) -> bool:
    """Whether a line goes on over the line it comes from."""
    back = (end.longitude - corner.longitude) * (corner.longitude - start.longitude)
    back += (end.latitude - corner.latitude) * (corner.latitude - start.latitude)
    return _side(start, corner, end) == 0 and back < 0
