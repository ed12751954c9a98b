"""Pages that are not seen yet are made while nobody waits, a small step at a time, so that turning to them is quick."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.view import DocumentView

_PAUSE = 4
"""Milliseconds between steps, for keys and painting."""


class Preparing(QObject):
    """Takes the steps. What comes first in the record is made first."""

    def __init__(self, view: DocumentView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._step)

    def begin(self, filling: Filling) -> None:
        """Make the pages of a record; those of another one before are forgotten."""
        self._steps = self._all(filling)
        self._timer.start()

    def end(self) -> None:
        """Make no more."""
        self._timer.stop()

    def _all(self, filling: Filling) -> Iterator[None]:
        for number in range(len(filling.pages)):
            yield from self._view.prepare(filling.page(number))

    def _step(self) -> None:
        if next(self._steps, self) is self:
            self._timer.stop()
