"""The power fails while somebody types in the window: started again, it offers what was typed up to the last second."""

from __future__ import annotations

import sys
import time

import pytest

from tests.desk.offices import Network
from tests.journeys.seat import MISSING, Seat, seat
from wopdesk.desk import documents, typing, upkeep

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
_LAST = 1.0
"""Seconds of typing that may be lost."""
_SHORTEST, _STEP = 2.0, 0.375
"""Seconds of typing before a kill: eight steps fall on every eighth of the second in which what is typed is kept."""
REPORT = "Monthly report, March 2026"


def killed(there: Seat, moment: int) -> str:
    """Type without a pause, and kill the program at one of eight moments; what was typed a second before."""
    until = time.monotonic() + _SHORTEST + moment * _STEP
    typed, text, number = [(0.0, "")], "", 0
    while time.monotonic() < until:
        number += 1
        text += f"{number} "
        there.write(f"{number} ")
        typed.append((time.monotonic(), text))
    there.kill()
    end = time.monotonic()
    return next(text for at, text in reversed(typed) if at < end - _LAST)


def check(net: Network, moment: int) -> None:
    """Kill, start again, and find it."""
    record = net.report(net.a).id
    net.close("a")
    file = net.folder / "a.wopdesk"
    command = [sys.executable, "-m", "wopdesk", "--data", str(file), "--today", "2026-11-03", "--as", "Sample Engineer"]
    with seat(net.folder / "home", command) as there:
        there.sees(REPORT)
        there.goes_to(REPORT)
        there.press("Return")
        there.sees("Name and position.")
        there.goes_to("Prepared by")
        there.press("ctrl+a")
        lasting = killed(there, moment)
    with seat(net.folder / "home", command) as there:
        there.sees(f"What you typed in “{REPORT}” was kept")
        there.goes_to("What you typed")
        there.press("Return")
        there.sees("Prepared by, required")
        there.close()
    assert upkeep.check(net.a) == []
    answers = {**documents.find_document(net.a, record).answers, **typing.typed(net.a, record).texts}
    assert answers["about/prepared_by"].startswith(lasting.strip())
    assert lasting


@pytest.mark.parametrize("moment", [0, 4])
def test_a_kill_at_the_window_loses_no_second(net: Network, moment: int) -> None:
    check(net, moment)


@pytest.mark.long
@pytest.mark.parametrize("moment", [1, 2, 3, 5, 6, 7])
def test_a_kill_at_the_window_loses_no_second_at_any_eighth_of_it(net: Network, moment: int) -> None:
    check(net, moment)
