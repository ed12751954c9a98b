"""Qt as every test finds it: no display, the same fonts and resolution everywhere, light and English."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from wopdesk.ui.shell.ending import end_windows
from wopdesk.ui.theme.appearance import Appearance, wear

os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))
os.environ["QT_FONT_DPI"] = "96"
os.environ["QT_SCALE_FACTOR"] = "1"
_NOWHERE = QPoint(9000, 9000)
"""Beside any window."""


@pytest.fixture(scope="session", autouse=True)
def ended(qapp: QApplication) -> Iterator[QApplication]:
    """What tests left lying goes as it does at the end of the program."""
    yield qapp
    end_windows()


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Whatever the test before wore; its windows are gone, which Qt would leave to a loop of events.

    So is its mouse: what appears below the place where it was left would look like what is pointed at.
    """
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCursor.setPos(_NOWHERE)
    QApplication.processEvents()
    wear(qapp, Appearance())


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """As in the window (`ui.shell.rubbish`): no worker collects garbage, as it would take Qt's objects away with it."""
    gc.disable()
    yield
    gc.enable()
