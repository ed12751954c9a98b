"""A photo or another file as an answer: dropped, or chosen from the disk."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wopdesk.ui.form.files import PHOTOS, FilesEditor, nothing_there
from wopdesk.ui.form.question import Question
from wopdesk.ui.i18n import tr
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words

_THUMB = 72


class ImageEditor(FilesEditor):
    """For `image`. `changed` tells "" when the photo is removed."""

    kinds: Collection[str] = PHOTOS
    icon = "image-plus"
    texts = ("Drop a photo here", "Photo attached", "JPEG or PNG, also from WhatsApp")

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.thumb = QLabel(self.area)
        self.thumb.setFixedSize(_THUMB, _THUMB)
        self.thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sign = Picture(self.icon, "text_faint", 28)
        self._words = Words("", "label", wrap=True)
        self._kind = Words(self.texts[2], "hint", wrap=True)
        self.choose, self.remove = self._buttons()
        self.choose.clicked.connect(self.choose_files)
        self.remove.clicked.connect(lambda: self.changed.emit(""))
        self._arrange()
        self.setFocusProxy(self.choose)
        self.show_question(question)

    def _buttons(self) -> tuple[Button, Button]:
        return Button("Choose a photo …"), Button("Remove the photo", "icon", "trash-2")

    def _arrange(self) -> None:
        row = QHBoxLayout(self.area)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(14)
        row.addWidget(self.thumb)
        row.addWidget(self._sign)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(self._kind)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 6, 0, 0)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        column.addLayout(buttons)
        row.addLayout(column, 1)

    def show_question(self, question: Question) -> None:
        """Show it."""
        super().show_question(question)
        held = bool(question.value)
        drop, attached, _ = self.texts
        if question.picture_name and held:
            self._words.say("")
            self._words.setText(question.picture_name)
        else:
            self._words.say(attached if held else drop)
        if not held and nothing_there(question):
            self._words.say("")
            self._words.setText(nothing_there(question))
        self._kind.setVisible(not held and not question.readonly and bool(self.texts[2]))
        seen = held and not self.thumb.pixmap().isNull()
        self.thumb.setVisible(seen)
        self._sign.setVisible(not seen)
        self.remove.setVisible(held and not question.readonly)
        self.choose.setVisible(not question.readonly)
        self.choose.setEnabled(not question.readonly)
        self.name_parts(self.choose)
        self.choose.setAccessibleName(f"{question.label}: {self.choose.text()}")
        self.remove.setAccessibleName(f"{question.label}: {tr('Remove')}")

    def show_picture(self, picture: QPixmap) -> None:
        """Show what the photo looks like."""
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.thumb.setPixmap(picture.scaled(_THUMB, _THUMB, keep, smooth))
        self.thumb.setVisible(bool(self.question.value))
        self._sign.setVisible(not self.question.value)


class FileEditor(ImageEditor):
    """For `file`: any file."""

    kinds: Collection[str] = ()
    icon = "paperclip"
    texts = ("Drop a file here", "File attached", "")

    def _buttons(self) -> tuple[Button, Button]:
        return Button("Choose a file …"), Button("Remove the file", "icon", "trash-2")
