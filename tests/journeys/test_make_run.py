"""From a fresh computer to the first partnership by `make run`, at a display, with the keyboard alone."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.seat import MISSING, TREE, Seat, seat

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
TITLE = "Sample: hours of supply in zone D"


def test_from_nothing_to_a_partnership(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with seat(home, ["make", "run"]) as there:
        set_up(there)
        start_partnership(there)
        there.close()
    (partnership,) = told(home, "list", "partnership")
    answers = told(home, "show", partnership["id"])["answers"]
    assert (answers["about/title"], answers["about/code"]) == (TITLE, "WOP-PK-009")
    assert not list((home / "data" / "WOPDesk").glob("faults/*"))


def set_up(there: Seat) -> None:
    """Who one is, which office, and to begin alone."""
    there.sees("Who are you?")
    there.write("Sample Engineer")
    there.press("Return")
    there.sees("Which office?")
    there.press("space")
    there.goes_to("Name of the organisation")
    there.write("Sample utility")
    there.press("Return")
    there.sees("How to begin")
    there.goes_to("Start alone, be approved later", key="Down")
    there.press("Return")
    there.sees("Sample utility has its desk")
    there.goes_to("Open my desk")
    there.press("Return")
    there.sees("Start something")


def start_partnership(there: Seat) -> None:
    """Start it, give it a title, say more on its first page, save and close."""
    there.goes_to("New partnership …")
    there.press("space")
    there.sees("Who works with whom on what")
    there.write(TITLE)
    there.press("Return")
    there.sees(TITLE, "Code")
    there.goes_to("Code")
    there.write("WOP-PK-009")
    there.press("alt+l")
    there.sees("Start something", "What to do next")


def told(home: Path, *question: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    """What the command line finds in the data file."""
    file = home / "data" / "WOPDesk" / "office.wopdesk"
    command = [str(TREE / ".venv" / "bin" / "wopdesk"), "--data", str(file), *question, "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
