"""What a screen puts its cards on. It scrolls down only, and what has the keyboard is in view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from wopdesk.ui.theme.tokens import SPACE


class Page(QScrollArea):
    """A page; put cards into `column`."""

    def __init__(self, name: str) -> None:
        """With an accessible name, in the language of the screen."""
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setObjectName("canvas")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(SPACE.huge, SPACE.wide, SPACE.huge, SPACE.wide)
        self.column.setSpacing(SPACE.large)
        self.setWidget(body)


def emptied(layout: QLayout, keep: int = 0) -> None:
    """Take everything but the first few out of a layout; what lay in it is gone."""
    while (item := layout.takeAt(keep)) is not None:
        inner = item.layout()
        if inner is not None:
            emptied(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
