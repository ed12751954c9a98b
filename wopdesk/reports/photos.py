"""Photos on paper: the JPEG's own bytes go into the file, and no pixel is decoded on the way."""

from __future__ import annotations

import io

import PIL.Image
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

_PIXELS = 60_000_000
"""More than any photo of ours has; a picture that claims more is an attack on the reader's memory."""
EFFORT_LIMIT = 600_000_000
"""Pixels times scans. A JPEG may go over its pixels as often as it likes; one that does so more often than cameras and
programs do is an attack on the reader's time."""


class PhotoFlowable(Flowable):
    """A JPEG, whole and in proportion, at the left of its place."""

    def __init__(self, jpeg: bytes, width: float, height: float) -> None:
        """Take the bytes and the size on paper in points."""
        super().__init__()
        self._jpeg = jpeg
        self.width, self.height = width, height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """As large as it was made."""
        return self.width, self.height

    def draw(self) -> None:
        """Put it on the page."""
        self.canv.drawImage(_Jpeg(self._jpeg), 0, 0, self.width, self.height)


class _Jpeg(ImageReader):
    """reportlab tells pictures apart by their pixels, which costs a decoding each; their bytes do as well."""

    _dataA = None  # noqa: N815 - reportlab's name: there is no transparency

    def __init__(self, jpeg: bytes) -> None:
        super().__init__(io.BytesIO(jpeg))
        self._jpeg = jpeg

    def getRGBData(self) -> bytes:  # noqa: N802 - reportlab's name
        return self._jpeg


def size_of(jpeg: bytes) -> tuple[int, int] | None:
    """Width and height of a JPEG, from its head alone; None when it is none, or too large to be a photo."""
    try:
        with PIL.Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as picture:
            width, height = picture.size
    except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError):
        return None
    bearable = 0 < width * height <= _PIXELS and width * height * scans_of(jpeg) <= EFFORT_LIMIT
    return (width, height) if bearable else None


def scans_of(jpeg: bytes) -> int:
    """How often a JPEG goes over its pixels, counting pictures that it carries in its notes."""
    return jpeg.count(b"\xff\xda")
