"""Photos as the screen shows them: decoded no larger than they are seen, which takes a fraction of the time."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage, QImageReader

LEAST = 600
"""Pixels of the shorter side, which fills a tile on a fine screen."""


def read_photo(data: bytes) -> QImage:
    """A JPEG, made smaller where its shorter side is longer than `LEAST`; a null image where it is none."""
    if not data:  # it has not arrived; Qt would complain
        return QImage()
    file = QBuffer()
    file.setData(data)
    reader = QImageReader(file, b"JPEG")
    size = reader.size()
    if min(size.width(), size.height()) > LEAST:
        reader.setScaledSize(size.scaled(LEAST, LEAST, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()
