"""Keeps the second press of a double click from the list or calendar that the first one opened.

What is opened may lie over what was pressed, so that the second press would pick what happens to lie beneath it, or
beside, so that it would close it again. `shell.presses` keeps such presses within the window; this one within popups.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from wopdesk.ui.overriding import override

_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}


class SecondPress(QObject):
    """Watches a window that opens over others. Whoever makes it holds it: of what Qt alone made, only Qt holds parts.

    A press so soon after it opened counts for nothing, nor does its release, however late that is. A release without a
    press counts: who holds the button may pick what it is drawn to.
    """

    def __init__(self, popup: QWidget) -> None:
        super().__init__(popup)
        self._since, self._kept = QElapsedTimer(), False
        popup.installEventFilter(self)

    def _begin(self, popup: QWidget) -> None:
        self._since.start()
        self._kept = False
        for part in (popup, *popup.findChildren(QWidget)):
            part.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched is self.parent():
            self._begin(watched)
        elif isinstance(event, QMouseEvent) and event.type() in _PRESSES:
            self._kept = self._since.isValid() and self._since.elapsed() < QApplication.doubleClickInterval()
            return self._kept
        elif event.type() == QEvent.Type.MouseButtonRelease:
            kept, self._kept = self._kept, False
            return kept
        return False
