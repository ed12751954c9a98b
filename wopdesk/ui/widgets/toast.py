"""A short message above the window's foot: what was done, and a way to undo it while it is fresh."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.tokens import LAYOUT, SPACE
from wopdesk.ui.widgets.aloud import announce
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Words

LASTS = 8_000
"""Milliseconds; it stays as long as the pointer or the keyboard is on it."""
_FROM_FOOT, _FROM_EDGE = 80, 40
"""Room to the window's foot, and to the side where lines end: what leads on mostly stands where they begin."""


class Toast(QFrame):
    """One message at a time on a window. `undone` when the person takes back what it says; Escape closes it."""

    undone = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._at_start = window, False
        self.setProperty("surface", "toast")
        self.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.large, SPACE.small, SPACE.large, SPACE.small)
        row.setSpacing(SPACE.large)
        self._words = Words("")
        self.undo = Button("Undo")
        self.undo.clicked.connect(self._undo)
        row.addWidget(self._words)
        row.addWidget(self.undo)
        self.clock = QTimer(self, singleShot=True, interval=LASTS)
        self.clock.timeout.connect(self._run_out)
        window.installEventFilter(self)

    def tell(self, text: str, *, undo: bool = False, at_start: bool = False, **values: object) -> None:
        """Say what was done: a text of the desk, and whether it can be taken back.

        It lies where lines begin, beside the navigation, where what leads on stands at their end.
        """
        self._at_start = at_start
        self._words.say(text, **values)
        self.setAccessibleName(tr(text, **values))
        announce(self, self.accessibleName())
        self.undo.setVisible(undo)
        self._place()
        self.show()
        self.raise_()
        self.clock.start()

    def forget_undo(self) -> None:
        """It can no longer be taken back, as the person went elsewhere."""
        self.undo.hide()
        self._place()

    def let_go(self) -> None:
        """Something else was done: what it offers to take back is no longer what was done last."""
        if not self.undo.isHidden():
            self._end()

    def _place(self) -> None:
        self.adjustSize()
        room = self._window.size()
        turned = self._window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = _FROM_EDGE + (LAYOUT.navigation_in(room.width()) if self._at_start else 0)
        x = edge if turned != self._at_start else max(0, room.width() - self.width() - edge)
        self.move(x, max(0, room.height() - self.height() - _FROM_FOOT))

    def _undo(self) -> None:
        self._end()
        self.undone.emit()

    def _run_out(self) -> None:
        if (self.undo.isVisible() and self.undo.hasFocus()) or self.underMouse():
            self.clock.start()
        else:
            self._end()

    def _end(self) -> None:
        self.clock.stop()
        self.hide()

    @override
    def event(self, event: QEvent) -> bool:
        """In another language, or with other letters, its words take another room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._place()
        return done

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent() and not self.isHidden():
            self._place()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)
