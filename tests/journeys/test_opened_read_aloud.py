"""What opens above a screen is read aloud, too, and Escape closes it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.journeys.hearing import Way, nameless, opened, pressed, report
from tests.journeys.seat import MISSING, Seat, seat, until

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


def paper(there: Seat) -> None:
    """The paper of the report that is being filled."""
    report(there)
    there.press(*["ctrl+Next"] * 7)
    there.sees("to fix before it can be sent")
    there.goes_to("Look at the paper")
    there.press("Return")
    there.sees("Back to the record")


def member(there: Seat) -> None:
    there.press("alt+2")
    there.goes_to("All partnerships")
    there.press("Down", "Return")
    there.goes_to("Add an office …")
    there.press("Return")
    there.sees("It receives everything that is in this partnership.")


CLOSED: dict[str, dict[str, tuple[Way, str]]] = {
    "mentee": {
        "who is working": (pressed(1, "Who is working?", "Another name and position"), "Another name and position"),
        "new partnership": (pressed(2, "New partnership …", "Who works with whom on what"), "Who works with whom"),
        "new document": (pressed(3, "New document …", "It stays with you until you send it."), "It stays with you"),
        "paper": (paper, "Back to the record"),
    },
    "coordinator": {"member": (member, "It receives everything that is in this partnership.")},
}


def gone(there: Seat, words: str) -> bool:
    """Whether a window is there, and these words are not."""
    shown = there.shown()
    return bool(shown) and not any(words in one.name for one in shown)


@pytest.mark.parametrize("desk", CLOSED)
def test_what_opens_is_named_and_escape_closes_it(desks: Path, tmp_path: Path, desk: str) -> None:
    found: dict[str, list[str]] = {}
    with seat(tmp_path / "home", opened(desks / f"{desk}.wopdesk")) as there:
        there.sees("What to do next")
        for name, (go, words) in CLOSED[desk].items():
            go(there)
            found[name] = nameless(there)
            there.press("Escape")
            until(partial(gone, there, words), f"Escape does not close {name}")
        there.close()
    assert {name: things for name, things in found.items() if things} == {}
