"""What came of the way in which a version was to go: it takes no room before it is told."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Label


class Told(QWidget):
    """Shows one of several results, with what can be done next; `wanted` tells `open`, `folder` or `sent`."""

    wanted = Signal(str)

    def __init__(self, results: Mapping[str, Label]) -> None:
        super().__init__()
        self._results = results
        self.buttons = {
            "open": Button("Open", "plain", "eye"),
            "folder": Button("Show in its folder", "plain", "folder-open"),
            "sent": Button("I sent it", "plain", "check"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        for result in results.values():
            result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            result.hide()
            column.addWidget(result)
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        for act, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, act=act: self.wanted.emit(act))
            button.hide()
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        self.hide()

    def show_result(self, act: str, text: str, *, file: bool, asked: bool) -> None:
        """Show what came of this way alone; whether a file can be opened, and whether it is asked if it was sent."""
        for name, result in self._results.items():
            result.setVisible(name == act and bool(text))
        self._results[act].setText(text)
        self._results[act].setAccessibleName(text)
        self.show()
        for name, button in self.buttons.items():
            button.setVisible(asked if name == "sent" else file)
