"""A repeat whose rows hold a photo first: tiles side by side, below a place where files are dropped."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QWidget

from wopdesk.ui.form.card_box import CardBox
from wopdesk.ui.form.card_list import CardList
from wopdesk.ui.form.files import PHOTOS, FilesArea, choose
from wopdesk.ui.form.intents import Intents
from wopdesk.ui.form.part_widget import Make
from wopdesk.ui.form.parts import Card, Cards, Part
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words

_TILE, _MOST = 300, 4
"""How wide a tile must be, and how many stand side by side at most."""


class PhotoList(CardList):
    """Shows `Cards` of photos."""

    adds_below = False

    def __init__(self, cards: Cards, make: Make, intents: Intents, parent: QWidget | None = None) -> None:
        self._across = 2
        self.zone = FilesArea(PHOTOS)
        self.choose = Button("Choose photos …", "quiet")
        self._kinds = Words("JPEG or PNG, also from WhatsApp", "hint")
        super().__init__(cards, make, intents, parent)
        self.setAcceptDrops(True)
        self.zone.offered.connect(self._offer)
        self.choose.clicked.connect(self._choose)

    @override
    def show_part(self, part: Part) -> None:
        super().show_part(part)
        self.zone.setVisible(not self.cards.fixed)
        self.zone.open = not self.cards.fixed
        self.choose.setAccessibleName(f"{self.cards.label}: {tr('Choose photos …')}")

    @override
    def lay_out(self, holder: QWidget) -> QLayout:
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE.middle)
        return grid

    @override
    def place(self, boxes: list[CardBox], first: int) -> None:
        grid = self._holder.layout()
        if isinstance(grid, QGridLayout):
            for number, box in enumerate(boxes[first:], start=first):
                grid.removeWidget(box)
                grid.addWidget(box, number // self._across, number % self._across)
                box.show()
            for column in range(_MOST):
                grid.setColumnStretch(column, int(column < self._across))

    @override
    def make_box(self, card: Card) -> CardBox:
        return CardBox(card, self._make, self._intents, self._holder, tile=True)

    @override
    def head(self) -> list[QWidget]:
        row = QHBoxLayout(self.zone)
        row.setContentsMargins(SPACE.large, SPACE.small, SPACE.large, SPACE.small)
        row.setSpacing(SPACE.middle)
        row.addWidget(Picture("image-plus", "text_faint", 24))
        row.addWidget(Words("Drop photos here, or", "quiet"))
        row.addWidget(self.choose)
        row.addStretch()
        row.addWidget(self._kinds)
        return [*super().head(), self.zone]

    def _offer(self, files: list[str]) -> None:
        self._intents.files_offered.emit(self.cards.path, files)

    def _choose(self) -> None:
        files = choose(self, PHOTOS)
        if files:
            self._offer(files)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as one tile: how many stand side by side follows from the width."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), _TILE), least.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        across = max(1, min(_MOST, (self.width() + SPACE.middle) // (_TILE + SPACE.middle)))
        if across != self._across:
            self._across = across
            self.place(list(self._boxes.values()), 0)
        self._kinds.setVisible(self.width() >= 2 * _TILE)
        super().resizeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.zone.dragEnterEvent(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.zone.dragLeaveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.zone.dropEvent(event)

    @override
    def _take_keyboard(self) -> None:
        for box in self._boxes.values():
            return box.take_keyboard()
        return self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
