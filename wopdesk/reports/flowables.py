"""Blocks as reportlab's flowables: one function per block."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from wopdesk.reports import blocks, charts, tables
from wopdesk.reports.paragraphs import captioned, numbered, paragraph
from wopdesk.reports.photos import PhotoFlowable, size_of
from wopdesk.reports.style import INK, MARGIN, RULE, TINT, TONES, WIDTH

_GAP = 9.0
_PHOTO_HEIGHT = 148.0
_BUTT = 0
"""A line that ends where it should, not half its width further."""
_ROOM_AFTER_HEADING = MARGIN * 1.9

Part = Flowable | Drawing


class Bookmark(Flowable):
    """An entry in the outline at the place of a heading."""

    def __init__(self, key: str, text: str, level: int) -> None:
        """Take a key that is unique in the document, and what the outline shows."""
        super().__init__()
        self._entry = key, text, level
        self.width = self.height = 0.0

    def draw(self) -> None:
        """Leave the bookmark."""
        key, text, level = self._entry
        self.canv.bookmarkHorizontal(key, 0, 20)
        self.canv.addOutlineEntry(text, key, level, 0)


def flowables(document: blocks.Document) -> list[Part]:
    """The whole story of a document."""
    story: list[Part] = []
    level = -1
    for number, block in enumerate(document.blocks):
        if isinstance(block, blocks.Heading):
            level = min(block.level - 1, level + 1)  # an outline may not begin with a lower level or leave one out
            text = f"{block.number}  {block.text}".strip()
            story += [CondPageBreak(_ROOM_AFTER_HEADING), Bookmark(f"h{number}", text, level)]
        story += draw(block)
    return story


@singledispatch
def draw(block: object) -> list[Part]:
    """The flowables of one block."""
    raise TypeError(f"no drawing for {type(block).__name__}")


@draw.register
def _title(block: blocks.Title) -> list[Part]:
    below = [paragraph(block.subtitle, "subtitle")] if block.subtitle else []
    return [paragraph(block.kicker.upper(), "kicker"), paragraph(block.title, "title"), *below]


@draw.register
def _facts(block: blocks.Facts) -> list[Part]:
    cells: list[Any] = [
        [paragraph(label.upper(), "label"), paragraph(value or "–", "fact")] for label, value in block.items
    ]
    cells += [""] * (-len(cells) % block.columns)
    rows = [cells[first : first + block.columns] for first in range(0, len(cells), block.columns)]
    style: list[tables.Command] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LINEABOVE", (0, 0), (-1, 0), 0.6, RULE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.6, RULE),
    ]
    return [tables.grid(rows, [WIDTH / block.columns] * block.columns, style), Spacer(1, 10)]


@draw.register
def _tiles(block: blocks.Tiles) -> list[Part]:
    gap = 6.0
    width = (WIDTH - gap * (len(block.tiles) - 1)) / len(block.tiles)
    style: list[tables.Command] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 9),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
    ]
    for place, tile in enumerate(block.tiles):
        front, back = TONES[tile.tone]
        style += [
            ("BACKGROUND", (2 * place, 0), (2 * place, -1), back),
            ("LINEBEFORE", (2 * place, 0), (2 * place, -1), 2.4, front, _BUTT),
        ]
    row = _with_gaps([_tile(tile, width - 15) for tile in block.tiles])
    return [tables.grid([row], _with_gaps([width] * len(block.tiles), gap), style), Spacer(1, 4)]


def _tile(tile: blocks.Tile, width: float) -> list[Part]:
    parts: list[Part] = [paragraph(tile.label.upper(), "label"), paragraph(tile.value, f"tile_{tile.tone}")]
    if tile.note:
        parts.append(paragraph(tile.note, "tile_note"))
    if tile.share is not None:
        parts += [Spacer(1, 3), charts.bar(blocks.Bar(tile.share, tone=tile.tone), width)]
    return parts


@draw.register
def _heading(block: blocks.Heading) -> list[Part]:
    return [numbered(block.number, block.text, "h1" if block.level == 1 else "h2")]


@draw.register
def _paragraph(block: blocks.Paragraph) -> list[Part]:
    return [paragraph(block.text, block.style)]


@draw.register
def _callout(block: blocks.Callout) -> list[Part]:
    front, back = TONES[block.tone]
    style: list[tables.Command] = [
        ("BACKGROUND", (0, 0), (-1, -1), back),
        ("LINEBEFORE", (0, 0), (0, -1), 2.4, front, _BUTT),
        ("LEFTPADDING", (0, 0), (-1, -1), 11),
        ("TOPPADDING", (0, 0), (-1, -1), 8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    lines = [paragraph(block.title, f"call_{block.tone}"), paragraph(block.text)]
    return [Spacer(1, 4), tables.grid([[lines]], [WIDTH], style), Spacer(1, 6)]


@draw.register
def _table(block: blocks.Table) -> list[Part]:
    return [*tables.table(block)]


@draw.register
def _chart(block: blocks.Chart) -> list[Part]:
    caption = [paragraph(block.caption, "caption")] if block.caption else []
    title = paragraph(block.title, "label")
    return [KeepTogether([Spacer(1, 6), title, charts.line_chart(block, WIDTH), *caption])]


@draw.register
def _photos(block: blocks.Photos) -> list[Part]:
    """Two beside each other; each pair is a table of its own, so that pages can break between pairs."""
    width = (WIDTH - _GAP) / 2
    cells = [_photo(number, photo, width) for number, photo in enumerate(block.photos, 1)]
    if len(cells) % 2:
        cells.append([])
    style: list[tables.Command] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    style += [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP")]
    style.append(("BOTTOMPADDING", (0, 0), (-1, -1), 7))
    return [
        tables.grid([_with_gaps(cells[at : at + 2])], [width, _GAP, width], style) for at in range(0, len(cells), 2)
    ]


def _photo(number: int, photo: blocks.Photo, width: float) -> list[Part]:
    return [_picture(photo, width), captioned(f"Photo {number}.", photo.caption)]


def _picture(photo: blocks.Photo, width: float) -> Part:
    """The photo's own bytes, whole and in proportion; a framed note where there are none or they cannot be drawn."""
    if photo.jpeg is None:
        return _absent(photo.absent, width)
    size = size_of(photo.jpeg)
    if size is None:
        return _absent("This photo cannot be read.", width)
    factor = min(width / size[0], _PHOTO_HEIGHT / size[1])
    return PhotoFlowable(photo.jpeg, size[0] * factor, size[1] * factor)


def _absent(reason: str, width: float) -> Part:
    style: list[tables.Command] = [("BACKGROUND", (0, 0), (-1, -1), TINT), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    style += [(f"{side}PADDING", (0, 0), (-1, -1), 24) for side in ("TOP", "BOTTOM")]
    return tables.grid([[[paragraph(reason, "small")]]], [width], style)


@draw.register
def _signatures(block: blocks.Signatures) -> list[Part]:
    gap = 16.0
    count = len(block.signers)
    width = (WIDTH - gap * (count - 1)) / count
    style: list[tables.Command] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 3)]
    style += [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "BOTTOM")]
    style += [("LINEABOVE", (2 * place, 2), (2 * place, 2), 0.8, INK) for place in range(count)]
    rows = [
        _with_gaps([[paragraph(signer.role.upper(), "label")] for signer in block.signers]),
        _with_gaps([[Spacer(1, 34)] for _ in block.signers]),
        _with_gaps([_signer(signer) for signer in block.signers]),
    ]
    note = [Spacer(1, 8), paragraph(block.note, "small")] if block.note else []
    return [KeepTogether([Spacer(1, 14), tables.grid(rows, _with_gaps([width] * count, gap), style), *note])]


def _signer(signer: blocks.Signer) -> list[Part]:
    return [
        paragraph(signer.name or "Name", "signer" if signer.name else "small"),
        paragraph(signer.organisation or " ", "small"),
        Spacer(1, 5),
        paragraph("Date", "label"),
    ]


def _with_gaps(cells: Sequence[Any], gap: object = "") -> list[Any]:
    """The cells with a gap between neighbours."""
    return [part for cell in cells for part in (cell, gap)][:-1]
