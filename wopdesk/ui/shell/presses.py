"""Which presses count: many people click twice on whatever they want, and again on what takes its time.

The second click of a double click is not meant for what stands there since the first one opened a screen, turned a
page or asked for a change, nor does it ask for the change once more. A button is not pressed again before what it
asked for is done, nor is Enter in a line. Knows neither the desk nor what the screens are.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from wopdesk.ui.overriding import override

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYS = {*_ENTER, Qt.Key.Key_Space}


class Presses(QObject):
    """Keeps presses that do not count from a widget. It watches the system's window, which hears little."""

    def __init__(self, window: QWidget, shown: Callable[[], QWidget | None]) -> None:
        """With what tells the screen that is shown; second clicks beside it count, while nothing was asked for."""
        super().__init__(window)
        self._window, self._shown = window, shown
        self._acted = self._first_acted = self._asked = self._first_asked = False
        self._pressed: QWidget | None = None
        self._busy: dict[int, QWidget] = {}

    def watch(self) -> None:
        """Listen to the window, which is shown now."""
        window = self._window.window().windowHandle()
        if window is not None:
            window.installEventFilter(self)

    def acted(self) -> None:
        """Another screen or page is shown: what was pressed for it can be so again, though what was left saves."""
        self._acted = True
        self._busy = {change: one for change, one in self._busy.items() if one is not self._pressed}

    def begun(self, change: int) -> None:
        """A change was asked for, by the button or line that was pressed last if by any."""
        self._asked = True
        if self._pressed is not None:
            self._busy[change] = self._pressed

    def done(self, change: int) -> None:
        """What was asked for is done, or failed."""
        self._busy.pop(change, None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress:  # Qt tells a double click after its second press
                self._first_acted, self._acted = self._acted, False
                self._first_asked, self._asked = self._asked, False
                self._pressed = self._button_at(event)
                return self._is_busy()
            if event.type() == QEvent.Type.MouseButtonDblClick:
                return self._first_asked or self._is_busy() or (self._first_acted and self._is_inside(event))
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._pressed = self._focused_by(event)
            return self._is_busy()
        return False

    def _is_busy(self) -> bool:
        return any(one is self._pressed for one in self._busy.values())

    def _focused_by(self, event: QKeyEvent) -> QWidget | None:
        """What a key presses: a button, or a line that takes Enter."""
        focused = self._window.window().focusWidget()
        takes = (isinstance(focused, QAbstractButton) and event.key() in _KEYS) or (
            isinstance(focused, QLineEdit) and event.key() in _ENTER
        )
        return focused if takes else None

    def _button_at(self, event: QMouseEvent) -> QAbstractButton | None:
        found = self._window.childAt(self._window.mapFromGlobal(event.globalPosition().toPoint()))
        while found is not None and not isinstance(found, QAbstractButton):
            found = found.parentWidget()
        return found

    def _is_inside(self, event: QMouseEvent) -> bool:
        screen = self._shown()
        if screen is None:
            return False
        return screen.rect().contains(screen.mapFromGlobal(event.globalPosition().toPoint()))
