"""The pictures of the gallery, bit by bit.

After a wanted change: `WOPDESK_REFERENCES=write .venv/bin/pytest tests/ui/test_gallery.py`, then look at each picture.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.gallery import grabbed, show
from wopdesk.ui.i18n import Language
from wopdesk.ui.theme.appearance import Appearance, Theme, wear

REFERENCES = Path(__file__).parent / "references"
TREE = Path(__file__).parents[2]
LOOKS: list[tuple[str, Theme, Language, tuple[int, int]]] = [
    ("screen", "light", "en", (1440, 900)),
    ("screen", "dark", "en", (1440, 900)),
    ("screen", "light", "ur", (1440, 900)),
    ("screen", "light", "en", (1366, 768)),
    ("parts", "light", "en", (1440, 900)),
    ("parts", "dark", "ur", (1440, 900)),
    ("parts", "light", "ur", (1440, 900)),
]


def compare(picture: QImage, name: str, tmp_path: Path) -> None:
    reference = REFERENCES / f"{name}.png"
    if os.environ.get("WOPDESK_REFERENCES") == "write":
        picture.save(str(reference))
    wanted = QImage(str(reference)).convertToFormat(QImage.Format.Format_RGB32)
    if picture != wanted:
        picture.save(str(tmp_path / f"{name}.png"))
        pytest.fail(f"{reference.name} looks different now: {tmp_path / name}.png")


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[1]}-{look[2]}-{look[3][0]}")
def test_it_looks_as_it_was_agreed(
    qapp: QApplication, qtbot: QtBot, look: tuple[str, Theme, Language, tuple[int, int]], tmp_path: Path
) -> None:
    window, theme, language, size = look
    wear(qapp, Appearance(theme, language))
    shown = show(window, *size)
    qtbot.addWidget(shown)
    compare(grabbed(shown), f"{window}-{theme}-{language}-{size[0]}", tmp_path)


def test_it_is_crisp_on_a_screen_at_125_percent(tmp_path: Path) -> None:
    """Qt reads the scale when it starts, so it starts once more."""
    picture = tmp_path / "large.png"
    scaled = {**os.environ, "QT_SCALE_FACTOR": "1.25", "QT_FONT_DPI": "96", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.ui.gallery", "--size", "1366x728", str(picture)]
    subprocess.run(command, cwd=TREE, env=scaled, check=True, capture_output=True)
    compare(QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32), "screen-light-en-125-percent", tmp_path)


def test_switching_in_an_open_window_gives_the_picture_of_starting_so(qapp: QApplication, qtbot: QtBot) -> None:
    """Words of the desk, colours and direction follow at once; data of the gallery stays, so English is compared."""
    fresh = show("parts", 1440, 900)
    qtbot.addWidget(fresh)
    wanted = grabbed(fresh)
    window = show("parts", 1440, 900)
    qtbot.addWidget(window)
    wear(qapp, Appearance("dark", "ur"))
    assert grabbed(window) != wanted
    wear(qapp, Appearance("light", "en"))
    QApplication.processEvents()
    assert grabbed(window) == wanted
