"""What every journey may ask for."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desk.fixtures import net, offices
from tests.journeys.person import Person
from tests.ui.conftest import dressed, ended, swept
from wopdesk.desk import sample
from wopdesk.ui.shell.frame import Frame
from wopdesk.ui.shell.preferences import Preferences
from wopdesk.ui.shell.session import Session
from wopdesk.ui.shell.start import Start

__all__ = ["desks", "dressed", "ended", "net", "offices", "sit", "swept", "told"]

TODAY = date(2026, 12, 3)
"""Four days before November's report is due."""
Sit = Callable[[str], AbstractContextManager[Person]]


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's data files, from which each journey gets copies."""
    folder = tmp_path_factory.mktemp("sample")
    for _sentence in sample.tell(folder):
        pass
    return folder


@pytest.fixture
def desks(told: Path, tmp_path: Path) -> Path:
    """The folder with the data files of mentee, mentor and coordinator."""
    left = shutil.ignore_patterns("bundles", "others", "*.pdf", "*.xlsx", "*.lock")
    return shutil.copytree(told, tmp_path / "desks", ignore=left)


@pytest.fixture
def sit(desks: Path, qtbot: QtBot) -> Sit:
    """Sit down at the desk of an office; the window is closed when the person stands up."""

    @contextmanager
    def sit(name: str) -> Iterator[Person]:
        preferences = Preferences(desks / f"{name}.ini")
        look = preferences.appearance()
        frame = Frame(look.colours, right_to_left=look.right_to_left)
        qtbot.addWidget(frame)
        frame.resize(1366, 768)
        frame.show()
        frame.activateWindow()
        session = Session(frame, preferences, Start(desks / f"{name}.wopdesk", today=TODAY))
        session.wake()
        try:
            yield Person(session, qtbot)
        finally:
            frame.close()
            session.end()

    return sit
