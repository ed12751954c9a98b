"""The foot of the navigation: that the desk works without internet, when something was last sent, out of the sample."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from wopdesk.ui.i18n import tr
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.icons import icon
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.navigation import pressed_among
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words


class Status(QWidget):
    """The foot; in a narrow window its icons alone. `left` when the person has seen enough of the sample."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        row.addSpacing(SPACE.middle)  # below the icons of the places
        column.addLayout(row)
        row.addWidget(Picture("cloud-off", "nav_text"))
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        self._kind = Words("Works offline", "strong")
        words.addWidget(self._kind)
        self._sent = Words("Nothing sent yet", "hint", wrap=True)
        words.addWidget(self._sent)
        row.addWidget(self._words, 1)
        self.leave = QToolButton()
        self.leave.setIconSize(QSize(18, 18))
        self.leave.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.leave.clicked.connect(self.left)
        self.leave.hide()
        column.addWidget(self.leave)
        self._dress()

    def _dress(self) -> None:
        said, colours = tr("Leave the sample"), worn().colours
        self.leave.setText("  " + said)
        self.leave.setToolTip(said)
        self.leave.setAccessibleName(said)
        self.leave.setIcon(icon("undo-2", colours.nav_text, colours.on_nav))

    def set_narrow(self, *, narrow: bool) -> None:
        """With its words, or without."""
        self._words.setVisible(not narrow)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.leave.setToolButtonStyle(style)

    def show_sample(self, *, sample: bool) -> None:
        """Whether what is shown is the sample, in which everything may be tried."""
        self._kind.say("Sample to play with" if sample else "Works offline")
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
