"""A photo: dropped, or chosen from the disk. What becomes of the file is decided elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.question import Question
from wopdesk.ui.i18n import tr
from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words

KINDS = (".jpg", ".jpeg", ".png", ".webp")
_THUMB = 72


class ImageEditor(Editor):
    """For `image`. `offered` tells files that were dropped or chosen; `changed` tells "" when the photo is removed."""

    offered = Signal(list)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.area = QFrame(self)
        self.area.setAcceptDrops(True)
        mark(self.area, surface="drop", hovered=False)
        self.thumb = QLabel(self.area)
        self.thumb.setFixedSize(_THUMB, _THUMB)
        self.thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sign = Picture("image-plus", "text_faint", 28)
        self._words = Words("Drop a photo here", "label", wrap=True)
        self.choose = Button("Choose a photo …")
        self.choose.clicked.connect(self._choose)
        self.remove = Button("Remove the photo", "icon", "trash-2")
        self.remove.clicked.connect(lambda: self.changed.emit(""))
        self._arrange()
        self._box.addWidget(self.area)
        self.setFocusProxy(self.choose)
        self.setAcceptDrops(True)
        self.show_question(question)

    def _arrange(self) -> None:
        row = QHBoxLayout(self.area)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(14)
        row.addWidget(self.thumb)
        row.addWidget(self._sign)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(Words("JPEG or PNG, also from WhatsApp", "hint", wrap=True))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 6, 0, 0)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        column.addLayout(buttons)
        row.addLayout(column, 1)

    def value(self) -> str:
        """The photo's name in the record."""
        return self.question.value

    def show_question(self, question: Question) -> None:
        """Show it."""
        super().show_question(question)
        has_photo = bool(question.value)
        self._words.say("Photo attached" if has_photo else "Drop a photo here")
        self.thumb.setVisible(has_photo)
        self._sign.setVisible(not has_photo)
        self.remove.setVisible(has_photo and not question.readonly)
        self.choose.setVisible(not question.readonly)
        self.choose.setEnabled(not question.readonly)
        self.name_parts(self.choose)
        self.choose.setAccessibleName(f"{question.label}: {self.choose.text()}")
        self.remove.setAccessibleName(f"{question.label}: {tr('Remove the photo')}")
        mark(self.area, state="problem" if question.problem else "")

    def show_picture(self, picture: QPixmap) -> None:
        """Show what the photo looks like."""
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.thumb.setPixmap(picture.scaled(_THUMB, _THUMB, keep, smooth))

    def _choose(self) -> None:
        pattern = " ".join(f"*{kind}" for kind in KINDS)
        files, _ = QFileDialog.getOpenFileNames(self, tr("Choose a photo …"), "", f"{tr('Photos')} ({pattern})")
        if files:
            self.offered.emit(files)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.question.readonly or not photos(event.mimeData()):
            event.ignore()
            return
        mark(self.area, hovered=True)
        event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        mark(self.area, hovered=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        mark(self.area, hovered=False)
        event.acceptProposedAction()
        self.offered.emit(photos(event.mimeData()))


def photos(data: QMimeData) -> list[str]:
    """The photos among what is dragged, as paths."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return [file for file in files if Path(file).suffix.lower() in KINDS]
