"""Icons: Lucide's strokes in a colour of the theme, drawn anew for each size and resolution, so they stay crisp."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from wopdesk.places import resources_folder
from wopdesk.ui.overriding import override

_STROKE = "1.75"
"""A little finer than Lucide's 2 of 24, which is heavy beside Inter."""


def paint_icon(painter: QPainter, name: str, colour: str, area: QRectF) -> None:
    """Draw an icon into a square."""
    _renderer(name, colour).render(painter, area)


def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """An icon of `size` pixels on a screen that shows `ratio` dots for each."""
    dots = round(size * ratio)
    picture = QPixmap(dots, dots)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, colour, QRectF(0, 0, dots, dots))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str, chosen: str = "", faint: str = "") -> QIcon:
    """An icon for a button.

    Args:
        name: Of Lucide's file.
        colour: As a rule.
        chosen: While the button is checked.
        faint: While it cannot be used.
    """
    return QIcon(_Strokes(name, colour, chosen or colour, faint or colour))


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (resources_folder() / "icons" / "lucide" / f"{name}.svg").read_text(encoding="utf-8")
    coloured = drawing.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    return QSvgRenderer(QByteArray(coloured.encode()))


class _Strokes(QIconEngine):
    """Draws one icon whenever Qt asks, at the resolution of what it is drawn on."""

    def __init__(self, name: str, colour: str, chosen: str, faint: str) -> None:
        super().__init__()
        self._looks = (name, colour, chosen, faint)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        _, colour, chosen, faint = self._looks
        if mode == QIcon.Mode.Disabled:
            return faint
        return chosen if state == QIcon.State.On else colour

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, self._looks[0], self._colour(mode, state), QRectF(rect))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._looks[0], self._colour(mode, state), size.width(), 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return pixmap(self._looks[0], self._colour(mode, state), size.width(), scale)

    @override
    def clone(self) -> QIconEngine:
        return _Strokes(*self._looks)
