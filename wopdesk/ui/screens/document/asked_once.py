"""A question before what cannot be taken back: what every one of them does, however it is laid out. Knows no desk."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame

from wopdesk.ui.overriding import override
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Words


class AskedOnce(QFrame):
    """Asks once; `agreed` or `refused`. Escape refuses, and the second click on what asked agrees to nothing."""

    agreed = Signal()
    refused = Signal()

    def __init__(self, title: Words, yes: Button) -> None:
        super().__init__()
        self.title, self.no, self.yes = title, Button("Not yet"), yes
        self.no.clicked.connect(self.refused)
        self.yes.clicked.connect(self._agree)
        self._asked = QElapsedTimer()

    def begin(self) -> None:
        """Show the question, with the keyboard where one agrees."""
        self.setAccessibleName(self.title.text())
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
