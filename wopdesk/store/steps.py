"""How far a long step is, told to whoever waits for it; who is told may end it by raising."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Watch = Callable[[int, int], None]
"""Called with how much is done, of how much."""
AT_ONCE = 2000
"""Rows that are read or written without a word."""
TOLD_EACH = 100
"""Batches that are entered without a word."""
_PHASES = 3


def unwatched(done: int, total: int) -> None:
    """Nobody looks on."""


@dataclass(frozen=True)
class Steps:
    """Taking so many batches: they are kept, then entered into the views, and the views are written.

    Attributes:
        watch: who is told.
        batches: how many.
    """

    watch: Watch
    batches: int

    def kept(self, done: int) -> None:
        """So many batches were kept."""
        self._tell(0, done)

    def entered(self, done: int) -> None:
        """So many batches were entered."""
        self._tell(1, done)

    def written(self, done: int, total: int) -> None:
        """So many rows of the views were written."""
        self._tell(2, done * self.batches // max(total, 1))

    def _tell(self, phase: int, done: int) -> None:
        self.watch(phase * self.batches + min(done, self.batches), _PHASES * self.batches)


UNWATCHED = Steps(unwatched, 0)
"""Nobody looks on."""
