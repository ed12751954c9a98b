"""The window and its dialogs as pictures, bit by bit; `tests/ui/test_gallery.py` says how they are made anew."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.screens.pictures import Look, picture
from tests.ui.shell.pictures import DIALOGS, STATES, make

WINDOW, SMALL = (1440, 900), (1366, 768)
LOOKS = (Look(size=WINDOW), Look("dark", size=WINDOW), Look(language="ur", size=WINDOW), Look(size=SMALL))
DIALOG = (420, 10)
"""It becomes as high as it has to be."""
SAID = {"person", "member"}
"""Dialogs whose light and Urdu pictures stand nowhere else."""
WINDOWS = [(state, look) for state in STATES if state not in DIALOGS for look in LOOKS]
PAIRS = [
    *WINDOWS,
    *((state, Look("dark", size=DIALOG)) for state in DIALOGS),
    *((state, Look(language=language, size=DIALOG)) for state in DIALOGS if state in SAID for language in ("en", "ur")),
]


@pytest.mark.parametrize(("state", "look"), PAIRS, ids=str)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, state: str, look: Look, tmp_path: Path) -> None:
    picture(qtbot, lambda: make(state), f"window-{state}", look, tmp_path)
