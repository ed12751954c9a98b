"""The window before anything is in it: it stands at once, in the right colours, while the rest is imported."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from wopdesk.ui.overriding import override
from wopdesk.ui.shell.steady import Steady
from wopdesk.ui.theme.tokens import LAYOUT, Colours

_LEAST = (960, 600)


class Frame(QWidget):
    """A top-level window. `painted` comes once, when it was seen first; `may_close` is asked before it closes."""

    painted = Signal()

    def __init__(self, colours: Colours, *, right_to_left: bool) -> None:
        super().__init__()
        self._colours, self._from_right, self._seen = colours, right_to_left, False
        self._steady = Steady(self)
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle("WOPDesk")
        self.setMinimumSize(*_LEAST)
        self.setCursor(Qt.CursorShape.BusyCursor)  # what is pressed before there is anything to press

    def fill(self, content: QWidget) -> None:
        """Let a widget take all of it; from now on it hears what is pressed."""
        self.unsetCursor()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(content)

    @override
    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes on; where it comes into a page from outside, the page would stay as it was scrolled."""
        went = super().focusNextPrevChild(onward)
        inner = self.focusWidget()
        if went and inner is not None:
            _bring_into_view(inner)
        return went

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._steady.watch()
        super().showEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = LAYOUT.navigation_in(self.width())
        left = self.width() - width if self._from_right else 0
        painter.fillRect(self.rect(), QColor(self._colours.canvas))
        painter.fillRect(QRect(0, 0, self.width(), LAYOUT.head), QColor(self._colours.surface))
        painter.fillRect(QRect(left, 0, width, self.height()), QColor(self._colours.nav))
        painter.end()
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close())


def _bring_into_view(inner: QWidget) -> None:
    around = inner.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(inner)
        around = around.parentWidget()
