"""Photos on their way in: made small, turned upright, and rid of what the camera wrote into them."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from datetime import date, datetime

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from wopdesk.desk.faults import DeskFault

LONGEST_SIDE = 1600
"""Pixels."""
SIZE_AIM = 200 * 1000
"""Bytes; a photo with much detail may be larger at the least quality."""
_QUALITIES = (85, 78, 70, 62, 55)
_PIXEL_LIMIT = 100_000_000
_IN_NAME = re.compile(r"(?<!\d)(20\d\d)-?([01]\d)-?([0-3]\d)(?!\d)")
_ORIGINAL = 0x9003


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
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                return _prepared(picture, name)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning):
        what = f"{name or 'The file'} is no picture that can be read here."
        raise DeskFault(what, "Save it as JPEG or PNG, then attach it again.") from None


def _prepared(picture: Image.Image, name: str) -> Photo:
    if picture.width * picture.height > _PIXEL_LIMIT:
        raise ValueError("more pixels than any camera makes")
    exif = picture.getexif()
    taken, place = _taken(exif) or _date_in(name), _place(exif)
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture).convert("RGB")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return Photo(_encoded(upright), taken, place)


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
    return f"{north:.5f}, {east:.5f}" if north is not None and east is not None else ""


def _degrees(parts: object, reference: str, negative: str) -> float | None:
    try:
        degrees, minutes, seconds = (float(part) for part in parts)  # type: ignore[attr-defined]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return (-1 if reference == negative else 1) * (degrees + minutes / 60 + seconds / 3600)
