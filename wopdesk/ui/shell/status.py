"""The foot of the navigation: that the desk works without internet, and when something was last sent."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words


class Status(QWidget):
    """The foot; in a narrow window its icon alone."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.small, 0, 0, 0)
        row.setSpacing(SPACE.small)
        row.addWidget(Picture("cloud-off", "nav_text"))
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        self._kind = Words("Works offline", "strong")
        words.addWidget(self._kind)
        self._sent = Words("Nothing sent yet", "hint")
        words.addWidget(self._sent)
        row.addWidget(self._words, 1)

    def set_narrow(self, *, narrow: bool) -> None:
        """With its words, or without."""
        self._words.setVisible(not narrow)

    def show_sample(self, *, sample: bool) -> None:
        """Whether what is shown is the sample, in which everything may be tried."""
        self._kind.say("Sample to play with" if sample else "Works offline")

    def show_sent(self, days: int | None) -> None:
        """How many days ago something was sent; None: never."""
        if days is None:
            self._sent.say("Nothing sent yet")
        elif days == 0:
            self._sent.say("Last sent today")
        elif days == 1:
            self._sent.say("Last sent yesterday")
        else:
            self._sent.say("Last sent {days} days ago", days=days)
