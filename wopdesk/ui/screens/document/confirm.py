"""The one question before sending: that a version never changes, in plain words, above the foot."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from wopdesk.ui.circles.content import Awaited
from wopdesk.ui.screens.document.whereto import staying, whereto
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words, label


class Confirm(QFrame):
    """Asks once; `agreed` or `refused`. Escape refuses."""

    agreed = Signal()
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.setProperty("edge", "above")
        self._title, self._names = Words("", "strong"), label("", "quiet", wrap=True)
        self.no, self.yes = Button("Not yet"), Button("Submit it now", "primary", "send")
        self.no.clicked.connect(self.refused)
        self.yes.clicked.connect(self._agree)
        self._asked = QElapsedTimer()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.huge, SPACE.middle, SPACE.huge, SPACE.middle)
        row.setSpacing(SPACE.middle)
        row.addWidget(Picture("lock", "accent", 22))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
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
        self._title.say("Submit version {number}?", number=number)
        self._names.setText(" ".join(filter(None, (whereto(recipients, awaited), staying(photos)))))
        self.setAccessibleName(self._title.text())
        self._asked.start()
        self.show()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def read(self) -> bool:
        """Whether so much time went by that an answer is one, and not the second click on what asked."""
        return self._asked.hasExpired(QApplication.doubleClickInterval())

    def _agree(self) -> None:
        if self.read:
            self.agreed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
        else:
            super().keyPressEvent(event)
