"""A card: a surface with a heading, what belongs to it at the end of the heading's line, and a body."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.words import Words


class Card(QFrame):
    """A card; put its content into `body`."""

    def __init__(self, title: str = "", beside: QWidget | None = None) -> None:
        """With a heading of the desk's own texts, and a widget at the end of its line."""
        super().__init__()
        self.setProperty("surface", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.large)
        self.body.setSpacing(SPACE.small)
        if title:
            self.body.addLayout(heading(title, beside))


def heading(title: str, beside: QWidget | None = None, role: str = "section") -> QHBoxLayout:
    """A heading with something at the end of its line."""
    row = QHBoxLayout()
    row.setSpacing(SPACE.middle)
    row.addWidget(Words(title, role))
    row.addStretch()
    if beside is not None:
        row.addWidget(beside)
    return row


def hairline() -> QFrame:
    """A line between rows."""
    line = QFrame()
    line.setProperty("surface", "hairline")
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line
