"""Tables: hairlines, heads repeated on each page, rows that go on over the page when their text is long."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from reportlab.platypus import Flowable, Spacer

from wopdesk.reports import bidi, blocks
from wopdesk.reports.charts import BarFlowable, SparkFlowable
from wopdesk.reports.grid import Command
from wopdesk.reports.setting import Setting
from wopdesk.reports.single_line import ChipFlowable, FigureFlowable
from wopdesk.reports.style import NAVY, WIDTH

_SIDE = 5
_FIGURE = 40
"""Characters up to which text in a column of figures is a figure."""


def table(block: blocks.Table, setting: Setting) -> list[Flowable]:
    """The flowables of a table and its caption."""
    share = WIDTH / sum(column.width for column in block.columns)
    widths = [column.width * share for column in block.columns]
    head = [[setting.paragraph(column.title, _style("head", column))] for column in block.columns]
    rows = [
        [
            cell(value, column, width - 2 * _SIDE, setting)
            for value, column, width in zip(row, block.columns, widths, strict=True)
        ]
        for row in block.rows
    ]
    drawn = setting.grid([head, *rows], widths, _TIGHT if setting.tight else _LOOK, ruled=True)
    return [
        drawn,
        setting.paragraph(block.caption, "caption") if block.caption else Spacer(1, 3 if setting.tight else 6),
    ]


@singledispatch
def cell(value: object, column: blocks.Column, width: float, setting: Setting) -> list[Any]:
    """The flowables of a cell."""
    raise TypeError(f"no cell for {type(value).__name__}: {column.title}, {width}, {setting}")


@cell.register
def _text(value: str, column: blocks.Column, width: float, setting: Setting) -> list[Any]:
    if column.align == blocks.END and len(value) <= _FIGURE and not bidi.needs_order(value):
        return [FigureFlowable(value or "–", width)]
    return [setting.paragraph(value or "–", _style("cell", column))]


@cell.register
def _strong(value: blocks.Strong, column: blocks.Column, width: float, setting: Setting) -> list[Any]:
    if column.align == blocks.END and 0 < len(value.text) <= _FIGURE and not bidi.needs_order(value.text):
        return [FigureFlowable(value.text, width, strong=True)]
    return _text(value.text, column, width, setting)


@cell.register
def _chip(value: blocks.Chip, column: blocks.Column, width: float, setting: Setting) -> list[Any]:
    is_short = len(value.text) <= _FIGURE
    return [ChipFlowable(value, width)] if is_short else [setting.paragraph(value.text, _style("cell", column))]


@cell.register
def _bar(value: blocks.Bar, column: blocks.Column, width: float, setting: Setting) -> list[Any]:  # noqa: ARG001 - one signature for all
    return [BarFlowable(value, width, from_right=setting.from_right)]


@cell.register
def _spark(value: blocks.Spark, column: blocks.Column, width: float, setting: Setting) -> list[Any]:  # noqa: ARG001 - one signature for all
    return [SparkFlowable(value, width, from_right=setting.from_right)]


@cell.register
def _detailed(value: blocks.Detailed, column: blocks.Column, width: float, setting: Setting) -> list[Any]:  # noqa: ARG001 - one signature
    detail = [setting.paragraph(value.detail, "detail")] if value.detail else []
    return [setting.paragraph(value.text or "–", "strong" if detail and not value.plain else "cell"), *detail]


def _style(name: str, column: blocks.Column) -> str:
    return f"{name}_end" if column.align == blocks.END else name


_LOOK: tuple[Command, ...] = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("LEFTPADDING", (0, 0), (-1, -1), _SIDE),
    ("RIGHTPADDING", (0, 0), (-1, -1), _SIDE),
    ("TOPPADDING", (0, 0), (-1, -1), 4.2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4.6),
    ("LINEBELOW", (0, 0), (-1, 0), 0.9, NAVY),
)
_TIGHT: tuple[Command, ...] = (*_LOOK, ("TOPPADDING", (0, 0), (-1, -1), 2.8), ("BOTTOMPADDING", (0, 0), (-1, -1), 3.2))
