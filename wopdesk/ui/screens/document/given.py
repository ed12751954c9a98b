"""A verdict that this office gave, as it was given: nothing can be written in it any more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wopdesk.records.review import ACCEPT
from wopdesk.ui.screens.document.background import Reviewed
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.page import emptied, scrolled
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import Words, label


class Given(QWidget):
    """Shows a verdict with its reason and remarks."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.small)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(inside))
        self.shown: Reviewed | None = None

    def show_given(self, given: Reviewed, names: Callable[[str], str]) -> None:
        """Show it; `names` tells how a field is called."""
        self.shown = given
        emptied(self._column)
        self._column.addWidget(Pill("Accepted", "good") if given.verdict == ACCEPT else Pill("Returned", "warn"))
        self._column.addWidget(label(given.reason, wrap=True))
        if given.remarks:
            self._column.addWidget(Words("Remarks at fields", "label"))
        for path, text in given.remarks.items():
            self._column.addWidget(label(names(path), "hint", wrap=True))
            self._column.addWidget(label(text, wrap=True))
        self._column.addWidget(Words("The next version can be judged again.", "hint", wrap=True))
        self._column.addStretch()
