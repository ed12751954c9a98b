"""None, True and False outlive whatever Qt does with them (docs/decisions/0005)."""

import sys

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from wopdesk.ui.widgets.tick import Tick

PLENTY = 1 << 50


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on they cannot die")
def test_what_qt_does_not_count_is_held(qtbot: QtBot) -> None:
    tick = Tick("Sample")
    qtbot.addWidget(tick)
    tick.show()
    for _ in range(20):
        qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert not tick.isChecked()
    for single in (None, True, False):
        assert sys.getrefcount(single) > PLENTY
