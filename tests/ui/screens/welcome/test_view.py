"""The pages as pictures, in words and for those who do not see them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.gallery import grabbed
from tests.ui.screens.pictures import Look
from tests.ui.screens.welcome.gallery import CONTENTS, show
from tests.ui.screens.welcome.listening import Listening
from tests.ui.test_gallery import TREE, compare
from wopdesk.ui.screens.welcome.office import OfficeLeaf
from wopdesk.ui.screens.welcome.page import Page
from wopdesk.ui.theme.appearance import Appearance, wear

WINDOW, SMALL = (1440, 900), (1366, 768)
LOOKS = (Look(size=WINDOW), Look("dark", size=WINDOW), Look(language="ur", size=WINDOW), Look(size=SMALL))
PAIRS = [(name, look) for name in CONTENTS for look in LOOKS]


@pytest.mark.parametrize(("name", "look"), PAIRS, ids=str)
def test_it_looks_as_it_was_agreed(qapp: QApplication, qtbot: QtBot, name: str, look: Look, tmp_path: Path) -> None:
    wear(qapp, Appearance(look.theme, look.language))
    page = show(name, *look.size)
    qtbot.addWidget(page)
    compare(grabbed(page), f"welcome-{name}-{look}", tmp_path)


@pytest.mark.parametrize("name", ["who", "how", "kit", "recover"])
def test_it_is_crisp_on_a_laptop_at_125_percent(name: str, tmp_path: Path) -> None:
    """1366×768 dots leave 1093×614 pixels. Qt reads the scale when it starts, so it starts once more."""
    picture = tmp_path / "large.png"
    scaled = {**os.environ, "QT_SCALE_FACTOR": "1.25", "QT_FONT_DPI": "96", "QT_QPA_PLATFORM": "offscreen"}
    module = "tests.ui.screens.welcome.gallery"
    command = [sys.executable, "-m", module, "--page", name, "--size", "1093x614", str(picture)]
    subprocess.run(command, cwd=TREE, env=scaled, check=True, capture_output=True)
    compare(QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32), f"welcome-{name}-125-percent", tmp_path)


@pytest.mark.parametrize("name", CONTENTS)
def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, name: str) -> None:
    page = show(name, *WINDOW)
    qtbot.addWidget(page)
    parts = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    assert parts
    assert not [part for part in parts if part.isVisible() and not part.accessibleName()]


def edge_of(button: QAbstractButton) -> str:
    """The colour of the line around it, at the middle of its start."""
    return grabbed(button).pixelColor(0, button.height() // 2).name()


def test_where_the_keyboard_is_does_not_look_like_what_is_chosen(qtbot: QtBot) -> None:
    page = show("office", *WINDOW)
    qtbot.addWidget(page)
    assert isinstance(page.leaf, OfficeLeaf)
    chosen, *others = page.leaf.roles.buttons.values()
    others[0].setFocus()
    qtbot.waitUntil(others[0].hasFocus)
    assert chosen.isChecked()
    assert edge_of(others[0]) == edge_of(others[1]) != edge_of(chosen)
    assert grabbed(others[0]) != grabbed(others[1])


def test_every_text_is_translated(qapp: QApplication, qtbot: QtBot) -> None:
    wear(qapp, Appearance("light", "ur"))
    listening = Listening()
    qapp.installTranslator(listening)
    for content in CONTENTS.values():
        page = Page()
        qtbot.addWidget(page)
        page.show_content(content)
    qapp.removeTranslator(listening)
    assert listening.lacking == set()


def test_a_switch_of_language_keeps_what_was_typed(qapp: QApplication, qtbot: QtBot) -> None:
    page = show("how-wrong", *WINDOW)
    qtbot.addWidget(page)
    wanted = grabbed(page)
    wear(qapp, Appearance("light", "ur"))
    QApplication.processEvents()
    assert grabbed(page) != wanted
    wear(qapp, Appearance())
    page.setFocus()
    qtbot.waitUntil(lambda: grabbed(page) == wanted)
