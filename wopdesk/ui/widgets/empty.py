"""A place where nothing is yet: says so, says what will be here, and offers the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class Empty(QWidget):
    """An empty state; `acted` when its button is pressed."""

    acted = Signal()

    def __init__(self, title: str, text: str, action: str = "", picture: str = "inbox") -> None:
        """Title, text and action are texts of the desk."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.huge, SPACE.huge, SPACE.huge, SPACE.huge)
        column.setSpacing(SPACE.small)
        column.addStretch()
        column.addWidget(Picture(picture, "text_faint", 32), 0, _MIDDLE)
        column.addWidget(Words(title, "strong"), 0, _MIDDLE)
        words = Words(text, "quiet", wrap=True)
        words.setAlignment(_MIDDLE)
        column.addWidget(words)
        if action:
            button = Button(action, "primary")
            button.clicked.connect(self.acted)
            column.addSpacing(SPACE.tiny)
            column.addWidget(button, 0, _MIDDLE)
        column.addStretch()
