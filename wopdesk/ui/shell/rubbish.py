"""Garbage is collected on the window's thread, by a timer: Qt objects must not be taken away on another one."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 200
_YOUNG, _MIDDLE, _OLD = 700, 10, 20


class Rubbish(QObject):
    """Takes over from Python's own collector while it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.collect()
        gc.freeze()  # modules and styles stay to the end and need not be walked again
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        self.resting = False

    def _collect(self) -> None:
        young, middle, old = gc.get_count()
        if young <= _YOUNG:
            return
        if middle <= _MIDDLE or self.resting:
            gc.collect(0)
        elif old <= _OLD:
            gc.collect(1)
        else:
            gc.collect(2)

    def end(self) -> None:
        """Give the work back to Python."""
        self._timer.stop()
        gc.enable()
