"""The first page: who are you. Below it, the ways that need no name first: a sample, a backup, PWON's recovery kit."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.welcome.entry import Entry
from wopdesk.ui.screens.welcome.leaf import Leaf
from wopdesk.ui.screens.welcome.presenter import Content
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.row import Row, Saying
from wopdesk.ui.widgets.words import Words


class WhoLeaf(Leaf):
    """Name and position; `wanted` tells "sample", "restore" or "recover"."""

    def __init__(self) -> None:
        super().__init__()
        card = Card()
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout()
        row.setSpacing(SPACE.large)
        self.name = Entry("Your name", "As it is to stand on papers.", required=True)
        self.position = Entry("Your position", "For example: Deputy Director, Operations.")
        for entry, field in ((self.name, "name"), (self.position, "position")):
            entry.typed.connect(lambda text, field=field: self.typed.emit(field, text))
            row.addWidget(entry, 1)
        card.body.addLayout(row)
        self.column.addWidget(card)
        self.column.addSpacing(SPACE.small)
        self.column.addWidget(Words("Or in another way", "label"))
        self.column.addWidget(self._others())

    def _others(self) -> Card:
        card = Card()
        card.body.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        card.body.setSpacing(SPACE.tiny)
        look = Saying(tr("Only look around"), tr("A sample partnership with reports to read and to fill."))
        bring = Saying(
            tr("Bring back a backup"), tr("This office had a desk, and its computer was changed or repaired.")
        )
        regain = Saying(
            tr("Open PWON's recovery kit"), tr("PWON's computer was lost or stolen, and its kit lies in the safe.")
        )
        self.sample, self.restore, self.recover = Row("eye", look), Row("history", bring), Row("lock", regain)
        for row, what in ((self.sample, "sample"), (self.restore, "restore"), (self.recover, "recover")):
            if row is not self.sample:
                card.body.addWidget(hairline())
            row.clicked.connect(lambda _on=False, what=what: self.wanted.emit(what))
            card.body.addWidget(row)
        return card

    @override
    def show_content(self, content: Content) -> None:
        self.name.show_text(content.typed.name, content.problems.get("name"))
        self.position.show_text(content.typed.position, None)

    @override
    def take_keyboard(self) -> None:
        self.name.line.setFocus()

    @override
    def fields(self) -> Mapping[str, QWidget]:
        return {"name": self.name.line, "position": self.position.line}
