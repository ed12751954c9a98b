"""From the start of the program to its end: the window comes first, the desk is imported and opened behind it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from wopdesk.places import program_name
from wopdesk.ui.shell.instance import Lock, hand_over
from wopdesk.ui.shell.preferences import Preferences
from wopdesk.ui.shell.session import Session
from wopdesk.ui.shell.start import Start
from wopdesk.ui.shell.window import Window
from wopdesk.ui.theme.appearance import wear

__all__ = ["Start", "open_window"]


def open_window(start: Start) -> int:
    """Run the window until it is closed; the exit code."""
    app = application()
    lock = Lock(start.data_file)
    if not lock.is_first and hand_over(start.data_file, start.files):
        return 0
    preferences = Preferences()
    wear(app, preferences.appearance())
    window = Window()
    preferences.place(window)
    window.show()
    session = Session(window, preferences, start)
    QTimer.singleShot(0, session.wake)  # once the window was painted
    code = app.exec()
    session.end()
    return code


def application() -> QApplication:
    """The application, named as the system shows it."""
    app = QApplication.instance() or QApplication(["wopdesk"])
    assert isinstance(app, QApplication)  # noqa: S101  # nobody else makes one
    app.setApplicationName("WOPDesk")
    app.setApplicationVersion(program_name().rpartition(" ")[2])
    app.setDesktopFileName("wopdesk")
    return app
