"""Photos as the screen shows them: decoded no larger than they are seen, which takes a fraction of the time."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage, QImageReader

LONGEST = 800
"""Pixels of the longest side: a tile on a fine screen."""


def read_photo(data: bytes) -> QImage:
    """A JPEG, made smaller where it is larger than `LONGEST`; a null image where it is none."""
    file = QBuffer()
    file.setData(data)
    reader = QImageReader(file, b"JPEG")
    size = reader.size()
    if max(size.width(), size.height()) > LONGEST:
        reader.setScaledSize(size.scaled(LONGEST, LONGEST, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
