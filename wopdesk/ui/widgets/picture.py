"""An icon that stands by itself, beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.icons import paint_icon


class Picture(QWidget):
    """A decorative icon in a colour of the theme; what it means is said by the words beside it."""

    def __init__(self, name: str, ink: str = "text_soft", size: int = 18) -> None:
        super().__init__()
        self._name, self._ink = name, ink
        self.setFixedSize(size, size)

    def show_icon(self, name: str, ink: str) -> None:
        """Show another icon, in the colour of that name."""
        self._name, self._ink = name, ink
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._name, getattr(worn().colours, self._ink), QRectF(self.rect()))
        painter.end()
