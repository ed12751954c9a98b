"""What an eye sees of a page: where there is ink and where there is none, from the page as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtPdf import QPdfDocument

from wopdesk.reports.style import FOOT, HEAD, MARGIN, PAGE_HEIGHT, PAGE_WIDTH

_WIDTH, _HEIGHT = round(PAGE_WIDTH), round(PAGE_HEIGHT)
_FAINT = 8
"""Of 255, what counts as ink: hairlines do."""


@dataclass(frozen=True)
class Seen:
    """A page of one picture point per point of paper.

    Attributes:
        emptiest: the highest white stripe between letterhead and foot, as a share of the field between them.
        outside: whether there is ink beyond the margins at the left or right.
    """

    emptiest: float
    outside: bool


def look(data: bytes) -> list[Seen]:
    """Every page of a PDF."""
    source = QBuffer()
    source.setData(QByteArray(data))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    pages = [_seen(_ink(document, number)) for number in range(document.pageCount())]
    document.close()
    return pages


def _ink(document: QPdfDocument, page: int) -> list[bytes]:
    """How much of each point is covered, line by line from the top: paper itself is transparent."""
    image = document.render(page, QSize(_WIDTH, _HEIGHT))
    bits, line = bytes(image.constBits()), image.bytesPerLine()
    return [bits[line * y + 3 : line * y + 4 * _WIDTH : 4] for y in range(_HEIGHT)]


def _seen(lines: list[bytes]) -> Seen:
    field = lines[round(HEAD) - 8 : _HEIGHT - round(FOOT) + 6]
    stripes = (len(list(group)) for white, group in groupby(max(line) < _FAINT for line in field) if white)
    edge = round(MARGIN) - 3
    outside = any(max(line[:edge] + line[-edge:]) >= _FAINT for line in lines)
    return Seen(max(stripes, default=0) / len(field), outside)
