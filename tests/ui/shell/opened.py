"""Opens a data file as the program does, and tells which Qt classes were made on other threads. Run by a test.

Written to the standard output, a line each: `elsewhere NAME` for such a class, `lacking NAME` for a screen that was not
imported in the end, and last how many modules were imported on other threads.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import monotonic

_ELSEWHERE: set[str] = set()
_LONGEST = 60
"""Seconds that all may take."""


def _note(event: str, told: tuple[object, ...]) -> None:
    if event == "import" and threading.current_thread() is not threading.main_thread():
        _ELSEWHERE.add(str(told[0]))


sys.addaudithook(_note)

from PySide6.QtCore import QCoreApplication, QObject  # noqa: E402  # whoever listens is there first

from wopdesk.ui.shell.application import application  # noqa: E402
from wopdesk.ui.shell.frame import Frame  # noqa: E402
from wopdesk.ui.shell.places import SCREENS  # noqa: E402
from wopdesk.ui.shell.preferences import Preferences  # noqa: E402
from wopdesk.ui.shell.session import Session  # noqa: E402
from wopdesk.ui.shell.start import Start  # noqa: E402


def open_at(data_file: Path, preferences: Path) -> None:
    """Open it, and go on until every screen is there."""
    app, end = application(), monotonic() + _LONGEST
    frame = Frame(Preferences(preferences).appearance().colours, right_to_left=False)
    frame.show()
    session = Session(frame, Preferences(preferences), Start(data_file, today=date(2026, 11, 12), person="Sample"))
    session.wake()
    while list(_lacking()) and monotonic() < end:
        QCoreApplication.processEvents()
    session.end()
    app.quit()


def _lacking() -> Iterator[str]:
    names = (f"wopdesk.ui.screens.{folder}.screen" for folder, _ in SCREENS.values())
    return (name for name in names if name not in sys.modules)


def _made_elsewhere() -> Iterator[str]:
    """Names of modules of Qt itself, and of our classes below one of Qt's."""
    for name in sorted(_ELSEWHERE & set(sys.modules)):
        if name.startswith(("PySide6", "shiboken6")):
            yield name
        for held in list(vars(sys.modules[name]).values()):
            if isinstance(held, type) and issubclass(held, QObject) and held.__module__ == name:
                yield f"{name}.{held.__name__}"


if __name__ == "__main__":
    open_at(Path(sys.argv[1]), Path(sys.argv[2]))
    for made in _made_elsewhere():
        sys.stdout.write(f"elsewhere {made}\n")
    for lacking in _lacking():
        sys.stdout.write(f"lacking {lacking}\n")
    sys.stdout.write(f"imported {len(_ELSEWHERE)} elsewhere\n")
