"""What the welcome asks of the application, since there is no desk yet. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from wopdesk.desk.desk import Desk
    from wopdesk.desk.faults import Told

T = TypeVar("T")


class Beginning(Protocol):
    """The application as the welcome knows it. Whatever is called back is called on the window's thread."""

    def begin(self, opening: Callable[[], Desk]) -> None:
        """Open a desk on its thread and show its home; the welcome is over."""

    def begin_at(self, data_file: Path) -> None:
        """Open the data file that was made or brought back, and show its home; the welcome is over."""

    def begin_sample(self, data_file: Path) -> None:
        """Open a data file of the sample on the day on which its story ends."""

    def background(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Told], None]) -> None:
        """Do something away from the window; `failed` gets the sentences of an outside fault."""
