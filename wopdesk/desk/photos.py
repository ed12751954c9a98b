"""Photos on their way in: made small, turned upright, and rid of what the camera wrote into them.

A file is judged by its head before a pixel of it is decoded: some are made to fill the memory or to take minutes.
"""

from __future__ import annotations

import io
import math
import re
import struct
import warnings
from dataclasses import dataclass
from datetime import date, datetime

from PIL import ExifTags, Image, UnidentifiedImageError

from wopdesk.desk.faults import DeskFault
from wopdesk.reports.photos import EFFORT_LIMIT, scans_of, size_of
from wopdesk.sentence import Sentence

LONGEST_SIDE = 1600
"""Pixels."""
SIZE_AIM = 200 * 1000
"""Bytes; a photo with much detail may be larger at the least quality."""
_QUALITIES = (85, 78, 70, 62, 55)
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""Pillow reads many more, and starts another program for one of them (EPS)."""
_HEIC = re.compile(rb"....ftyp(hei[cmsx]|hev[cmsx]|mif1|msf1)", re.DOTALL)
_PIXELS, _PIXELS_IN_PASSES, _PIXELS_AT_ONCE = 178_000_000, 50_000_000, 34_000_000
"""Of a JPEG, which is decoded at a fraction of its size; of one that comes in several passes; of all others."""
_SCALED = frozenset({"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr"})
"""Modes in which a picture is made smaller as it is."""
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes each orientation (Exif 2.32, 4.6.4)."""
_IN_NAME = re.compile(r"(?<!\d)(20\d\d)-?([01]\d)-?([0-3]\d)(?!\d)")
_ORIGINAL = 0x9003
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    RuntimeError,
    struct.error,
)
"""What Pillow is known to raise at hostile bytes."""


@dataclass(frozen=True)
class Photo:
    """A photo as it is kept.

    Attributes:
        jpeg: the file, without the camera's data.
        taken: the day on which it was taken, by the camera or the file's name; None when neither says it.
        place: latitude and longitude in degrees, `31.41819, 73.07906`; empty when the camera did not note it.
    """

    jpeg: bytes
    taken: date | None
    place: str


def prepare(data: bytes, name: str = "") -> Photo:
    """A photo of any usual format as it is kept: at most 1600 pixels on its longest side, about 200 KB.

    Args:
        data: the file.
        name: its name; photos that came by WhatsApp carry their date there (`IMG-20261031-WA0001.jpg`).

    Raises:
        DeskFault: it is no picture that can be read, or has more pixels than any camera makes.
    """
    called = name or Sentence("The file")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its size, which is judged here
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                if not _is_bearable(picture, data):
                    raise _too_large(called)
                return _prepared(picture, name)
    except (Image.DecompressionBombError, MemoryError):
        raise _too_large(called) from None
    except (UnidentifiedImageError, *_BROKEN):
        raise _unreadable(called, data) from None


def shown(data: bytes) -> bytes:
    """A file that came from anybody as a JPEG that may be shown without harm; empty where it is no picture."""
    size = size_of(data)
    if size is not None and max(size) <= LONGEST_SIDE and scans_of(data) == 1:
        return data
    try:
        return prepare(data).jpeg
    except DeskFault:
        return b""


def _too_large(called: str) -> DeskFault:
    return DeskFault(
        Sentence("{name} is a picture with more pixels than can be read here.", name=called),
        "Make it smaller, then attach it again.",
    )


def _unreadable(called: str, data: bytes) -> DeskFault:
    if _HEIC.match(data):
        return DeskFault(
            Sentence(
                "{name} is a HEIC photo, as iPhones make them; it is no picture that can be read here.", name=called
            ),
            "Save it as JPEG, then attach it again. On the phone: Settings, Camera, Formats, Most Compatible.",
        )
    return DeskFault(
        Sentence("{name} is no picture that can be read here.", name=called),
        "Save it as JPEG or PNG, then attach it again.",
    )


def _is_bearable(picture: Image.Image, data: bytes) -> bool:
    """Whether decoding it takes neither much memory nor much time."""
    pixels = picture.width * picture.height
    if picture.format not in {"JPEG", "MPO"}:  # the decoder of WebP holds it twice
        return pixels <= _PIXELS_AT_ONCE // (2 if picture.format == "WEBP" else 1)
    bound = _PIXELS_IN_PASSES if picture.info.get("progressive") else _PIXELS
    return pixels <= bound and pixels * scans_of(data) <= EFFORT_LIMIT


def _prepared(picture: Image.Image, name: str) -> Photo:
    turned, taken, place = _noted(picture)
    small = _small(picture)
    upright = small.transpose(_UPRIGHT[turned]) if turned in _UPRIGHT else small
    return Photo(_encoded(upright), taken or _date_in(name), place)


def _small(picture: Image.Image) -> Image.Image:
    """At most as large as photos are kept, on white where it was transparent."""
    if picture.mode not in _SCALED:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    scale = min(1, LONGEST_SIDE / max(picture.size))
    picture.draft(None, (round(2 * scale * picture.width) or 1, round(2 * scale * picture.height) or 1))
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    if picture.mode not in {"LA", "RGBA"}:
        return picture.convert("RGB")
    page = Image.new("RGB", picture.size, "white")
    page.paste(picture.convert("RGB"), mask=picture.getchannel("A"))
    return page


def _noted(picture: Image.Image) -> tuple[int | None, date | None, str]:
    """How the camera was held, the day and the place, as far as they can be read."""
    try:
        exif = picture.getexif()
        return exif.get(ExifTags.Base.Orientation), _taken(exif), _place(exif)
    except _BROKEN:
        return None, None, ""


def _encoded(picture: Image.Image) -> bytes:
    data = b""
    for quality in _QUALITIES:
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=quality, optimize=True, progressive=False)
        data = file.getvalue()
        if len(data) <= SIZE_AIM:
            break
    return data


def _taken(exif: Image.Exif) -> date | None:
    written = exif.get_ifd(ExifTags.IFD.Exif).get(_ORIGINAL) or exif.get(ExifTags.Base.DateTime)
    try:
        return datetime.strptime(str(written)[:10], "%Y:%m:%d").date() if written else None  # noqa: DTZ007 - a day without a zone
    except ValueError:
        return None


def _date_in(name: str) -> date | None:
    found = _IN_NAME.search(name)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _place(exif: Image.Exif) -> str:
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    north = _degrees(gps.get(ExifTags.GPS.GPSLatitude), str(gps.get(ExifTags.GPS.GPSLatitudeRef)), "S")
    east = _degrees(gps.get(ExifTags.GPS.GPSLongitude), str(gps.get(ExifTags.GPS.GPSLongitudeRef)), "W")
    if north is None or east is None or not (abs(north) <= 90 and abs(east) <= 180):  # noqa: PLR2004 - degrees
        return ""
    return f"{north:.5f}, {east:.5f}"


def _degrees(parts: object, reference: str, negative: str) -> float | None:
    try:
        degrees, minutes, seconds = (float(part) for part in parts)  # type: ignore[attr-defined]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    angle = (-1 if reference == negative else 1) * (degrees + minutes / 60 + seconds / 3600)
    return angle if math.isfinite(angle) else None
