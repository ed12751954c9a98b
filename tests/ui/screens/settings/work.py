"""An office's desk at work on its own thread, as the window has it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network, open_at
from wopdesk.ui.shell.work import DeskThread


@contextmanager
def at_work(net: Network, office: str, qtbot: QtBot) -> Iterator[DeskThread]:
    """Close the office's desk here and open it there."""
    net.close(office)
    thread = DeskThread(lambda: open_at(net.folder / f"{office}.wopdesk", net.clock))
    opened: list[None] = []
    thread.open(opened.append, lambda told: pytest.fail(told.what))
    qtbot.waitUntil(lambda: bool(opened))
    yield thread
    assert thread.close()
