"""The wizard as pictures, bit by bit, and what its parts tell those who do not see them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screens.document.pictures import STATES, make
from tests.ui.screens.exchange.scaled import at_125_percent
from tests.ui.screens.pictures import LOOKS, Look, picture, shown
from tests.ui.test_gallery import compare

MANY = 80
"""Presses of Tab, more than any state has places."""
ROOMY = Look(size=(1424, 824))
PAIRS = [*((state, look) for state in STATES for look in LOOKS), ("problem", ROOMY)]


@pytest.mark.parametrize(("state", "look"), PAIRS, ids=str)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, state: str, look: Look, tmp_path: Path) -> None:
    picture(qtbot, lambda: make(state), f"document-{state}", look, tmp_path)


def test_it_is_crisp_at_125_percent(tmp_path: Path) -> None:
    found = at_125_percent("tests.ui.screens.document.pictures", "problem", tmp_path / "large.png")
    compare(found, "document-problem-125-percent", tmp_path)


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name_and_is_reached_by_the_keyboard(qtbot: QtBot, state: str) -> None:
    view = make(state)
    qtbot.addWidget(view)
    shown(view, (1286, 692))
    controls = [
        one
        for kind in (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
        for one in view.findChildren(kind)
        if one.isVisible() and one.isEnabled()
    ]
    assert controls
    assert [one for one in controls if not one.accessibleName()] == []
    alone = [one for one in controls if not isinstance(one, QRadioButton)]  # arrows lead from choice to choice
    assert {one for one in alone if one.focusPolicy() & Qt.FocusPolicy.TabFocus} <= stops(view, qtbot)


def stops(view: QWidget, qtbot: QtBot) -> set[QWidget]:
    """Where Tab leads; in a table it goes from cell to cell first."""
    found: set[QWidget] = set()
    view.focusNextChild()
    for _ in range(MANY):
        at = QApplication.focusWidget()
        assert at is not None
        found.add(at)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    return found
