"""reportlab's table as ours: our fonts only, no row taller than a page, mirrored where pages begin at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable
from reportlab.platypus import Table as TableFlowable

from wopdesk.reports.fonts import REGULAR
from wopdesk.reports.style import RULE

_TALLEST = 170.0
"""Points from which a row is broken into parts, so that pages can break between them."""
_PART = 120.0
_MIRRORED = {"LEFTPADDING": "RIGHTPADDING", "LINEBEFORE": "LINEAFTER"}
_MIRRORED |= {there: here for here, there in _MIRRORED.items()}

Value = float | str | Color
Place = tuple[int, int]
Command = tuple[str, Place, Place, Value, *tuple[Value, ...]]
Cells = Sequence[Any]
"""The cells of a row, each a list of flowables; "" for none."""


class Grid(TableFlowable):
    """A table that knows how little of it may stand at the foot of a page."""

    def least(self, width: float) -> float:
        """The height of its repeated rows and the first one after them, in points."""
        self.wrap(width, 10_000)
        heights = self._rowHeights  # type: ignore[attr-defined]  # known once it is wrapped
        return float(sum(heights[: self.repeatRows + 1]))


def grid(
    rows: Sequence[Cells],
    widths: Sequence[float],
    look: Sequence[Command],
    *,
    ruled: bool = False,
    from_right: bool = False,
) -> Grid:
    """A reportlab table of ours.

    Args:
        rows: cells of flowables.
        widths: of the columns, in points.
        look: commands for the whole table; row numbers other than 0 and -1 hold only above broken rows.
        ruled: whether the first row is a head to be repeated and each row has a hairline below it.
        from_right: whether the first column stands at the right.
    """
    if from_right:
        look = [("ALIGN", (0, 0), (-1, -1), "RIGHT"), *(_mirrored(command, len(widths)) for command in look)]
        rows, widths = [row[::-1] for row in rows], widths[::-1]
    inner = [width - _padding("LEFTPADDING", look) - _padding("RIGHTPADDING", look) for width in widths]
    broken = [_broken(row, inner) for row in rows]
    style: list[Command] = [("FONT", (0, 0), (-1, -1), REGULAR, 8.3), *look]
    end = -1
    for number, parts in enumerate(broken):
        first, end = end + 1, end + len(parts)
        style += [("BOTTOMPADDING", (0, at), (-1, at), 0) for at in range(first, end)]
        style += [("TOPPADDING", (0, at), (-1, at), 0) for at in range(first + 1, end + 1)]
        if ruled and number:
            style.append(("LINEBELOW", (0, end), (-1, end), 0.4, RULE))
    lines = [list(part) for parts in broken for part in parts]
    return Grid(lines, widths, repeatRows=int(ruled), style=style, hAlign="RIGHT" if from_right else "LEFT")


def _mirrored(command: Command, columns: int) -> Command:
    name, (first, top), (last, bottom), *values = command
    near, far = (columns - 1 - place % columns for place in (last, first))
    return (_MIRRORED.get(name, name), (near, top), (far, bottom), *values)  # type: ignore[return-value]  # values are not none


def _padding(side: str, look: Sequence[Command]) -> float:
    """Of every cell at one side, as the look says it; reportlab's own otherwise."""
    return next((float(str(command[3])) for command in reversed(look) if command[0] == side), 6.0)


def _broken(row: Cells, inner: Sequence[float]) -> list[Cells]:
    """The row as parts of whole lines, none too tall; most rows are one part.

    Args:
        row: its cells.
        inner: widths of the columns without their padding, in points.
    """
    parts: list[Cells] = []
    while any(_height(one, width) > _TALLEST for one, width in zip(row, inner, strict=True)):
        taken = [_taken(one, width) for one, width in zip(row, inner, strict=True)]
        if all(not rest for _, rest in taken):
            break
        parts.append([part or "" for part, _ in taken])
        row = [rest or "" for _, rest in taken]
    return [*parts, row]


def _height(content: object, width: float) -> float:
    if not isinstance(content, list):
        return 0
    return sum(float(part.wrap(width, 10_000)[1] + part.getSpaceBefore()) for part in content)


def _taken(content: object, width: float) -> tuple[list[Flowable], list[Flowable]]:
    """What of a cell goes into the first part, and what is left."""
    if not isinstance(content, list):
        return [], []
    taken: list[Flowable] = []
    room = _PART
    for at, part in enumerate(content):
        height = part.wrap(width, 10_000)[1] + part.getSpaceBefore()
        if height > room:
            pieces = part.split(width, room)
            if len(pieces) > 1:
                return [*taken, pieces[0]], [*pieces[1:], *content[at + 1 :]]
            if taken:
                return taken, content[at:]
        taken.append(part)
        room -= height
    return taken, []
