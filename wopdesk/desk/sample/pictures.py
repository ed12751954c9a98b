"""The sample's photos: plain drawings of what a field team photographs, each marked as a sample. Knows no desk."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

from PIL import Image, ImageDraw, ImageFont

from wopdesk.places import resources_folder

_SKY, _WALL, _EARTH, _SHADE = "#cfe3ea", "#d9cdb8", "#a98f6d", "#8a7355"
_IRON, _STEEL, _BLUE, _RED = "#3d4a52", "#8fa1aa", "#1f6f9c", "#b3402e"
_PAPER, _INK, _WATER = "#f7f5ee", "#1d2a30", "#4aa3cf"
_MARK = "Sample photo"

Draw = ImageDraw.ImageDraw
Scene = Callable[[Draw, int, int], None]


def picture(subject: str, size: tuple[int, int]) -> bytes:
    """A JPEG of a subject, marked as a sample.

    Args:
        subject: `valve`, `gauge`, `meter`, `clamp` or `board`.
        size: width and height in pixels.
    """
    width, height = size
    image = Image.new("RGB", size, _SKY)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 0.35, width, height), fill=_WALL)
    draw.rectangle((0, height * 0.72, width, height), fill=_EARTH)
    _SCENES[subject](draw, width, height)
    _mark(draw, width, height)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=88)
    return file.getvalue()


def _mark(draw: Draw, width: int, height: int) -> None:
    """A band that nobody overlooks, so that no drawing passes for a photo."""
    band = height * 0.11
    draw.rectangle((0, height - band, width, height), fill=_INK)
    draw.text((width / 2, height - band / 2), _MARK, fill=_PAPER, font=_font(band * 0.55), anchor="mm")


def _font(size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(resources_folder() / "fonts" / "inter" / "Inter-SemiBold.ttf", int(size))


def _disc(draw: Draw, centre: tuple[float, float], radius: float, fill: str, edge: str = _INK) -> None:
    (x, y), thick = centre, max(2, int(radius * 0.06))
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill, outline=edge, width=thick)


def _pipe(draw: Draw, width: int, height: int, colour: str) -> None:
    """A pipe across the picture, with a light line along its top."""
    middle, half = height * 0.6, height * 0.1
    draw.rectangle((0, middle - half, width, middle + half), fill=colour)
    draw.rectangle((0, middle - half * 0.75, width, middle - half * 0.5), fill=_STEEL)


def _valve(draw: Draw, width: int, height: int) -> None:
    """A gate valve in its chamber, with a red hand wheel."""
    draw.rectangle((width * 0.1, height * 0.42, width * 0.9, height * 0.86), fill=_SHADE)
    _pipe(draw, width, height, _IRON)
    x, y, wheel = width / 2, height * 0.26, min(width, height) * 0.17
    draw.rectangle((x - wheel * 0.6, height * 0.46, x + wheel * 0.6, height * 0.74), fill=_BLUE, outline=_INK, width=4)
    draw.rectangle((x - wheel * 0.1, y, x + wheel * 0.1, height * 0.46), fill=_STEEL)
    _disc(draw, (x, y), wheel, _RED)
    _disc(draw, (x, y), wheel * 0.7, _SKY)
    for across, down in ((wheel * 0.75, 0.0), (0.0, wheel * 0.75)):
        draw.line((x - across, y - down, x + across, y + down), fill=_RED, width=int(wheel * 0.18))


def _gauge(draw: Draw, width: int, height: int) -> None:
    """A pressure gauge on a standpipe; its needle stands at nine metres."""
    x, y, dial = width / 2, height * 0.4, min(width, height) * 0.28
    draw.rectangle((x - dial * 0.12, y + dial, x + dial * 0.12, height * 0.9), fill=_STEEL, outline=_INK, width=3)
    _disc(draw, (x, y), dial * 1.08, _IRON)
    _disc(draw, (x, y), dial, _PAPER)
    draw.arc((x - dial * 0.8, y - dial * 0.8, x + dial * 0.8, y + dial * 0.8), 135, 405, fill=_INK, width=6)
    draw.line((x, y, x + dial * 0.6, y - dial * 0.35), fill=_RED, width=int(dial * 0.06))
    _disc(draw, (x, y), dial * 0.08, _INK)
    draw.text((x, y + dial * 0.45), "9 m", fill=_INK, font=_font(dial * 0.26), anchor="mm")


def _meter(draw: Draw, width: int, height: int) -> None:
    """A consumer's meter with its counter."""
    _pipe(draw, width, height, _BLUE)
    x, y, face = width / 2, height * 0.56, min(width, height) * 0.27
    _disc(draw, (x, y), face * 1.15, _BLUE)
    _disc(draw, (x, y), face, _PAPER)
    draw.rectangle((x - face * 0.7, y - face * 0.35, x + face * 0.7, y + face * 0.05), fill=_INK)
    draw.text((x, y - face * 0.15), "00431", fill=_PAPER, font=_font(face * 0.32), anchor="mm")
    draw.text((x, y + face * 0.35), "m³", fill=_INK, font=_font(face * 0.22), anchor="mm")


def _clamp(draw: Draw, width: int, height: int) -> None:
    """A repair clamp on a main in its trench, and the wet ground beneath."""
    draw.rectangle((0, height * 0.45, width, height), fill=_SHADE)
    draw.ellipse((width * 0.28, height * 0.76, width * 0.72, height * 0.88), fill=_WATER)
    _pipe(draw, width, height, _IRON)
    left, right = width * 0.42, width * 0.58
    draw.rectangle((left, height * 0.47, right, height * 0.73), fill=_STEEL, outline=_INK, width=4)
    for place in range(4):
        _disc(draw, (left + (right - left) * (place + 0.5) / 4, height * 0.6), height * 0.018, _PAPER)


def _board(draw: Draw, width: int, height: int) -> None:
    """A notice board with the hours of supply."""
    for post in (0.28, 0.72):
        draw.rectangle((width * (post - 0.01), height * 0.2, width * (post + 0.01), height * 0.86), fill=_IRON)
    draw.rectangle((width * 0.2, height * 0.14, width * 0.8, height * 0.62), fill=_PAPER, outline=_BLUE, width=8)
    draw.rectangle((width * 0.2, height * 0.14, width * 0.8, height * 0.26), fill=_BLUE)
    draw.text((width / 2, height * 0.2), "Hours of supply", fill=_PAPER, font=_font(height * 0.05), anchor="mm")
    for line, hours in enumerate(("Street 1 to 4    5:00 – 16:00", "Street 5 to 9    6:00 – 17:00")):
        at = (width / 2, height * (0.36 + 0.12 * line))
        draw.text(at, hours, fill=_INK, font=_font(height * 0.045), anchor="mm")


_SCENES: Mapping[str, Scene] = {"valve": _valve, "gauge": _gauge, "meter": _meter, "clamp": _clamp, "board": _board}
