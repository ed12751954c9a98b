"""Where one can be in the window. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Where:
    """A screen, and what it is to show.

    Attributes:
        screen: its key in `shell.places.SCREENS`.
        record: the record that it shows, for screens of one record.
        space: the partnership that it shows, for screens of one partnership.
        path: the field to begin at, the section of the settings, or the computer whose approval is to be decided.
        kind: the kind of document to start or to list; of a record, `SEND` for the page on which it is sent.
        answers: with which a new document begins, as (path, text).
        files: that were dropped or given on the command line.
    """

    screen: str
    record: str = ""
    space: str = ""
    path: str = ""
    kind: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    files: tuple[Path, ...] = ()


HOME = Where("home")
SEND = "send"
