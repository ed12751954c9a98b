"""The band of figures below a title, and facts beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Spacer

from wopdesk.reports import blocks
from wopdesk.reports.charts import BarFlowable
from wopdesk.reports.grid import Command
from wopdesk.reports.setting import Setting
from wopdesk.reports.single_line import ChipFlowable
from wopdesk.reports.style import RULE, TONES, WHITE, WIDTH

_GAP = 6.0
_SIDES = 15.0
_FEW = 4
"""Rows of facts that are not worth parting."""
_BUTT = 0
"""A line that ends where it should, not half its width further."""
_TILE: tuple[Command, ...] = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 9),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 7),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
)
_FACT: tuple[Command, ...] = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 8),
    ("TOPPADDING", (0, 0), (-1, -1), 5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ("LINEABOVE", (0, 0), (-1, 0), 0.6, RULE),
    ("LINEBELOW", (0, -1), (-1, -1), 0.6, RULE),
)


def facts(block: blocks.Facts, setting: Setting) -> list[Flowable]:
    """Labels with values, several beside each other."""
    label = setting.paragraph if block.as_typed else setting.capitals
    cells: list[Any] = [[label(name, "label"), setting.paragraph(value or "–", "fact")] for name, value in block.items]
    cells += [""] * (-len(cells) % block.columns)
    rows = [cells[first : first + block.columns] for first in range(0, len(cells), block.columns)]
    drawn = setting.grid(rows, [WIDTH / block.columns] * block.columns, _FACT)
    return [KeepTogether([drawn]) if len(rows) <= _FEW else drawn, Spacer(1, 10)]


def tiles(block: blocks.Tiles, setting: Setting) -> list[Flowable]:
    """Figures beside each other, each with its tone at the edge where reading begins."""
    width = (WIDTH - _GAP * (len(block.tiles) - 1)) / len(block.tiles)
    style = list(_TILE)
    for place, tile in enumerate(block.tiles):
        front, back = TONES[tile.tone]
        style += [
            ("BACKGROUND", (2 * place, 0), (2 * place, -1), back),
            ("LINEBEFORE", (2 * place, 0), (2 * place, -1), 2.4, front, _BUTT),
        ]
    row = with_gaps([_tile(tile, width - _SIDES, setting) for tile in block.tiles])
    return [setting.grid([row], with_gaps([width] * len(block.tiles), _GAP), style), Spacer(1, 4)]


def _tile(tile: blocks.Tile, width: float, setting: Setting) -> list[Flowable]:
    parts = [setting.capitals(tile.label), setting.paragraph(tile.value, f"tile_{tile.tone}")]
    if tile.state:
        parts += [Spacer(1, 2), ChipFlowable(blocks.Chip(tile.state, tile.tone), width, ground=WHITE), Spacer(1, 3)]
    if tile.note:
        parts.append(setting.paragraph(tile.note, "tile_note"))
    if tile.share is not None:
        bar = blocks.Bar(tile.share, tile.planned, tile.tone)
        parts += [Spacer(1, 3), BarFlowable(bar, width, from_right=setting.from_right, ground=WHITE)]
    return parts


def with_gaps(cells: Sequence[Any], gap: object = "") -> list[Any]:
    """The cells with a gap between neighbours."""
    return [part for cell in cells for part in (cell, gap)][:-1]
