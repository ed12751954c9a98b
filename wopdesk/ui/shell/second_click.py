"""The second click of a double click, where the first one opened another screen: it is not meant for what stands there.

Many people click twice on whatever they want to open. Knows neither the desk nor what the screens are.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class SecondClick(QObject):
    """Keeps the second click from what is shown since the first. It watches the system's window, which hears little."""

    def __init__(self, parent: QWidget, shown: Callable[[], QWidget | None]) -> None:
        """With what tells the screen that is shown; clicks beside it are never kept."""
        super().__init__(parent)
        self._shown = shown
        self._changed = self._first_changed = False

    def watch(self, widget: QWidget) -> None:
        """Listen to the window in which a widget lies."""
        window = widget.window().windowHandle()
        if window is not None:
            window.installEventFilter(self)

    def changed(self) -> None:
        """Another screen is shown now."""
        self._changed = True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:  # Qt tells a double click after its second press
            self._first_changed, self._changed = self._changed, False
        elif event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            return self._first_changed and self._is_inside(event)
        return False

    def _is_inside(self, event: QMouseEvent) -> bool:
        screen = self._shown()
        if screen is None:
            return False
        return screen.rect().contains(screen.mapFromGlobal(event.globalPosition().toPoint()))
