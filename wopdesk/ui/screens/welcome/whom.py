"""After the sample was made: as whom do you want to look at it?"""

from __future__ import annotations

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.welcome.leaf import Leaf
from wopdesk.ui.screens.welcome.presenter import Content
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.row import Row, Saying

_WHOM = (
    ("mentee", "droplets", "As the mentee", "WASA Faisalabad: fill the next monthly report and send it."),
    ("mentor", "handshake", "As the mentor", "WASA Lahore: read the reports and give advice."),
    ("facilitator", "users", "As the coordinator", "PWON: receive reports, review them, follow the partnership."),
)


class WhomLeaf(Leaf):
    """The three desks of the sample; `wanted` tells a role, or "again" to make the sample anew."""

    def __init__(self) -> None:
        super().__init__()
        card = Card()
        card.body.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        card.body.setSpacing(SPACE.tiny)
        self.rows: dict[str, Row] = {}
        for role, picture, title, text in _WHOM:
            if self.rows:
                card.body.addWidget(hairline())
            row = Row(picture, Saying(tr(title), tr(text)), "info")
            row.clicked.connect(lambda _on=False, role=role: self.wanted.emit(role))
            self.rows[role] = row
            card.body.addWidget(row)
        self.column.addWidget(card)
        self.again = Button("Make the sample anew", "quiet", "undo-2")
        self.again.clicked.connect(lambda: self.wanted.emit("again"))
        self.column.addWidget(self.again)

    @override
    def show_content(self, content: Content) -> None:
        self.again.setVisible(content.sample)

    @override
    def take_keyboard(self) -> None:
        self.rows["mentee"].setFocus()
