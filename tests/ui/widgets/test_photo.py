"""Photos are decoded no larger than they are seen, whatever their shape."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from wopdesk.ui.widgets.photo import read_photo


def jpeg(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, "JPEG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("size", "seen"),
    [
        ((1600, 1200), (800, 600)),
        ((1200, 1600), (600, 800)),
        ((640, 480), (640, 480)),
        ((10_000, 5), (10_000, 5)),
    ],
)
def test_a_photo_still_fills_its_tile(size: tuple[int, int], seen: tuple[int, int]) -> None:
    picture = read_photo(jpeg(*size))
    assert (picture.width(), picture.height()) == seen
    assert picture.pixelColor(0, 0).green() > 100


def test_what_has_not_arrived_is_none() -> None:
    assert read_photo(b"").isNull()


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize("data", [b"no picture", jpeg(1600, 1200)[:40]], ids=["words", "cut off"])
def test_what_is_no_photo_is_none(data: bytes) -> None:
    assert read_photo(data).isNull()
