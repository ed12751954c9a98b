"""The sections as pictures, in words and for those who do not see them."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.screens.pictures import LOOKS, WIDE, Look, picture, shown
from tests.ui.screens.settings.gallery import CONTENT, view
from tests.ui.screens.welcome.listening import Listening
from tests.ui.test_gallery import TREE, compare
from wopdesk.ui.i18n import from_left
from wopdesk.ui.screens.settings.amounts import bytes_said
from wopdesk.ui.screens.settings.content import Checked, Standing
from wopdesk.ui.screens.settings.view import SECTIONS
from wopdesk.ui.theme.appearance import Appearance, wear

KEYS = [section.key for section in SECTIONS]
PAIRS = [(key, look) for key in (*KEYS, "theft") for look in LOOKS]


@pytest.mark.parametrize(("key", "look"), PAIRS, ids=str)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, key: str, look: Look, tmp_path: Path) -> None:
    picture(qtbot, lambda: view(key), f"settings-{key}", look, tmp_path)


def test_it_is_crisp_at_125_percent(tmp_path: Path) -> None:
    """Qt reads the scale when it starts, so it starts once more."""
    file = tmp_path / "large.png"
    scaled = {**os.environ, "QT_SCALE_FACTOR": "1.25", "QT_FONT_DPI": "96", "QT_QPA_PLATFORM": "offscreen"}
    module = "tests.ui.screens.settings.gallery"
    command = [sys.executable, "-m", module, "--section", "backups", "--size", "1013x538", str(file)]
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
    for key in ("people", "theft"):
        qtbot.addWidget(view(key))
    qapp.removeTranslator(listening)
    assert listening.lacking == set()


def test_from_right_to_left_there_is_as_much_room_beside_the_sections(qapp: QApplication, qtbot: QtBot) -> None:
    def before_and_after() -> tuple[int, int]:
        made = view("people")
        qtbot.addWidget(made)
        shown(made, WIDE)
        panel, width = made.people, made.width() - 1
        sections = made.sections.mapTo(made, made.sections.rect().topLeft()).x()
        left = panel.mapTo(made, panel.rect().topLeft()).x()
        if made.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return sections, left
        return width - sections - made.sections.width() + 1, width - left - panel.width() + 1

    wanted = before_and_after()
    wear(qapp, Appearance("light", "ur"))
    assert before_and_after() == wanted


def test_an_approved_office_is_not_asked_to_have_itself_approved(qtbot: QtBot) -> None:
    def hint(standing: Standing) -> str:
        made = view("office")
        qtbot.addWidget(made)
        made.show_content(replace(CONTENT, office=replace(CONTENT.office, standing=standing)))
        return " ".join(label.text() for label in made.office.findChildren(QLabel) if not label.isHidden())

    asked = "types it to approve this office"
    assert asked in hint("waiting")
    assert asked not in hint("approved")


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
