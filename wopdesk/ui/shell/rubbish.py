"""Garbage is collected on the window's thread, by a timer: Qt objects must not be taken away on another one."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from PySide6.QtCore import QObject, QTimer

_EVERY = 40
_YOUNG, _MIDDLE, _OLD = 700, 4, 50
_AFTER = 1.0
"""Seconds: after work what was made of it may still be about to go; and whoever types has something kept more often."""
_MOST = 500
"""How often the youngest are looked through at most before the others are, whatever is being done."""


class Work:
    """Threads that make very many objects now, and when what they made is gone again."""

    def __init__(self) -> None:
        self.threads: set[int] = set()
        self.over = 0.0

    @property
    def rests(self) -> bool:
        """Whether there are none now, nor just were."""
        return not self.threads and monotonic() >= self.over


_WORK = Work()


def at_rest() -> bool:
    """Whether nothing is being done, nor just was."""
    return _WORK.rests


@contextmanager
def working() -> Iterator[None]:
    """Meanwhile, and for a moment afterwards, only the youngest objects are looked through.

    What this thread makes may be hundreds of thousands of objects, which mostly go by themselves.
    """
    thread = threading.get_ident()
    _WORK.threads.add(thread)
    try:
        yield
    finally:
        _WORK.over = monotonic() + _AFTER
        _WORK.threads.discard(thread)


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
        if middle <= _MIDDLE or not (_WORK.rests or middle > _MOST):
            gc.collect(0)
        elif old <= _OLD:
            gc.collect(1)
        else:
            gc.collect(2)

    def end(self) -> None:
        """Give the work back to Python."""
        self._timer.stop()
        gc.enable()
