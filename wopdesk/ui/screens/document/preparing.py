"""Pages are made a small step at a time: the first one before it is shown, the others while nobody waits for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.summary import review
from wopdesk.ui.screens.document.view import DocumentView
from wopdesk.ui.shell.rubbish import working

_PAUSE = 4
"""Milliseconds between steps, for keys and painting."""


class Preparing(QObject):
    """Takes the steps. After the page at which one begins comes what is first in the record, and last the review."""

    def __init__(self, view: DocumentView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._step)

    def begin(self, filling: Filling, first: int, ready: Callable[[], None]) -> None:
        """Make the pages of a record, and tell when the first one can be shown; those of another one are forgotten."""
        self._steps = self._all(filling, first, ready)
        self._timer.start()

    def _all(self, filling: Filling, first: int, ready: Callable[[], None]) -> Iterator[None]:
        if filling.pages:
            yield from self._view.prepare(filling.page(first))
        ready()
        yield
        for number in range(len(filling.pages)):
            yield from self._view.prepare(filling.page(number))
        yield from self._view.prepare_review(review(filling))

    def _step(self) -> None:
        with working():
            if next(self._steps, self) is self:
                self._timer.stop()
