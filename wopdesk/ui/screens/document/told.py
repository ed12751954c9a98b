"""What came of the way in which a version was to go: it takes no room before it is told."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.screens.document.sent_to import SentTo
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Label


class Told(QWidget):
    """Shows one of several results, with what can be done next; `wanted` tells `open`, `folder` or `sent`."""

    wanted = Signal(str)

    def __init__(self, results: Mapping[str, Label], offices: Mapping[str, str]) -> None:
        """With the labels of the ways, and the names of whoever is to have it by id."""
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
        self.sent_to = SentTo(offices)
        self.sent_to.changed.connect(self._allow)
        column.addWidget(self.sent_to)
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        for act, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, act=act: self.wanted.emit(act))
            button.hide()
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        self.hide()

    def show_result(self, act: str, text: str, *, file: bool, asked: bool, likely: Collection[str] = ()) -> None:
        """Show what came of this way alone.

        Args:
            act: which way.
            text: what came of it.
            file: whether a file can be opened.
            asked: whether it is asked to whom it was sent.
            likely: the offices to which it is likely to have been sent.
        """
        for name, result in self._results.items():
            result.setVisible(name == act and bool(text))
        self._results[act].setText(text)
        self._results[act].setAccessibleName(text)
        self.sent_to.hide()
        if asked:
            self.sent_to.ask(likely)
        self._allow()
        self.show()
        for name, button in self.buttons.items():
            button.setVisible(asked if name == "sent" else file)

    def _allow(self) -> None:
        """Nothing is noted as sent before it is said to whom."""
        self.buttons["sent"].setEnabled(bool(self.sent_to.chosen))
