"""From the start of the program to its end: an empty window comes first, everything else is imported behind it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from wopdesk.places import program_name
from wopdesk.ui.none import hold_none
from wopdesk.ui.shell.ending import end_windows
from wopdesk.ui.shell.frame import Frame
from wopdesk.ui.shell.instance import Lock, hand_over
from wopdesk.ui.shell.preferences import Preferences
from wopdesk.ui.shell.start import Start

__all__ = ["Start", "open_window"]


def open_window(start: Start) -> int:
    """Run the window until it is closed; the exit code."""
    app = application()
    preferences = Preferences()
    if not start.named and preferences.data_file is not None:
        start = replace(start, data_file=preferences.data_file)
    lock = Lock(start.data_file)
    if not lock.is_first and hand_over(start.data_file, start.files):
        return 0
    look = preferences.appearance()
    frame = Frame(look.colours, right_to_left=look.right_to_left)
    preferences.place(frame)
    frame.painted.connect(lambda: _furnish(app, frame, preferences, (start, lock)))
    frame.show()
    code = app.exec()
    end_windows()
    lock.release()
    return code


def _furnish(app: QApplication, frame: Frame, preferences: Preferences, begun: tuple[Start, Lock]) -> None:
    """The window was seen: now there is time for all that is in it."""
    from wopdesk.ui.shell.session import Session  # noqa: PLC0415  # the window comes before its content

    session = Session(frame, preferences, *begun)
    app.aboutToQuit.connect(session.end)
    session.wake()


def application() -> QApplication:
    """The application, named as the system shows it."""
    app = QApplication.instance() or QApplication(["wopdesk"])
    assert isinstance(app, QApplication)  # noqa: S101  # nobody else makes one
    hold_none()
    app.setApplicationName("WOPDesk")
    app.setApplicationVersion(program_name().rpartition(" ")[2])
    app.setDesktopFileName("wopdesk")
    return app
