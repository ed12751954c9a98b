"""The QR on each page, drawn once per document as a form."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Any

import zxingcpp
from reportlab.pdfgen.canvas import Canvas

from wopdesk.records.digest import sha256
from wopdesk.reports.style import INK


def draw_seal(canvas: Canvas, text: str, corner: tuple[float, float], size: float) -> None:
    """Draw the QR of a text with its lower left corner at a place.

    Args:
        canvas: of the page.
        text: what a reader of the QR sees.
        corner: x and y in points.
        size: of an edge in points.
    """
    name = f"seal{sha256(text.encode())[:12]}"  # reportlab does not escape names of forms
    edge, bars = squares(text)
    if not canvas.hasForm(name):
        canvas.beginForm(name, 0, 0, edge, edge)
        canvas.setFillColor(INK)
        canvas.addLiteral(" ".join(f"{x} {y} {length} 1 re" for x, y, length in bars) + " f")
        canvas.endForm()
    canvas.saveState()
    canvas.translate(*corner)
    canvas.scale(size / edge, size / edge)
    canvas.doForm(name)
    canvas.restoreState()


@lru_cache(maxsize=64)
def squares(text: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """The QR of a text with error correction M: squares along an edge, and the dark bars.

    A bar is x, y and length in squares, y from below.
    """
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = zxingcpp.write_barcode_to_image(code, add_quiet_zones=False)
    lines: list[list[int]] = memoryview(image).tolist()  # type: ignore[assignment]  # two dimensions
    edge = len(lines)
    bars = []
    for row, line in enumerate(lines):
        for value, group in groupby(range(edge), line.__getitem__):
            places = list(group)
            if not value:
                bars.append((places[0], edge - 1 - row, len(places)))
    return edge, tuple(bars)
