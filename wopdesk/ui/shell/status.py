"""The foot of the navigation: that the desk works without internet, when something was last sent, out of the sample."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.navigation import pressed_among
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.rail_button import RailButton
from wopdesk.ui.widgets.words import Words


class Status(QWidget):
    """The foot; in a rail with captions as places have them. `left` when the person has seen enough of the sample."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind, self._caption = Words("Works offline", "strong"), Words("Works offline", "caption", wrap=True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sent = Words("Nothing sent yet", "hint", wrap=True)
        self._words = _one_above_the_other(self._kind, self._sent)
        self._picture, self._line, self._indent = Picture("cloud-off", "nav_text"), QHBoxLayout(), QWidget()
        self._indent.setFixedWidth(SPACE.tiny)  # with what is left between, below the icons of the places
        self._line.setSpacing(SPACE.small)
        self._line.addWidget(self._indent)
        self._line.addWidget(self._picture)
        self._line.addWidget(self._words, 1)
        self.leave = RailButton()
        self.leave.clicked.connect(self.left)
        self.leave.hide()
        self._arrange()
        self.set_narrow(narrow=False)
        self._dress()

    def _arrange(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(SPACE.tiny)
        said.addLayout(self._line)
        said.addWidget(self._caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addLayout(said)
        column.addWidget(self.leave)

    def _dress(self) -> None:
        self.leave.say(tr("Leave the sample"), "undo-2")

    def set_narrow(self, *, narrow: bool) -> None:
        """As part of a rail, or with all its words."""
        self._words.setVisible(not narrow)
        self._caption.setVisible(narrow)
        self._indent.setVisible(not narrow)
        self._line.setAlignment(self._picture, Qt.AlignmentFlag.AlignHCenter if narrow else Qt.AlignmentFlag(0))
        self.leave.set_narrow(narrow=narrow)

    def show_sample(self, *, sample: bool) -> None:
        """Whether what is shown is the sample, in which everything may be tried."""
        for words in (self._kind, self._caption):
            words.say("Sample to play with" if sample else "Works offline")
        self.leave.setVisible(sample)

    def show_sent(self, days: int | None, *, saved: bool = False) -> None:
        """How many days ago something was sent, or saved to be sent; None: never."""
        if days is None:
            self._sent.say("Nothing sent yet")
        elif saved:
            self._show_saved(days)
        elif days == 0:
            self._sent.say("Last sent today")
        elif days == 1:
            self._sent.say("Last sent yesterday")
        else:
            self._sent.say("Last sent {days} days ago", days=days)

    def _show_saved(self, days: int) -> None:
        if days == 0:
            self._sent.say("Saved today, not yet sent")
        elif days == 1:
            self._sent.say("Saved yesterday, not yet sent")
        else:
            self._sent.say("Saved {days} days ago, not yet sent", days=days)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_among(event, [self.leave]):
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            self._dress()
        super().changeEvent(event)


def _one_above_the_other(*words: Words) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for line in words:
        column.addWidget(line)
    return made
