"""Pages of a form on a card, to be looked at and compared. `python -m tests.ui.form.page_gallery --help`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.ui.form.page_content_later import pages
from tests.ui.gallery import grabbed
from wopdesk.ui.form.page import FormPage
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card

_SKIES = {"b1": ("#0E2A35", "#4B6B7A"), "b2": ("#7FB2C6", "#E8D9B5")}


class Desk(QWidget):
    """A card with a page, as the wizard shows it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[SPACE.large] * 4)
        card = Card()
        self.page = FormPage()
        self.page.picture_wanted.connect(lambda path, blob: self.page.show_picture(path, photo(blob)))
        card.body.addWidget(self.page)
        column.addWidget(card)
        self.page.show_page(pages()[name])


def photo(blob: str) -> QImage:
    """An invented photo: a sky and a hill."""
    picture = QImage(640, 480, QImage.Format.Format_RGB32)
    above, below = _SKIES[blob]
    sky = QLinearGradient(QPointF(0, 0), QPointF(0, 480))
    sky.setColorAt(0, QColor(above))
    sky.setColorAt(1, QColor(below))
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), sky)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#2F4A3C"))
    painter.drawEllipse(QPointF(420, 620), 460, 300)
    painter.end()
    return picture


def show(name: str, width: int, height: int) -> Desk:
    """A page in a window, laid out, with the keyboard nowhere."""
    window = Desk(name)
    window.resize(width, height)
    window.show()
    settle()
    focused = window.focusWidget()
    if focused is not None:
        focused.clearFocus()
    return window


def settle() -> None:
    """Let nested layouts come to rest."""
    for _ in range(6):
        QApplication.processEvents()


def main() -> None:
    """Save a picture of a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", default="progress")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("en", "ur"), default="en")
    parser.add_argument("--size", default="1000x760")
    parser.add_argument("out", type=Path)
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_FONT_DPI", "96")
    app = QApplication([])
    wear(app, Appearance(chosen.theme, chosen.language))
    width, height = map(int, chosen.size.split("x"))
    grabbed(show(chosen.page, width, height)).save(str(chosen.out))


if __name__ == "__main__":
    main()
