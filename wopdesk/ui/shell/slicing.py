"""Long work on what is shown, done a slice at a time, between which the window has its turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import chain

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from wopdesk.ui.shell.rubbish import at_rest, working

Steps = Iterator[bool | None]
"""Of long work. A step says whether it showed something, or the next will: then the window has its turn at once."""
_SLICE, _REST, _LATER = 6, 5, 100
"""Milliseconds worked at a stretch, then left to the window, and until it is looked again whether all rests."""


class Slicing(QObject):
    """Does one work after the other; what nobody waits for is `patient` and goes on only while all else rests."""

    def __init__(self, parent: QObject, *, patient: bool = False) -> None:
        super().__init__(parent)
        self._steps: Steps = iter(())
        self._patient = patient

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
        if self._patient and not at_rest():
            QTimer.singleShot(_LATER, self, self._go_on)
            return
        clock = QElapsedTimer()
        clock.start()
        steps, self._steps = self._steps, iter(())
        with nullcontext() if self._patient else working():
            for shows in steps:
                if shows or clock.elapsed() >= _SLICE:
                    self._steps = chain(steps, self._steps)  # and what a step began
                    QTimer.singleShot(_REST, self, self._go_on)
                    return
