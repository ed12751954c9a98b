"""Banners above the pages: what must be known before anything is filled, what others wrote, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wopdesk.ui.phrase import Phrase
from wopdesk.ui.saying import said
from wopdesk.ui.screens.document.content import Act, Banner
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button, Kind
from wopdesk.ui.widgets.page import emptied
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import label

_INKS = {"caution": "warn", "note": "accent"}


class Banners(QWidget):
    """Shows banners, one below the other; `acted` tells what a button asks for."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.small)
        self.shown: tuple[Banner, ...] = ()
        self._language = ""
        self.buttons: dict[str, Button] = {}
        self.hide()

    def show_banners(self, banners: Sequence[Banner], language: str) -> None:
        """Show these; those shown already stay as they are."""
        if (tuple(banners), language) == (self.shown, self._language):
            return
        self.shown, self._language = tuple(banners), language
        emptied(self._column)
        self.buttons = {}
        for banner in banners:
            self._column.addWidget(self._made(banner))
        self.setVisible(bool(banners))

    def _made(self, banner: Banner) -> QFrame:
        frame = QFrame()
        frame.setProperty("surface", banner.tone)
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(frame)
        row.setContentsMargins(SPACE.large, SPACE.small, SPACE.middle, SPACE.small)
        row.setSpacing(SPACE.middle)
        row.addWidget(Picture(banner.picture, _INKS[banner.tone], 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(_words(banner), 1)
        if banner.other is not None:
            self._add_button(row, *banner.other)
        if banner.act and banner.action is not None:
            self._add_button(row, banner.act, banner.action, "primary" if banner.other else "plain")
        frame.setAccessibleName(said(banner.title))
        return frame

    def _add_button(self, row: QHBoxLayout, act: Act, says: Phrase, kind: Kind = "plain") -> None:
        button = Button(says.text, kind)
        button.clicked.connect(lambda: self.acted.emit(act))
        self.buttons[act] = button
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


def _words(banner: Banner) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addStretch()
    column.addWidget(label(said(banner.title), "strong", wrap=True))
    for who, text in banner.quotes:
        quote = label(f"{who}: {text}" if who else text, wrap=True)
        quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(quote)
    if banner.text is not None:
        column.addWidget(label(said(banner.text), "quiet", wrap=True))
    column.addStretch()
    return column
