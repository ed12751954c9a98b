"""Tables: hairlines, heads repeated on each page, rows that go on over the page when their text is long."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, Spacer
from reportlab.platypus import Table as TableFlowable

from wopdesk.reports import bidi, blocks, charts
from wopdesk.reports.fonts import REGULAR
from wopdesk.reports.paragraphs import paragraph
from wopdesk.reports.single_line import ChipFlowable, FigureFlowable
from wopdesk.reports.style import NAVY, RULE, WIDTH

_TALLEST = 170.0
"""Points from which a row is broken into parts, so that pages can break between them."""
_PART = 120.0
_SIDE = 5
_FIGURE = 40
"""Characters up to which text in a column of figures is a figure."""

Value = float | str | Color
Command = tuple[str, tuple[int, int], tuple[int, int], Value, *tuple[Value, ...]]
Cells = list[Any]
"""The cells of a row, each a list of flowables; "" for none."""


def table(block: blocks.Table) -> list[Flowable]:
    """The flowables of a table and its caption."""
    share = WIDTH / sum(column.width for column in block.columns)
    widths = [column.width * share for column in block.columns]
    head: Cells = [[paragraph(column.title, _style("head", column))] for column in block.columns]
    rows: list[Cells] = [
        [
            cell(value, column, width - 2 * _SIDE)
            for value, column, width in zip(row, block.columns, widths, strict=True)
        ]
        for row in block.rows
    ]
    drawn = grid([head, *rows], widths, _LOOK, ruled=True)
    return [drawn, paragraph(block.caption, "caption") if block.caption else Spacer(1, 6)]


def grid(
    rows: Sequence[Cells], widths: Sequence[float], look: Sequence[Command], *, ruled: bool = False
) -> TableFlowable:
    """A reportlab table of ours: nothing but embedded fonts, and no row taller than a page.

    Args:
        rows: cells of flowables.
        widths: of the columns, in points.
        look: commands for the whole table; row numbers other than 0 and -1 hold only above broken rows.
        ruled: whether the first row is a head to be repeated and each row has a hairline below it.
    """
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
    return TableFlowable([part for parts in broken for part in parts], widths, repeatRows=int(ruled), style=style)


@singledispatch
def cell(value: object, column: blocks.Column, width: float) -> list[Any]:
    """The flowables of a cell."""
    raise TypeError(f"no cell for {type(value).__name__}: {column.title}, {width}")


@cell.register
def _text(value: str, column: blocks.Column, width: float) -> list[Any]:
    if column.align == blocks.END and len(value) <= _FIGURE and not bidi.needs_order(value):
        return [FigureFlowable(value or "–", width)]
    return [paragraph(value or "–", _style("cell", column))]


@cell.register
def _chip(value: blocks.Chip, column: blocks.Column, width: float) -> list[Any]:
    is_short = len(value.text) <= _FIGURE and not bidi.needs_order(value.text)
    return [ChipFlowable(value, width)] if is_short else [paragraph(value.text, _style("cell", column))]


@cell.register
def _bar(value: blocks.Bar, column: blocks.Column, width: float) -> list[Any]:  # noqa: ARG001 - one signature for all
    return [charts.bar(value, width)]


@cell.register
def _detailed(value: blocks.Detailed, column: blocks.Column, width: float) -> list[Any]:  # noqa: ARG001 - one signature
    detail = [paragraph(value.detail, "detail")] if value.detail else []
    return [paragraph(value.text or "–", "strong" if detail else "cell"), *detail]


def _style(name: str, column: blocks.Column) -> str:
    return f"{name}_end" if column.align == blocks.END else name


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


_LOOK: tuple[Command, ...] = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("LEFTPADDING", (0, 0), (-1, -1), _SIDE),
    ("RIGHTPADDING", (0, 0), (-1, -1), _SIDE),
    ("TOPPADDING", (0, 0), (-1, -1), 4.2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4.6),
    ("LINEBELOW", (0, 0), (-1, 0), 0.9, NAVY),
)
