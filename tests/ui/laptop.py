"""Every screen as a laptop of 1366×768 dots shows it at 125 %: `python -m tests.ui.laptop FOLDER [dark] [ur]`.

That leaves 1093×614 pixels, the least room that anybody has. Qt reads the scale when it starts, so one process makes
all pictures.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.gallery import grabbed
from tests.ui.screens.differences import pictures as differences
from tests.ui.screens.document import pictures as document
from tests.ui.screens.exchange import pictures as exchange
from tests.ui.screens.home import contents as home
from tests.ui.screens.offices import pictures as offices
from tests.ui.screens.partnership import contents as partnership
from tests.ui.screens.partnerships import contents as partnerships
from tests.ui.screens.pictures import shown
from tests.ui.screens.reports import contents as reports
from tests.ui.screens.settings import gallery as settings
from tests.ui.screens.welcome import gallery as welcome
from tests.ui.shell import pictures as shell
from wopdesk.ui.screens.settings.view import SECTIONS
from wopdesk.ui.theme.appearance import Appearance, Theme, wear

WINDOW, SCREEN, DIALOG = (1093, 614), (1013, 538), (420, 10)
"""The whole, what navigation and head leave of it, and a dialog, which becomes as high as it has to be."""
TREE = Path(__file__).parents[2]
Make = Callable[[str], QWidget]
_SCREENS: dict[str, tuple[Make, tuple[str, ...]]] = {
    "differences": (differences.make, ("typing", "none")),
    "document": (document.make, tuple(document.STATES)),
    "exchange": (exchange.make, ("tray", "taken", "invitation", "first")),
    "home": (home.make, tuple(home.OFFICES)),
    "offices": (offices.make, ("waiting", "mismatch", "cutting", "mentee")),
    "partnership": (partnership.make, tuple(partnership.MADE)),
    "partnerships": (partnerships.make, ("many", "none")),
    "reports": (reports.make, ("many", "none")),
    "settings": (settings.view, tuple(section.key for section in SECTIONS)),
}
STATES = [
    *(f"{screen}-{state}" for screen, (_, states) in _SCREENS.items() for state in states),
    *(f"welcome-{page}" for page in welcome.CONTENTS),
    *(f"window-{state}" for state in shell.STATES),
]


def pictured(folder: Path, *look: str) -> None:
    """Have all pictures made."""
    scaled = {**os.environ, "QT_SCALE_FACTOR": "1.25", "QT_FONT_DPI": "96", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", __name__, str(folder), *look]
    subprocess.run(command, cwd=TREE, env=scaled, check=True, capture_output=True)


def _made() -> Iterator[tuple[str, Callable[[], QWidget], tuple[int, int]]]:
    for screen, (make, states) in _SCREENS.items():
        yield from ((f"{screen}-{state}", partial(make, state), SCREEN) for state in states)
    yield from ((f"welcome-{page}", partial(welcome.show, page, *WINDOW), WINDOW) for page in welcome.CONTENTS)
    for state in shell.STATES:
        yield f"window-{state}", partial(shell.make, state), DIALOG if state in shell.DIALOGS else WINDOW


def main(folder: str, *look: str) -> None:
    """Save all pictures; a theme and a language may follow."""
    app = QApplication([])
    theme: Theme = "dark" if "dark" in look else "light"
    wear(app, Appearance(theme, "ur" if "ur" in look else "en"))
    for name, make, size in _made():
        view = make()
        shown(view, size)
        view.setFocus()
        grabbed(view).save(str(Path(folder) / f"{name}.png"))
        view.close()
        view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main(*sys.argv[1:])
