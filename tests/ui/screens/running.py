"""A desk on its own thread, as the window has it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network, open_at
from wopdesk.ui.shell.work import DeskThread


@contextmanager
def running(net: Network, name: str, qtbot: QtBot) -> Iterator[DeskThread]:
    """The desk of this name on a thread; its file is opened there alone."""
    net.close(name)
    thread = DeskThread(lambda: open_at(net.folder / f"{name}.wopdesk", net.clock))
    opened: list[None] = []
    thread.open(opened.append, lambda told: pytest.fail(told.what))
    qtbot.waitUntil(lambda: bool(opened))
    yield thread
    assert thread.close()
