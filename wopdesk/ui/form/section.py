"""A group within a page: its label and its parts."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wopdesk.ui.form.intents import Intents
from wopdesk.ui.form.part_list import PartList
from wopdesk.ui.form.part_widget import Make, PartWidget, Spot, spot_of
from wopdesk.ui.form.parts import Part, Section
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import hairline
from wopdesk.ui.widgets.words import label


class SectionPart(PartWidget):
    """Shows a `Section`."""

    def __init__(self, section: Section, make: Make, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = section.path
        self._label = label("", "strong", wrap=True)
        self._parts = PartList(make, intents, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.tiny, 0, 0)
        column.setSpacing(SPACE.middle)
        column.addWidget(hairline())
        column.addWidget(self._label)
        column.addWidget(self._parts)
        self.show_part(section)

    @override
    def show_part(self, part: Part) -> None:
        if isinstance(part, Section):
            self._label.setText(part.label)
            self._label.setVisible(bool(part.label))
            self._parts.show_parts(part.parts)

    @override
    def spot(self, path: str) -> Spot | None:
        if path == self._path:
            return spot_of(self, self._parts.take_keyboard)
        return self._parts.spot(path)

    @override
    def path_of(self, widget: QWidget) -> str:
        return self._parts.path_of(widget)

    @override
    def take_keyboard(self) -> bool:
        return self._parts.take_keyboard()

    @override
    def show_picture(self, path: str, picture: QImage) -> bool:
        return self._parts.show_picture(path, picture)
