"""The one question before sending: that a version never changes, in plain words, above the foot."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from wopdesk.ui.circles.content import Awaited
from wopdesk.ui.screens.document.asked_once import AskedOnce
from wopdesk.ui.screens.document.whereto import staying, whereto
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words, label


class Confirm(AskedOnce):
    """Asks whether a version is to be made."""

    def __init__(self) -> None:
        super().__init__(Words("", "strong"), Button("Submit it now", "primary", "send"))
        self.setProperty("surface", "bar")
        self.setProperty("edge", "above")
        self._names = label("", "quiet", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.huge, SPACE.middle, SPACE.huge, SPACE.middle)
        row.setSpacing(SPACE.middle)
        row.addWidget(Picture("lock", "accent", 22))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        never = Words(
            "A version that was sent never changes. If something is wrong later, you correct it and send the next.",
            "quiet",
            wrap=True,
        )
        words.addWidget(never)
        words.addWidget(self._names)
        row.addLayout(words, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)

    def ask(self, number: int, recipients: tuple[str, ...], awaited: Awaited | None = None, photos: int = 0) -> None:
        """Ask whether this version is to be made, for these offices and those that have to be added first.

        So many photos stay here, as the persons shown do not agree.
        """
        self.title.say("Submit version {number}?", number=number)
        self._names.setText(" ".join(filter(None, (whereto(recipients, awaited), staying(photos)))))
        self.begin()
