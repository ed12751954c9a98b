"""The document screen on a real desk thread with a real data file, as the window has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network, open_at
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.judge_panel import JudgePanel
from wopdesk.ui.screens.document.pager import Pager
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.screen import Notice
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.widgets.button import Button

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told


@dataclass
class Seat:
    """A person in front of the screen of one office."""

    net: Network
    qtbot: QtBot
    name: str = "a"
    screens: list[DocumentScreen] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    faults: list[Told] = field(default_factory=list)
    gone: list[Where] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.net.close(self.name)
        file = self.net.folder / f"{self.name}.wopdesk"
        # nobody said who works, so that the first question of a report is open
        self.office = DeskThread(lambda: open_at(file, self.net.clock, person=""))
        self.office.failed.connect(self.faults.append)
        opened: list[None] = []
        self.office.open(opened.append, self.faults.append)
        self.qtbot.waitUntil(lambda: bool(opened))

    def open(self, where: Where) -> DocumentScreen:
        """Come to a record, as the window does."""
        screen = DocumentScreen(self.office, where)
        self.screens.append(screen)
        screen.noticed.connect(self.notices.append)
        screen.gone.connect(self.gone.append)
        self.office.changed.connect(screen.refresh)
        self.qtbot.addWidget(screen)
        screen.resize(1286, 692)
        screen.show()
        screen.refresh()
        self.qtbot.waitUntil(lambda: screen.pager is not None)
        return screen

    def stand_up(self) -> None:
        """Leave what is open and close the desk."""
        for screen in self.screens:
            screen.leave()
            self.office.changed.disconnect(screen.refresh)
        assert self.office.close()

    def has_heard(self) -> bool:
        """Whether a message was shown."""
        return bool(self.notices)

    def wait(self, happened: Callable[[], bool]) -> None:
        """Wait until something has happened."""
        self.qtbot.waitUntil(happened)


def pager(screen: DocumentScreen) -> Pager:
    assert screen.pager is not None
    return screen.pager


def filling(screen: DocumentScreen) -> Filling:
    return pager(screen).filling


def panel_of(screen: DocumentScreen) -> JudgePanel:
    assert screen.judging.panel is not None
    return screen.judging.panel


def give(seat: Seat, panel: JudgePanel, verdict: Button) -> None:
    """Press a verdict, read what it says, and agree."""
    verdict.click()
    seat.wait(lambda: panel.sure.read)
    panel.sure.yes.click()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found
