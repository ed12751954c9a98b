"""Offices with a partnership, and a person in front of a screen of one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.desk.fixtures import net, offices
from tests.desk.offices import Network
from tests.ui.screens.document.shown import Seat

__all__ = ["net", "offices"]


@pytest.fixture
def sit(net: Network, qtbot: QtBot) -> Iterator[Callable[[str], Seat]]:
    """Sits down at the desk of an office; everybody stands up at the end."""
    seats: list[Seat] = []

    def at(name: str) -> Seat:
        seats.append(Seat(net, qtbot, name))
        return seats[-1]

    yield at
    for seat in seats:
        if seat.office._thread.is_alive():  # noqa: SLF001  # a test may have stood up already
            seat.stand_up()
