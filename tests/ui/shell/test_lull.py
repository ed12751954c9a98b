"""Whoever works beside the window lets it paint first, and never waits for it long."""

from threading import Thread

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from wopdesk.ui.shell.lull import Lull


class _Page(QWidget):
    """Says when it was painted."""

    def __init__(self, said: list[str]) -> None:
        super().__init__()
        self.said = said

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.said.append("painted")


@pytest.fixture
def page(qtbot: QtBot) -> _Page:
    """A page that stands there, painted."""
    said: list[str] = []
    made = _Page(said)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: bool(said))
    said.clear()
    return made


def _worker(lull: Lull, said: list[str]) -> Thread:
    def work() -> None:
        lull.wait()
        said.append("worked")

    thread = Thread(target=work)
    thread.start()
    return thread


def test_what_changed_is_painted_before_others_work(page: _Page, qtbot: QtBot) -> None:
    said, lull = page.said, Lull(page)
    lull.patience = 60
    lull.stir()
    page.update()
    thread = _worker(lull, said)
    qtbot.waitUntil(lambda: "worked" in said)
    thread.join()
    assert said.index("painted") < said.index("worked")


def test_a_window_that_does_not_come_to_paint_is_not_waited_for(page: _Page) -> None:
    said, lull = page.said, Lull(page)
    lull.patience = 0.01
    lull.stir()
    _worker(lull, said).join()
    assert said == ["worked"]


def test_a_window_that_waits_itself_is_not_waited_for(page: _Page) -> None:
    said, lull = page.said, Lull(page)
    lull.patience = 60
    lull.stir()
    before = _worker(lull, said)
    with lull.over():
        before.join(10)
        lull.stir()
        _worker(lull, said).join(10)
        assert said == ["worked", "worked"]
