"""The program ends without a word, whatever windows there were."""

import subprocess
import sys

from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.journeys.seat import TREE
from wopdesk.ui.shell.ending import end_windows


def test_the_program_ends_whole_also_with_windows_that_only_their_buttons_know() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.ui.shell.departing"], cwd=TREE, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_windows_go_with_all_that_lies_in_them(qtbot: QtBot) -> None:
    window, alone = QWidget(), QWidget()
    choice = QComboBox(window)
    choice.addItems(["Sample"])
    choice.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    late = QWidget()
    late.deleteLater()
    end_windows()
    assert not any(map(isValid, (window, alone, choice, late)))
    assert QApplication.topLevelWidgets() == []
