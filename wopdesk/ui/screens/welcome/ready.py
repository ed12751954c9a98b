"""The last page: the desk is set up; what happens next, in one sentence with one button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.welcome.leaf import Leaf
from wopdesk.ui.screens.welcome.presenter import Content, Ready
from wopdesk.ui.screens.welcome.recovery import AFTER_THEFT, WITH_BACKUP, WITH_LETTER
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words, label

_FROM_PARTNERS = (
    "Put the kit back into the safe. Next: ask each office for a file and receive it, send to that office and receive "
    "its answer: it brings back what that office holds. Then cut the former computer off under Offices."
)
NEXT = {
    "invitation": "Next: send to PWON, and read this code to the coordinator on the telephone.",
    "alone": "Next: ask PWON for its invitation, and work meanwhile. Drop it on the window of your desk.",
    "further": "Next: send to your own office, and read this code to a colleague at the first computer.",
    "found": "Next: open your desk and invite the first utility.",
    WITH_BACKUP: "Put the kit back into the safe. Next: receive from every office and send to all of them. Once "
    "everything has come back, cut the former computer off under Offices.",
    WITH_LETTER: _FROM_PARTNERS,
    AFTER_THEFT: "Put the kit away, not yet into the safe. Next: ask each office for a file and receive it, send to "
    "that office and receive its answer: it brings back what that office holds. Home then reminds you to open the kit "
    "once more, so that the stolen keys approve nobody.",
}
_CODED = {"invitation", "further"}
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class ReadyLeaf(Leaf):
    """What was set up."""

    def __init__(self, ready: Ready) -> None:
        super().__init__()
        card = Card()
        card.body.setContentsMargins(SPACE.huge * 2, SPACE.huge + SPACE.small, SPACE.huge * 2, SPACE.huge + SPACE.small)
        card.body.setSpacing(SPACE.middle)
        card.body.addWidget(Picture("circle-check", "good", 44), 0, _MIDDLE)
        title = Words("{office} has its desk", "title", wrap=True, office=ready.office)
        title.setAlignment(_MIDDLE)
        card.body.addWidget(title)
        after = Words("", "quiet", wrap=True)
        after.say(NEXT[ready.way])
        after.setAlignment(_MIDDLE)
        card.body.addWidget(after)
        if ready.way in _CODED:
            card.body.addWidget(_code(ready.code), 0, _MIDDLE)
            card.body.addWidget(Words("You find it again under Offices.", "hint"), 0, _MIDDLE)
        self.column.addWidget(card)

    @override
    def show_content(self, content: Content) -> None:
        """It does not change."""


def _code(code: str) -> QLabel:
    words = label(from_left(code), "figure")
    words.setAccessibleName(tr("Check code of this computer: {code}", code=code))
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words
