"""Files that a person drops or chooses. What becomes of them is decided elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.question import Question
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.widgets import asking
from wopdesk.ui.widgets.drop import DropArea

PHOTOS = (".jpg", ".jpeg", ".png", ".webp")


class FilesArea(DropArea):
    """A surface that takes files of some kinds, every kind if none is named; `offered` tells their paths."""

    offered = Signal(list)

    def __init__(self, kinds: Collection[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self.open = True
        self.dropped.connect(lambda files: self.offered.emit([str(file) for file in files]))

    @override
    def taken(self, files: list[Path]) -> list[Path]:
        """Those of the right kind, while the question is open."""
        return [file for file in files if self.open and (not self._kinds or file.suffix.lower() in self._kinds)]


class FilesEditor(Editor):
    """Base of the editors whose answer is a file; `offered` tells what was dropped or chosen."""

    offered = Signal(list)
    kinds: Collection[str] = ()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.area = FilesArea(self.kinds, self)
        self.area.offered.connect(self.offered)
        self._box.addWidget(self.area)

    def value(self) -> str:
        """The file's name in the record."""
        return self.question.value

    def show_question(self, question: Question) -> None:
        """Show it."""
        super().show_question(question)
        self.area.open = not question.readonly
        mark(self.area, state="problem" if question.problem else "")

    def show_picture(self, picture: QPixmap) -> None:
        """Show what it looks like, where it can be seen."""

    def choose_files(self) -> None:
        """Let the person choose from the disk."""
        files = choose(self, self.kinds)
        if files:
            self.offered.emit(files)


def nothing_there(question: Question) -> str:
    """What stands where no file is, for who cannot put one there; "" for who can."""
    return question.absent or (tr("Nothing here yet.") if question.readonly else "")


def choose(parent: QWidget, kinds: Collection[str]) -> list[str]:
    """Files that the person chose from the disk."""
    pattern = " ".join(f"*{kind}" for kind in kinds)
    title = tr("Choose a photo …") if kinds else tr("Choose a file …")
    offered = asking.kind(tr("Photos"), pattern) if kinds else ""
    return [str(file) for file in asking.open_files(parent, title, offered)]
