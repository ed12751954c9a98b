"""Enter presses whatever has the keyboard, as the list of keys says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from wopdesk.ui.shell.places import PLACES
from wopdesk.ui.shell.status import Status
from wopdesk.ui.widgets.navigation import Navigation
from wopdesk.ui.widgets.stages import Stage, Stages


def of_navigation() -> tuple[QWidget, QAbstractButton]:
    navigation = Navigation(PLACES)
    return navigation, navigation.buttons["offices"]


def of_stages() -> tuple[QWidget, QAbstractButton]:
    stages = Stages([Stage("First"), Stage("Second")])
    return stages, stages.buttons[1]


def of_status() -> tuple[QWidget, QAbstractButton]:
    status = Status()
    status.show_sample(sample=True)
    return status, status.leave


Made = Callable[[], tuple[QWidget, QAbstractButton]]


@pytest.mark.parametrize("made", [of_navigation, of_stages, of_status])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_as_space_does(made: Made, key: Qt.Key, qtbot: QtBot) -> None:
    whole, button = made()
    qtbot.addWidget(whole)
    whole.show()
    whole.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)
