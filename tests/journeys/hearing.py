"""What whoever cannot see the window hears of it: everything that the keyboard can come to has a name and a kind."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from tests.journeys.assistive import Seen
from tests.journeys.seat import Seat, until
from wopdesk.places import resources_folder

Way = Callable[[Seat], None]
_NAMED_BY_CONTENT = {"cell", "list item", "table cell"}
"""An empty choice or cell has no other name than its content."""
_CONTENT = {*_NAMED_BY_CONTENT, "label", "dialog"}
"""What may be nothing but the name of a file."""
_NO_KIND = {"invalid", "unknown"}
_FILE_NAME = re.compile(r"[^ ]+\.[a-z]{2,8}")
_ICONS = {file.stem for file in (resources_folder() / "icons" / "lucide").glob("*.svg")}


def nameless(there: Seat) -> list[str]:
    """What the keyboard can come to and nobody hears, of all that it can come to; windows, too."""
    controls: list[Seen] = []

    def heard() -> bool:
        controls[:] = [one for one in there.shown() if one.focusable or one.role in {"dialog", "alert"}]
        return any(one.focusable for one in controls)

    until(heard, "nothing is read aloud")
    silent = [one for one in controls if _is_silent(one) or one.role in _NO_KIND or _is_bare(one)]
    return [f"{one.role} in {' / '.join(one.path[-4:])}" for one in silent]


def _is_silent(one: Seen) -> bool:
    """Whether it has no name; that of a list that drops down is what was chosen, so it needs what it is called, too."""
    if one.role == "combo box":
        return not any(label.strip() for label in one.labels)
    return not one.name.strip() and one.role not in _NAMED_BY_CONTENT


def _is_bare(one: Seen) -> bool:
    """Whether it is called by its icon or by a file alone, which do not say what it does."""
    return one.role not in _CONTENT and (one.name in _ICONS or _FILE_NAME.fullmatch(one.name) is not None)


def opened(file: Path, *brought: Path) -> list[str | Path]:
    """The command that opens a data file on the journeys' day, with files to receive."""
    return [sys.executable, "-m", "wopdesk", "--data", file, "--today", "2026-12-03", *brought]


def place(number: int, words: str) -> Way:
    """One of the places that Alt and a number lead to."""

    def go(there: Seat) -> None:
        there.press(f"alt+{number}")
        there.sees(words)

    return go


def pressed(number: int, button: str, words: str) -> Way:
    """What a button at one of the places opens."""

    def go(there: Seat) -> None:
        there.press(f"alt+{number}")
        there.goes_to(button)
        there.press("Return")
        there.sees(words)

    return go


def report(there: Seat) -> None:
    """The report of November, at its first page."""
    there.press("alt+1")
    there.goes_to("Write: Monthly report, November 2026")
    there.press("Return")
    there.sees("Prepared by, required")


def page(words: str) -> Way:
    """The next page of the report."""

    def go(there: Seat) -> None:
        there.press("ctrl+Next")
        there.sees(words)

    return go
