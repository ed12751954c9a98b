"""Whoever cannot see the window hears what has the keyboard: no control of any screen is without a name."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.assistive import Seen
from tests.journeys.seat import MISSING, Seat, seat, until

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
_NAMED_BY_CONTENT = {"cell", "list item", "table cell"}
"""An empty choice or cell has no other name than its content."""
Way = Callable[[Seat], None]


def nameless(there: Seat) -> list[str]:
    """What the keyboard can come to and nobody hears, of all that it can come to."""
    controls: list[Seen] = []

    def heard() -> bool:
        controls[:] = [one for one in there.shown() if one.focusable]
        return bool(controls)

    until(heard, "nothing is read aloud")
    silent = [one for one in controls if not one.name.strip() and one.role not in _NAMED_BY_CONTENT]
    return [f"{one.role} in {' / '.join(one.path[-4:])}" for one in silent]


def opened(file: Path) -> list[str]:
    return [sys.executable, "-m", "wopdesk", "--data", str(file), "--today", "2026-12-03"]


def place(number: int, words: str) -> Way:
    """One of the places that Alt and a number lead to."""

    def go(there: Seat) -> None:
        there.press(f"alt+{number}")
        there.sees(words)

    return go


def report(there: Seat) -> None:
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


def partnership(there: Seat) -> None:
    there.press("alt+2")
    there.goes_to("All partnerships")
    there.press("Down", "Return")
    there.sees("Work plan implementation")


def differences(there: Seat) -> None:
    there.press("alt+1")
    there.goes_to("Two answers differ")
    there.press("Return")
    there.sees("1 to settle", "Expected results")


def review(there: Seat) -> None:
    there.press("alt+1")
    there.goes_to("Review: Monthly report, September 2026")
    there.press("Return")
    there.sees("What was good", "The calendar month reported on.")


PLACES = {
    "home": place(1, "What to do next"),
    "partnerships": place(2, "All partnerships"),
    "documents": place(3, "New document"),
    "send and receive": place(4, "Sent and received"),
    "offices": place(5, "Offices"),
    "settings": place(6, "Settings"),
    "one partnership": partnership,
}
REPORT = {
    "report": report,
    "figures": page("Figures of the month"),
    "work": page("Activities of the work plan"),
    "advice": page("Open advice"),
    "findings": page("No findings this month"),
    "obstacles": page("No obstacles this month"),
    "requests": page("No request this month"),
    "review": page("to fix before it can be sent"),
}
DESKS: dict[str, dict[str, Way]] = {
    "mentee": {**PLACES, **REPORT},
    "coordinator": {**PLACES, "differences": differences, "review of a report": review},
}


@pytest.mark.parametrize("desk", DESKS)
def test_every_control_has_a_name(desks: Path, tmp_path: Path, desk: str) -> None:
    found: dict[str, list[str]] = {}
    with seat(tmp_path / "home", opened(desks / f"{desk}.wopdesk")) as there:
        there.sees("What to do next")
        for name, go in DESKS[desk].items():
            go(there)
            found[name] = nameless(there)
        there.close()
    assert {name: things for name, things in found.items() if things} == {}


def test_every_control_of_the_welcome_has_a_name(tmp_path: Path) -> None:
    found: dict[str, list[str]] = {}
    with seat(tmp_path / "home", [sys.executable, "-m", "wopdesk"]) as there:
        there.sees("Who are you?")
        found["who"] = nameless(there)
        there.write("Sample Engineer")
        there.press("Return")
        there.sees("Which office?")
        found["office"] = nameless(there)
        there.press("space")
        there.goes_to("Name of the utility")
        there.write("Sample utility")
        there.press("Return")
        there.sees("How to begin")
        found["how"] = nameless(there)
        there.close()
    assert {name: things for name, things in found.items() if things} == {}
