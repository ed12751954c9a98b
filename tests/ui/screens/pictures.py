"""Screens as pictures: shown without a window around them, in the room that a window gives them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery import grabbed
from tests.ui.test_gallery import REFERENCES, compare
from wopdesk.ui.i18n import Language
from wopdesk.ui.theme.appearance import Appearance, Theme, wear

WIDE, SMALL = (1224, 824), (1286, 692)
"""What a window of 1440×900, and one of 1366×768, leaves beside navigation and head."""


@dataclass(frozen=True)
class Look:
    """How a screen is looked at."""

    theme: Theme = "light"
    language: Language = "en"
    size: tuple[int, int] = WIDE

    def __str__(self) -> str:
        return f"{self.theme}-{self.language}-{self.size[0]}"


LOOKS = (Look(), Look("dark"), Look(language="ur"), Look(size=SMALL))


def picture(qtbot: QtBot, make: Callable[[], QWidget], name: str, look: Look, tmp_path: Path) -> QWidget:
    """Compare a view with its reference; the view."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, Appearance(look.theme, look.language))
    view = make()
    qtbot.addWidget(view)
    shown(view, look.size)
    compare(grabbed(view), f"{name}-{look}", tmp_path)
    return view


def shown(view: QWidget, size: tuple[int, int]) -> None:
    """Show a view on the canvas, with the keyboard nowhere."""
    view.setObjectName("canvas")
    view.resize(*size)
    view.show()
    QApplication.processEvents()
    focused = view.focusWidget()
    if focused is not None:
        focused.clearFocus()
    QApplication.processEvents()


__all__ = ["LOOKS", "REFERENCES", "Look", "picture", "shown"]
