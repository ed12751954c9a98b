"""What a chart consists of. The origin is at the bottom left, y grows upwards; the unit is a point or a pixel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Ink = Literal["muted", "grid", "series", "area", "target", "surface"]
"""What a colour is for; who paints knows which it is."""
Anchor = Literal["start", "middle", "end"]
"""Which end of the words lies at their place: start is left, whatever the language."""
Weight = Literal["regular", "medium", "semi"]


@dataclass(frozen=True)
class Line:
    """A straight stroke; `dashes` are the lengths of stroke and gap."""

    start: Point
    end: Point
    ink: Ink
    width: float
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True)
class Path:
    """A stroke through points with round corners."""

    points: tuple[Point, ...]
    ink: Ink
    width: float


@dataclass(frozen=True)
class Area:
    """A filled outline."""

    points: tuple[Point, ...]
    ink: Ink


@dataclass(frozen=True)
class Dot:
    """A filled circle with a ring."""

    centre: Point
    radius: float
    ink: Ink
    ring: Ink
    ring_width: float


@dataclass(frozen=True)
class Words:
    """A line of type; its base line begins, has its middle or ends at the place."""

    place: Point
    text: str
    size: float
    ink: Ink = "muted"
    weight: Weight = "regular"
    anchor: Anchor = "start"


@dataclass(frozen=True)
class Tag:
    """Words in a small box above a point, kept within the drawing by who paints it."""

    point: Point
    text: str
    size: float


Mark = Line | Path | Area | Dot | Words | Tag
