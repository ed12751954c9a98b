from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from wopdesk.ui.shell.preferences import Preferences


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "window.ini"
    first = Preferences(file)
    first.theme, first.language = "dark", "ur"
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(502, 401)
    first.remember(window)
    second = Preferences(file)
    assert second.appearance().theme == "dark"
    assert second.appearance().language == "ur"
    again = QWidget()
    qtbot.addWidget(again)
    second.place(again)
    assert (again.width(), again.height()) == (502, 401)


@pytest.mark.parametrize("content", [b"", b"[General]\ntheme=pink\nlanguage=xx\ngeometry=rubbish\n", b"\xff\x00" * 50])
def test_a_file_that_makes_no_sense_is_as_none(tmp_path: Path, qtbot: QtBot, content: bytes) -> None:
    file = tmp_path / "window.ini"
    file.write_bytes(content)
    preferences = Preferences(file)
    assert preferences.theme == "system"
    assert preferences.language in {"en", "ur"}
    window = QWidget()
    qtbot.addWidget(window)
    preferences.place(window)
    assert window.width() > 100


@pytest.mark.parametrize("remembered", [None, (4000, 3000)], ids=["the first time", "after a larger screen"])
def test_a_window_that_has_no_room_fills_the_screen_and_fits_it_when_it_is_made_smaller(
    tmp_path: Path, qtbot: QtBot, remembered: tuple[int, int] | None
) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    if remembered:
        before = QWidget()
        qtbot.addWidget(before)
        before.resize(*remembered)
        preferences.remember(before)
    window = QWidget()
    qtbot.addWidget(window)
    preferences.place(window)
    room = window.screen().availableSize()
    assert room.width() < 1440  # as that of the tests is
    assert window.isMaximized()
    assert window.normalGeometry().height() < room.height()
    window.showNormal()
    assert window.height() < room.height()
    assert window.width() < room.width()
