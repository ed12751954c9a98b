"""Pictures that are made to do harm: small as files, large or slow when they are decoded."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

SIDE = 9400
"""Pixels; a square of it is less than what Pillow itself takes for an attack."""


def saved(picture: Image.Image, sort: str, **how: object) -> bytes:
    """A picture as a file of a sort."""
    file = io.BytesIO()
    picture.save(file, sort, **how)
    return file.getvalue()


def png_bomb() -> bytes:
    """A few hundred bytes that claim a gigabyte of pixels."""
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"")) + _chunk(b"IEND", b"")


def many_scans(side: int = 3000, more: int = 1000) -> bytes:
    """A JPEG that goes over its pixels a thousand times, which takes a minute."""
    whole = saved(Image.new("RGB", (side, side)), "JPEG", progressive=True)
    last = whole[whole.rindex(b"\xff\xda") : -2]
    return whole[:-2] + last * more + b"\xff\xd9"


def program() -> bytes:
    """PostScript, for which Pillow starts another program."""
    return b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 50 50\n%%EndComments\n{} loop\n%%EOF\n"


def drawing() -> bytes:
    """A drawing that names a file of the computer on which it is looked at."""
    link = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
    return f"<svg {link}><image width='9' height='9' xlink:href='file:///etc/passwd'/></svg>".encode()


def many_layers() -> bytes:
    """A progressive JPEG whose every pixel has to be held until the last scan."""
    return saved(Image.new("L", (SIDE, SIDE)), "JPEG", progressive=True)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


HARMFUL = {
    "png": png_bomb,
    "scans": many_scans,
    "layers": many_layers,
    "postscript": program,
    "svg": drawing,
}
"""How each is made, by what it is."""
