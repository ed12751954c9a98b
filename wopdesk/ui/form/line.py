"""One line in which an answer is typed, or read."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from wopdesk.ui.overriding import override


class Line(QLineEdit):
    """What can only be read there is seen from its beginning, and not marked as if typing would replace it."""

    @override
    def setReadOnly(self, on: bool) -> None:
        super().setReadOnly(on)
        self._begin()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._begin()

    def _begin(self) -> None:
        if self.isReadOnly():
            self.home(False)  # noqa: FBT003 - Qt's own signature
