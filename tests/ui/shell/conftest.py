"""A whole session of the program in a window, on a real data file."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from wopdesk.desk.welcome import NewOffice, set_up
from wopdesk.ui.shell.frame import Frame
from wopdesk.ui.shell.preferences import Preferences
from wopdesk.ui.shell.session import Session
from wopdesk.ui.shell.start import Start

Begin = Callable[[Start], Session]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new mentee's data file."""
    path = tmp_path / "mentee.wopdesk"
    set_up(path, NewOffice("mentee", "Sample utility", "Sample Engineer")).desk.close()
    return path


@pytest.fixture
def begin(tmp_path: Path, qtbot: QtBot) -> Iterator[Begin]:
    """Start the program on a data file, as it starts after its empty window was seen."""
    begun: list[Session] = []

    def begin(start: Start) -> Session:
        preferences = Preferences(tmp_path / "window.ini")
        look = preferences.appearance()
        frame = Frame(look.colours, right_to_left=look.right_to_left)
        qtbot.addWidget(frame)
        frame.resize(1366, 768)
        frame.show()
        session = Session(frame, preferences, start)
        begun.append(session)
        session.wake()
        return session

    yield begin
    for session in begun:
        session.frame.close()
        session.end()


@pytest.fixture
def session(begin: Begin, file: Path, qtbot: QtBot) -> Session:
    """The program with its home on the screen and somebody working."""
    session = begin(Start(file, today=date(2026, 11, 12), person="Sample Engineer"))
    qtbot.waitUntil(lambda: session.window.screen_shown is not None)
    return session
