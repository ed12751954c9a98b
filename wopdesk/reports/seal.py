"""The QR on each page, drawn once per document as a form."""

from __future__ import annotations

from functools import lru_cache

from reportlab.graphics.barcode.qr import QrCodeWidget
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
    if not canvas.hasForm(name):
        canvas.beginForm(name, 0, 0, 1, 1)
        path = canvas.beginPath()
        for x, y, width, height in _squares(text):
            path.rect(x, y, width, height)
        canvas.setFillColor(INK)
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(*corner)
    canvas.scale(size, size)
    canvas.doForm(name)
    canvas.restoreState()


@lru_cache(maxsize=64)
def _squares(text: str) -> tuple[tuple[float, float, float, float], ...]:
    """The dark rectangles in a square of edge 1."""
    widget = QrCodeWidget(text, barLevel="M", barBorder=0)
    drawing, (_, _, edge, _) = widget.draw(), widget.getBounds()  # type: ignore[no-untyped-call]
    dark = (one for one in drawing.contents if one.fillColor is not None and one.width < edge)
    return tuple((one.x / edge, one.y / edge, one.width / edge, one.height / edge) for one in dark)
