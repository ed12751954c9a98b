"""Garbage is collected on the window's thread, by a timer: Qt objects must not be taken away on another one."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

_EVERY = 100
_YOUNG, _MIDDLE, _OLD = 700, 10, 20
_WORKING: set[int] = set()
"""Threads that make very many objects now."""


@contextmanager
def working() -> Iterator[None]:
    """Meanwhile only the youngest objects are looked through: what this thread makes may be hundreds of thousands."""
    thread = threading.get_ident()
    _WORKING.add(thread)
    try:
        yield
    finally:
        _WORKING.discard(thread)


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

    def _collect(self) -> None:
        young, middle, old = gc.get_count()
        if young <= _YOUNG:
            return
        if middle <= _MIDDLE or _WORKING:
            gc.collect(0)
        elif old <= _OLD:
            gc.collect(1)
        else:
            gc.collect(2)

    def end(self) -> None:
        """Give the work back to Python."""
        self._timer.stop()
        gc.enable()
