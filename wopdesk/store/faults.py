"""Faults of the outside world that meet a data file, told in three parts."""

from __future__ import annotations


class StoreFault(Exception):
    """The disk or the file does not allow what was asked.

    Attributes:
        what: what happened.
        safe: what is safe.
        next: what to do next.
    """

    def __init__(self, what: str, safe: str, next_step: str) -> None:
        """Tell it in three sentences."""
        super().__init__(f"{what} {safe} {next_step}")
        self.what, self.safe, self.next = what, safe, next_step
