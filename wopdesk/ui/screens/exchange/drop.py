"""Where files are dropped or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from wopdesk.ui.i18n import tr
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.drop import DropArea
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words


class DropZone(DropArea):
    """An area for files; `offered` tells their paths."""

    offered = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.dropped.connect(self.offered)
        self.files, self.folder = Button("Choose files …"), Button("Choose a folder …", "quiet")
        self.files.clicked.connect(self._choose_files)
        self.folder.clicked.connect(self._choose_folder)
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

    def _choose_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, tr("Choose files …"))
        self._offer(files)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Choose a folder …"))
        self._offer([folder] if folder else [])

    def _offer(self, files: list[str]) -> None:
        if files:
            self.offered.emit([Path(file) for file in files])
