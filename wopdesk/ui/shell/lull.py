"""When the window has shown what is new: then whoever works beside it begins, or goes on.

Python runs one thread at a time. Where a page is built or painted, Qt lets Python go hundreds of times, and each time a
busy thread takes it, the window waits to get it back; a page of 25 ms so took 70 and more (`make bench`). Whoever works
long therefore lets the window finish first, at places where it can.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from PySide6.QtCore import QObject, Qt, QThread, QTimer

_PAINTED = 6
"""Milliseconds after which Qt has begun to paint what changed: it gathers changes for 5."""


class Lull(QObject):
    """Knows whether the window is about to show something new. Made on the window's thread.

    Attributes:
        patience: seconds after which work goes on all the same, however often the window changes meanwhile.
    """

    patience = 0.05

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._still, self._nobody_waits, self._since = threading.Event(), False, 0.0
        self._painted = QTimer(self, singleShot=True, interval=_PAINTED, timerType=Qt.TimerType.PreciseTimer)
        self._painted.timeout.connect(self._rest)
        self._rest()

    def stir(self) -> None:
        """What the window shows changes now, and is painted soon. Nothing happens on other threads."""
        if QThread.currentThread() != self.thread():
            return
        if self._still.is_set():
            self._since = monotonic()
        self._still.clear()
        self._painted.start()

    def wait(self) -> None:
        """On another thread: let the window finish what it does."""
        left = self._since + self.patience - monotonic()
        if left > 0 and not self._nobody_waits:
            self._still.wait(left)

    @contextmanager
    def over(self) -> Iterator[None]:
        """On the window's thread: the window itself waits for the work now."""
        self._nobody_waits = True
        self._still.set()
        try:
            yield
        finally:
            self._nobody_waits = False

    def _rest(self) -> None:
        self._still.set()
