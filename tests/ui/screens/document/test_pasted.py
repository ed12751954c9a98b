"""What is said after cells were pasted from Excel."""

from __future__ import annotations

from collections.abc import Callable

from tests.desk.offices import Network
from tests.ui.screens.document.shown import Seat, filling
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
FIGURES = "progress/figures"


def begun(net: Network, sit: Sit) -> tuple[Seat, DocumentScreen]:
    where = Where("document", kind="monthly_report", space=net.home.id, answers=(("about/period", "2026-10"),))
    seat = sit("a")
    screen = seat.open(where)
    screen.view.turned.emit(filling(screen).page_of(FIGURES))
    return seat, screen


def test_how_much_came_in_is_said_and_can_be_taken_back(net: Network, sit: Sit) -> None:
    seat, screen = begun(net, sit)
    rows = filling(screen).standing.rows[FIGURES]
    screen.view.pasted.emit(FIGURES, 0, 0, [["31", "By meter"], ["64", ""]])
    seat.wait(seat.has_heard)
    (notice,) = seat.notices
    assert notice.text.startswith("3 fields came in, in 2 rows.")
    assert notice.undo
    assert filling(screen).standing.texts[f"{FIGURES}[{rows[1]}]/value"] == "64"
    screen.undo()
    assert f"{FIGURES}[{rows[1]}]/value" not in filling(screen).standing.texts


def test_where_nothing_came_in_nothing_is_offered_to_be_taken_back(net: Network, sit: Sit) -> None:
    seat, screen = begun(net, sit)
    screen.view.pasted.emit(FIGURES, 2, 0, [["31", "By meter"]])
    seat.wait(seat.has_heard)
    (notice,) = seat.notices
    assert "not taken" in notice.text
    assert not notice.undo
