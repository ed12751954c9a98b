"""A page of the welcome: it shows a `Content` and tells what was typed, chosen and wanted. Knows no desk."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wopdesk.ui.screens.welcome.presenter import Content
from wopdesk.ui.theme.tokens import SPACE


class Leaf(QWidget):
    """A page. `typed` tells a field of `presenter.Typed` and its value, `wanted` the name of what is to be done."""

    typed = Signal(str, object)
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE.middle)

    def show_content(self, content: Content) -> None:
        """Show how things stand now, without disturbing what is being typed."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Give the keyboard to what comes first."""

    def take_refusal(self, content: Content) -> None:
        """Give the keyboard to what is most likely wrong, after what was asked for could not be made."""

    def fields(self) -> Mapping[str, QWidget]:
        """What takes the keyboard to answer a field of `presenter.Typed`, in the order of the page."""
        return {}
