"""The page that waits: what is being made, and each step when it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.saying import said
from wopdesk.ui.screens.welcome.leaf import Leaf
from wopdesk.ui.screens.welcome.presenter import Content
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.progress import bar
from wopdesk.ui.widgets.words import Words, label

SENTENCES = 16
"""How many the sample tells."""


class WorkingLeaf(Leaf):
    """Progress; the sample's sentences come one by one."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        telling = content.typed.way == "sample"
        text = "The sample is being made" if telling else "Your desk is being set up"
        self._shown = 0
        card = Card()
        card.body.setSpacing(SPACE.middle)
        card.body.addWidget(Words(text, "strong"))
        self.bar = bar(0, SENTENCES if telling else 0)
        self.bar.setAccessibleName(tr(text))
        card.body.addWidget(self.bar)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE.small)
        card.body.addLayout(self._lines)
        self.column.addWidget(card)

    @override
    def show_content(self, content: Content) -> None:
        for phrase in content.said[self._shown :]:
            self._lines.addWidget(_done(said(phrase)))
        self._shown = len(content.said)
        if self.bar.maximum():
            self.bar.setValue(self._shown)


def _done(text: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.middle)
    row.addWidget(Picture("circle-check", "good", 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text, wrap=True), 1)
    return line
