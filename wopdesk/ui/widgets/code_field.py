"""Where a code is typed that somebody reads on the telephone.

It is typed, not pasted: a code that can be pasted came by the same way as the file, and then comparing it proves
nothing. It groups itself, and takes small letters and the letters that look like digits.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from wopdesk.exchange.codes import normalised
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import mark

LENGTH = 14
"""Of twelve characters in three groups."""
_WIDTH = 196


class CodeField(QLineEdit):
    """A field for one code; `code` is what was typed, as codes are written."""

    def __init__(self, name: str) -> None:
        """With its accessible name, in the language of the screen."""
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText("____-____-____")
        self.setFixedWidth(_WIDTH)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAcceptDrops(False)
        self.textEdited.connect(self._group)

    @property
    def code(self) -> str:
        """What was typed."""
        return self.text()

    @property
    def complete(self) -> bool:
        """Whether a whole code was typed."""
        return len(self.text()) == LENGTH

    def show_problem(self, *, wrong: bool) -> None:
        """Mark it as wrong, or as good."""
        mark(self, state="problem" if wrong else "")

    def _group(self, text: str) -> None:
        before = len(normalised(text[: self.cursorPosition()]))
        self.show_problem(wrong=False)
        self.setText(normalised(text)[:LENGTH])
        self.setCursorPosition(min(before, LENGTH))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.MiddleButton:  # which pastes what is marked, on Linux
            super().mouseReleaseEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.ignore()
