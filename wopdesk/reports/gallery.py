"""Photos in rows: those of a row are equally high, as wide as their shapes ask, whole and without a cut edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable, KeepTogether

from wopdesk.reports import blocks
from wopdesk.reports.grid import Command
from wopdesk.reports.photos import PhotoFlowable, size_of
from wopdesk.reports.setting import Setting
from wopdesk.reports.style import TINT, WIDTH
from wopdesk.reports.tiles import with_gaps

_GAP = 9.0
_HEIGHT = 150.0
"""Of a row, where the shapes of its photos allow it."""
_NARROWEST, _WIDEST = 0.72, 3.2
"""Shapes beyond these stand on a ground that fills what they leave: a caption needs some width."""
_ABSENT = 1.5
_TALLEST, _LOWEST = 190.0, 95.0
_LONELY = 1.6
"""Of the last row: less than half a page wide, it had better join the row above."""


@dataclass(frozen=True)
class Framed:
    """A photo with its number and its size in pixels, None where it cannot be drawn."""

    number: int
    photo: blocks.Photo
    size: tuple[int, int] | None

    @property
    def shape(self) -> float:
        """Width at height one."""
        shape = self.size[0] / self.size[1] if self.size else _ABSENT
        return min(_WIDEST, max(_NARROWEST, shape))


def gallery(block: blocks.Photos, setting: Setting) -> list[Flowable]:
    """Pages can break between rows, not between photos and their captions."""
    framed = [
        Framed(number, photo, size_of(photo.jpeg) if photo.jpeg is not None else None)
        for number, photo in enumerate(block.photos, 1)
    ]
    return [_row(row, setting) for row in rows(framed)]


def rows(framed: Sequence[Framed]) -> list[list[Framed]]:
    """As many photos in a row as bring its height nearest to what is wanted, in their order."""
    found: list[list[Framed]] = []
    for one in framed:
        if found and _strays([*found[-1], one]) < _strays(found[-1]):
            found[-1].append(one)
        else:
            found.append([one])
    if len(found) > 1 and sum(one.shape for one in found[-1]) < _LONELY and _natural(found[-2] + found[-1]) > _LOWEST:
        found[-2:] = [found[-2] + found[-1]]
    return found


def _natural(row: Sequence[Framed]) -> float:
    """The height at which a row is as wide as the page."""
    return (WIDTH - _GAP * (len(row) - 1)) / sum(one.shape for one in row)


def _strays(row: Sequence[Framed]) -> float:
    """By how many times a row is higher or lower than wanted."""
    return max(_natural(row) / _HEIGHT, _HEIGHT / _natural(row))


def _row(row: Sequence[Framed], setting: Setting) -> Flowable:
    height = min(_TALLEST, _natural(row))
    widths = [height * one.shape for one in row]
    bare: list[Command] = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    below: list[Command] = [*bare, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 3)]
    below.append(("BOTTOMPADDING", (0, 0), (-1, -1), 5))
    style: list[Command] = [*bare, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    for place in range(len(row)):
        style += [
            ("BACKGROUND", (2 * place, 0), (2 * place, 0), TINT),
            ("ALIGN", (2 * place, 0), (2 * place, 0), "CENTER"),
        ]
    pictures = [_picture(one, (width, height), setting) for one, width in zip(row, widths, strict=True)]
    captions = [
        [setting.captioned(setting.say("Photo {number}.", number=one.number), one.photo.caption)] for one in row
    ]
    columns = with_gaps(widths, _GAP)
    return KeepTogether(
        [setting.grid([with_gaps(pictures)], columns, style), setting.grid([with_gaps(captions)], columns, below)]
    )


def _picture(one: Framed, frame: tuple[float, float], setting: Setting) -> list[Flowable]:
    """The photo's own bytes, whole and in proportion; the reason where there are none or they cannot be drawn."""
    if one.photo.jpeg is None or one.size is None:
        reason = one.photo.absent if one.photo.jpeg is None else setting.say("This photo cannot be read.")
        return [_absent(reason, frame, setting)]
    factor = min(frame[0] / one.size[0], frame[1] / one.size[1])
    return [PhotoFlowable(one.photo.jpeg, one.size[0] * factor, one.size[1] * factor)]


def _absent(reason: str, frame: tuple[float, float], setting: Setting) -> Flowable:
    style: list[Command] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    style += [(f"{side}PADDING", (0, 0), (-1, -1), 24) for side in ("TOP", "BOTTOM")]
    style += [(f"{side}PADDING", (0, 0), (-1, -1), 10) for side in ("LEFT", "RIGHT")]
    return setting.grid([[[setting.paragraph(reason, "small")]]], [frame[0]], style)
