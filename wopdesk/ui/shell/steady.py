"""A press is meant for what was below the mouse when it began, also where that is moved before it ends.

Whoever leaves a field by pressing what stands below it may learn that something is wrong in the field: a line comes in
between, and what was pressed goes down below the mouse. To Qt, the mouse would be let go beside it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wopdesk.ui.overriding import override

_HELD = {QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease}


class Steady(QObject):
    """Lets the mouse follow what it pressed. It watches the system's window, which hears little."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pressed: QWidget | None = None
        self._stood = QPoint()
        self._telling = False

    def watch(self) -> None:
        """Listen to the window, which is shown now."""
        window = self._window.windowHandle()
        if window is not None:
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or self._telling:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = self._window.childAt(event.position().toPoint())
            self._stood = self._place()
        elif event.type() in _HELD:
            return self._follow(watched, event)
        return False

    def _follow(self, window: QObject, event: QMouseEvent) -> bool:
        """Tell it as if nothing had moved since the press; whether that had to be done."""
        moved = self._place() - self._stood
        if event.buttons() == Qt.MouseButton.NoButton:  # all was let go
            self._pressed = None
        if moved.isNull():
            return False
        self._telling = True
        QCoreApplication.sendEvent(window, _moved(event, moved))
        self._telling = False
        return True

    def _place(self) -> QPoint:
        """Where what was pressed stands now; where it stood, if it is gone."""
        held = self._pressed
        if held is None or not isValid(held) or not held.isVisible():
            return self._stood
        return held.mapTo(self._window, QPoint())


def _moved(event: QMouseEvent, by: QPoint) -> QMouseEvent:
    """The same, a little further."""
    place, spot, everywhere = (
        at + by.toPointF() for at in (event.position(), event.scenePosition(), event.globalPosition())
    )
    return QMouseEvent(
        event.type(),
        place,
        spot,
        everywhere,
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )
