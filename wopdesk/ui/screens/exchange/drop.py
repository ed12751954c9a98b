"""Where files are dropped or chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.drop import DropArea
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words


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
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words("Drop files here, or anywhere in the window", "strong", wrap=True))
        words.addWidget(Words("A report's PDF, a .wopx file, a saved e-mail, or a whole folder", "quiet", wrap=True))
        row.addLayout(words, 1)
        row.addWidget(self.folder)
        row.addWidget(self.files)
