"""The pictures of the pages, bit by bit; `tests/ui/test_gallery.py` says how they are made anew."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.form.page_content_later import pages
from tests.ui.form.page_gallery import show
from tests.ui.gallery import grabbed
from tests.ui.test_gallery import TREE, compare
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.i18n import Language
from wopdesk.ui.theme.appearance import Appearance, Theme, wear

Look = tuple[str, Theme, Language, tuple[int, int]]
LOOKS: list[Look] = [
    *((name, "light", "en", (940, 720)) for name in pages()),
    ("progress", "dark", "en", (940, 720)),
    ("work", "dark", "en", (1366, 768)),
    ("work", "light", "en", (1366, 768)),
    ("work", "light", "en", (560, 1200)),
    ("progress", "light", "ur", (940, 720)),
    ("work", "light", "ur", (1366, 768)),
    ("work", "dark", "ur", (1000, 1200)),
    ("advice", "dark", "ur", (940, 720)),
]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[1]}-{look[2]}-{look[3][0]}")
def test_a_page_looks_as_it_was_agreed(qapp: QApplication, qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    name, theme, language, size = look
    wear(qapp, Appearance(theme, language))
    shown = show(name, *size)
    qtbot.addWidget(shown)
    compare(grabbed(shown), f"page-{name}-{theme}-{language}-{size[0]}", tmp_path)


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("dark", "ur")])
def test_a_scrolled_table_looks_as_it_was_agreed(
    qapp: QApplication, qtbot: QtBot, theme: Theme, language: Language, tmp_path: Path
) -> None:
    wear(qapp, Appearance(theme, language))
    shown = show("plan", 940, 420)
    qtbot.addWidget(shown)
    bar = shown.findChildren(RepeatEditor)[0].view.horizontalScrollBar()
    bar.setValue(bar.maximum() // 2)
    compare(grabbed(shown), f"page-plan-scrolled-{theme}-{language}-940", tmp_path)


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("dark", "ur")])
def test_a_table_on_a_scrolled_page_looks_as_it_was_agreed(
    qapp: QApplication, qtbot: QtBot, theme: Theme, language: Language, tmp_path: Path
) -> None:
    wear(qapp, Appearance(theme, language))
    shown = show("plan", 940, 300)
    qtbot.addWidget(shown)
    shown.findChildren(QScrollArea)[0].verticalScrollBar().setValue(130)
    compare(grabbed(shown), f"page-plan-afloat-{theme}-{language}-940", tmp_path)


def test_a_page_is_crisp_on_a_screen_at_125_percent(tmp_path: Path) -> None:
    """Qt reads the scale when it starts, so it starts once more."""
    picture = tmp_path / "large.png"
    scaled = {**os.environ, "QT_SCALE_FACTOR": "1.25", "QT_FONT_DPI": "96", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.ui.form.page_gallery", "--size", "1092x614", str(picture)]
    subprocess.run(command, cwd=TREE, env=scaled, check=True, capture_output=True)
    compare(QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32), "page-progress-125-percent", tmp_path)


def test_switching_on_an_open_page_gives_the_picture_of_starting_so(qapp: QApplication, qtbot: QtBot) -> None:
    fresh = show("work", 940, 720)
    qtbot.addWidget(fresh)
    wanted = grabbed(fresh)
    window = show("work", 940, 720)
    qtbot.addWidget(window)
    wear(qapp, Appearance("dark", "ur"))
    QApplication.processEvents()
    assert grabbed(window) != wanted
    wear(qapp, Appearance("light", "en"))
    qtbot.waitUntil(lambda: grabbed(window) == wanted)
