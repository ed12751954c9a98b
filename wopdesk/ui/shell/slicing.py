"""Long work on what is shown, done a slice at a time, between which the window has its turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from wopdesk.ui.shell.rubbish import working

Steps = Iterator[bool | None]
"""Of long work. A step says whether it showed something, or the next will: then the window has its turn at once."""
_SLICE, _REST = 6, 5
"""Milliseconds that are worked at a stretch, and in which the window then has its turn while somebody waits."""


class Slicing(QObject):
    """Does one work after the other; what nobody waits for has a longer `rest`, in milliseconds, after each slice."""

    def __init__(self, parent: QObject, *, rest: int = _REST) -> None:
        super().__init__(parent)
        self._steps: Steps = iter(())
        self._rest = rest

    def begin(self, steps: Steps) -> None:
        """Do this, after whatever was begun before is done."""
        self.finish()
        self._steps = steps
        self._go_on()

    def finish(self) -> None:
        """Let all that was begun be done now."""
        steps, self._steps = self._steps, iter(())
        deque(steps, maxlen=0)

    def _go_on(self) -> None:
        """Work for as long as nobody notices.

        What is answered by a step, as a cell that the keyboard leaves, has nothing to wait for.
        """
        clock = QElapsedTimer()
        clock.start()
        steps, self._steps = self._steps, iter(())
        with working():
            for shows in steps:
                if shows or clock.elapsed() >= _SLICE:
                    self._steps = chain(steps, self._steps)  # and what a step began
                    QTimer.singleShot(self._rest, self, self._go_on)
                    return
