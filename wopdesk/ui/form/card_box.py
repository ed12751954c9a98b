"""One row of a repeat as a card: its title, what is asked, and the button that removes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.foreign import tip
from wopdesk.ui.form.intents import Intents
from wopdesk.ui.form.part_list import PartList
from wopdesk.ui.form.part_widget import Make
from wopdesk.ui.form.parts import Card, Part
from wopdesk.ui.form.question import Question
from wopdesk.ui.i18n import tr
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import label

_LOW = 30


class CardBox(QFrame):
    """Shows a `Card`; `dropped` tells its id when it is to go. A tile is a card that holds a photo."""

    dropped = Signal(str)

    def __init__(self, card: Card, make: Make, intents: Intents, parent: QWidget, *, tile: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("surface", "inset")
        self.card, self._tile = card, tile
        self._title = label("", "strong", wrap=True)
        self.remove = Button("Remove", "icon", "trash-2")
        self.remove.setProperty("low", True)  # noqa: FBT003 - Qt's own signature
        self.remove.clicked.connect(lambda: self.dropped.emit(self.card.id))
        self.parts = PartList(make, intents, self, lonely=tile)
        self._arrange()
        self.show_card(card)

    def show_card(self, card: Card) -> None:
        """Show how it stands now."""
        self.card = card
        self._title.setText(card.title)
        self.setAccessibleName(card.title)
        self.remove.setVisible(not card.fixed)
        name = f"{tr('Remove')}: {card.title}"
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(tip(name))
        self.parts.show_parts(list(self._asked(card)))

    def take_keyboard(self) -> None:
        """Give the keyboard to its first field."""
        if not self.parts.take_keyboard():
            self.remove.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked(self, card: Card) -> Iterator[Part]:
        """The parts as a card asks them: what its title says is not said again."""
        for part in card.parts:
            looks = set(part.appearance.split()) if isinstance(part, Question) else set()
            if isinstance(part, Question) and part.label == card.title:
                looks.add("nolabel")
            if isinstance(part, Question) and part.type == "image" and self._tile:
                looks.add("tile")
            yield replace(part, appearance=" ".join(sorted(looks))) if isinstance(part, Question) else part

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title, 1)
        self._title.setMinimumHeight(_LOW)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.large, SPACE.small, SPACE.large, SPACE.large)
        column.setSpacing(SPACE.tiny)
        column.addLayout(head)
        column.addWidget(self.parts)
