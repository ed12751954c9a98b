"""Every screen at 125 % on the smallest laptop, bit by bit; `tests/ui/test_gallery.py` says how they are made anew."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.ui.laptop import STATES, pictured
from tests.ui.test_gallery import compare


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the pictures lie."""
    made = tmp_path_factory.mktemp("laptop")
    pictured(made)
    return made


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("state", STATES)
def test_it_looks_as_it_was_agreed(folder: Path, state: str, tmp_path: Path) -> None:
    picture = QImage(str(folder / f"{state}.png")).convertToFormat(QImage.Format.Format_RGB32)
    compare(picture, f"laptop-{state}", tmp_path)
