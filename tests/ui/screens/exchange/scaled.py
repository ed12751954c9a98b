"""Screens at another scale, read by Qt at its start: `python -m tests.ui.screens.exchange.scaled MODULE STATE OUT`."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.gallery import grabbed
from tests.ui.screens.pictures import SMALL, shown
from wopdesk.ui.theme.appearance import Appearance, Theme, wear

TREE = Path(__file__).parents[4]


def at_125_percent(module: str, state: str, out: Path) -> QImage:
    """A picture of a state, taken by a process of its own."""
    scaled = {**os.environ, "QT_SCALE_FACTOR": "1.25", "QT_FONT_DPI": "96", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", __name__, module, state, str(out)]
    subprocess.run(command, cwd=TREE, env=scaled, check=True, capture_output=True)
    return QImage(str(out)).convertToFormat(QImage.Format.Format_RGB32)


def main(module: str, state: str, out: str, *look: str) -> None:
    """Save the picture of a state; a theme, a language and a size may follow."""
    app = QApplication([])
    theme: Theme = "dark" if "dark" in look else "light"
    wear(app, Appearance(theme, "ur" if "ur" in look else "en"))
    view = importlib.import_module(module).make(state)
    size = next((tuple(map(int, one.split("x"))) for one in look if "x" in one), SMALL)
    shown(view, (size[0], size[1]))
    grabbed(view).save(out)
    view.deleteLater()  # before the application, or Qt may crash at the end
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main(*sys.argv[1:])
