"""A place on the map: typed, or read from a photo whose camera noted it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wopdesk.ui.form.clock import read_place, write_place
from wopdesk.ui.form.files import PHOTOS, choose
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.typed import TypedEditor
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.widgets.button import Button


class PlaceEditor(TypedEditor):
    """For `geopoint`; `offered` tells the photo that is to say where it was taken."""

    offered = Signal(list)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        self._photo: Button | None = None
        super().__init__(question, parent)
        if "cell" not in question.looks:
            self._photo = Button("From a photo …")
            self._photo.clicked.connect(self._choose)
            self._box.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignLeading)
            self.show_question(question)

    @override
    def read(self, text: str) -> str:
        return read_place(text)

    @override
    def write(self, value: str) -> str:
        return write_place(value)

    @override
    def example(self) -> str:
        return tr("latitude longitude")

    def show_question(self, question: Question) -> None:
        """Show it; a place that is not to be changed is read from no photo."""
        super().show_question(question)
        if self._photo is not None:
            self._photo.setVisible(not question.readonly)
            self._photo.setAccessibleName(f"{question.label}: {self._photo.text()}")

    def _choose(self) -> None:
        files = choose(self, PHOTOS)
        if files:
            self.offered.emit(files[:1])
