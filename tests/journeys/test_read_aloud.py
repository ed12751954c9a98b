"""Whoever cannot see the window hears what has the keyboard: no control of any screen is without a name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.journeys.hearing import Way, nameless, opened, page, place, report
from tests.journeys.seat import MISSING, Seat, seat

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


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


def settings(there: Seat) -> None:
    """The first section of the settings, with the keyboard on its name."""
    there.press("alt+6")
    there.goes_to("People")
    there.press("space")
    there.sees("Add and let work")


def section(words: str) -> Way:
    """The next section of the settings."""

    def go(there: Seat) -> None:
        there.press("Down", "space")
        there.sees(words)

    return go


def sending(there: Seat) -> None:
    """What was submitted is sent once more."""
    there.press("alt+2")
    there.goes_to("All partnerships")
    there.press("Down", "Return")
    there.goes_to("Monthly report, September 2026")
    there.press("Return")
    there.goes_to("Send it again")
    there.press("Return")
    there.sees("The message", "Look at the record")


SETTINGS = {
    "people": settings,
    "language and look": section("Language"),
    "this office": section("Choose the file and try …"),
    "forms": section("Change in Excel …"),
    "backups": section("Back up now"),
    "data file": section("Check now"),
    "keyboard": section("In a document"),
    "about": section("Apache 2.0"),
    "leaving": section("Choose the folder …"),
}
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
    "mentee": {**PLACES, **REPORT, "sending": sending},
    "coordinator": {
        **PLACES,
        **SETTINGS,
        "differences": differences,
        "review of a report": review,
    },
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
        there.goes_to("Name of the organisation")
        there.write("Sample utility")
        there.press("Return")
        there.sees("How to begin")
        found["how"] = nameless(there)
        there.close()
    assert {name: things for name, things in found.items() if things} == {}
