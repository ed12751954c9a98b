"""The sections as pictures, in words and for those who do not see them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.screens.pictures import SMALL, WIDE, Look, picture, shown
from tests.ui.screens.settings.gallery import CONTENT, view
from tests.ui.screens.welcome.listening import Listening
from tests.ui.test_gallery import TREE, compare
from wopdesk.ui.i18n import from_left
from wopdesk.ui.screens.settings.amounts import bytes_said
from wopdesk.ui.screens.settings.content import Checked
from wopdesk.ui.screens.settings.view import SECTIONS
from wopdesk.ui.theme.appearance import Appearance, wear

KEYS = [section.key for section in SECTIONS]
LOOKS = [
    *((key, Look()) for key in KEYS),
    *((key, Look("dark")) for key in ("people", "backups", "file")),
    *((key, Look(language="ur")) for key in ("people", "look", "office", "forms", "backups", "file", "leaving")),
    *((key, Look(size=SMALL)) for key in ("backups", "keyboard", "about")),
]


@pytest.mark.parametrize(("key", "look"), LOOKS, ids=str)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, key: str, look: Look, tmp_path: Path) -> None:
    picture(qtbot, lambda: view(key), f"settings-{key}", look, tmp_path)


def test_it_is_crisp_at_125_percent(tmp_path: Path) -> None:
    """Qt reads the scale when it starts, so it starts once more."""
    file = tmp_path / "large.png"
    scaled = {**os.environ, "QT_SCALE_FACTOR": "1.25", "QT_FONT_DPI": "96", "QT_QPA_PLATFORM": "offscreen"}
    module = "tests.ui.screens.settings.gallery"
    command = [sys.executable, "-m", module, "--section", "backups", "--size", "1029x538", str(file)]
    subprocess.run(command, cwd=TREE, env=scaled, check=True, capture_output=True)
    compare(QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32), "settings-backups-125-percent", tmp_path)


@pytest.mark.parametrize("key", KEYS)
def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, key: str) -> None:
    made = view(key)
    qtbot.addWidget(made)
    shown(made, WIDE)
    parts = [*made.findChildren(QAbstractButton), *made.findChildren(QLineEdit), *made.findChildren(QTableView)]
    assert not [part for part in parts if part.isVisible() and part.focusPolicy() and not part.accessibleName()]


def test_every_text_is_translated(qapp: QApplication, qtbot: QtBot) -> None:
    wear(qapp, Appearance("light", "ur"))
    listening = Listening()
    qapp.installTranslator(listening)
    qtbot.addWidget(view("people"))
    qapp.removeTranslator(listening)
    assert listening.lacking == set()


def test_what_the_check_found_is_said(qtbot: QtBot) -> None:
    made = view("file")
    qtbot.addWidget(made)
    made.file.show_checking()
    assert not made.file.check.isEnabled()
    made.file.show_checked(Checked(("A photo or a version is no longer what was kept.",)))
    assert "no longer what was kept" in made.file.said
    assert made.file.check.isEnabled()


@pytest.mark.parametrize(
    ("amount", "said"), [(0, "0 B"), (999, "999 B"), (2048, "2.0 KB"), (3_563_520, "3.4 MB"), (1 << 40, "1024 GB")]
)
def test_amounts_are_said_as_people_do(amount: int, said: str) -> None:
    assert bytes_said(amount) == from_left(said)


def test_the_place_of_the_keys_is_beside_the_data(qtbot: QtBot) -> None:
    made = view("backups")
    qtbot.addWidget(made)
    assert made.backups.key_folder == f"{CONTENT.storage.place}.keys"
