"""Files that are dragged from elsewhere: which they are, and a surface that takes them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import mark


class DropArea(QFrame):
    """A surface that shows when files are above it; `dropped` tells those of them that it takes."""

    dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        mark(self, surface="drop", hovered=False, state="")

    def taken(self, files: list[Path]) -> list[Path]:
        """Which of the files that are dragged are taken here; all, unless told otherwise."""
        return files

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.taken(dragged(event.mimeData())):
            event.ignore()
            return
        mark(self, hovered=True)
        event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        mark(self, hovered=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        mark(self, hovered=False)
        files = self.taken(dragged(event.mimeData()))
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)


def dragged(data: QMimeData) -> list[Path]:
    """The files and folders of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
