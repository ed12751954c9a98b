"""With what the program was started. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Start:
    """With what the program was started.

    Attributes:
        data_file: the data file to open; it need not exist yet.
        named: whether somebody named it; else the one that was chosen last is opened.
        files: to receive, as bundles or the papers and mails that carry them.
        today: the day to go by, where another than the computer's was named.
        person: who is working, where somebody was named.
    """

    data_file: Path
    files: Sequence[Path] = field(default=())
    today: date | None = None
    person: str = ""
    named: bool = True
