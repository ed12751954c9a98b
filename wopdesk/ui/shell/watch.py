"""What long work is given: it tells how far it is, lets the window go first, and learns that it is to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from wopdesk.desk.watching import Stopped
from wopdesk.ui.shell.lull import Lull

_TELL_EVERY = 0.05
_TURN = 0.0001
"""Seconds in which a busy worker surely holds no lock: with each row SQLite frees Python's for too short a moment to be
caught, and each time whoever wants it begins to wait anew."""


class Watch:
    """Given to a long job: it tells how far it is, and learns that it is to stop."""

    def __init__(self, advanced: Callable[[int, int], None], lull: Lull) -> None:
        self._advanced, self._lull = advanced, lull
        self._stop, self._told = threading.Event(), 0.0

    def stop(self) -> None:
        """Ask the job to end; what it had not finished is as if it had not begun."""
        self._stop.set()

    def __call__(self, done: int, total: int) -> None:
        """Tell progress, on the worker.

        Raises:
            Stopped: the person wants it to end.
        """
        if self._stop.is_set():
            raise Stopped
        time.sleep(_TURN)
        self._lull.wait()
        now = time.monotonic()
        if now - self._told >= _TELL_EVERY or done == total:
            self._told = now
            self._advanced(done, total)
