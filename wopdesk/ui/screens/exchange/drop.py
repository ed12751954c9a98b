"""Where files are dropped or chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from wopdesk.ui.overriding import override
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.drop import DropArea
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words

_ROOMY = 600
"""From which width on there is room for words and buttons beside each other."""


class DropZone(DropArea):
    """An area for files; `offered` tells their paths, `files_wanted` and `folder_wanted` that some are to be chosen."""

    offered = Signal(list)
    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.dropped.connect(self.offered)
        self.files, self.folder = Button("Choose files …"), Button("Choose a folder …", "quiet")
        self.files.clicked.connect(self.files_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.large)
        row.setSpacing(SPACE.large)
        row.addWidget(Picture("inbox", "accent_text", 32))
        self._beside = QHBoxLayout()
        self._beside.setSpacing(SPACE.middle)
        self._beside.addLayout(_words(), 1)
        self._beside.addLayout(self._ways())
        row.addLayout(self._beside, 1)

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.large)
        row.addStretch()
        row.addWidget(self.folder)
        row.addWidget(self.files)
        return row

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the buttons stand below the words, which would take many short lines."""
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.LeftToRight if self.width() >= _ROOMY else directions.TopToBottom)
        super().resizeEvent(event)


def _words() -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Words("Drop files here, or anywhere in the window", "strong", wrap=True))
    words.addWidget(Words("A report's PDF, a .wopx file, a saved e-mail, or a whole folder", "quiet", wrap=True))
    return words
