"""A repeat as cards below each other, one for each row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from wopdesk.ui.form.beginning import same_beginning
from wopdesk.ui.form.below import Line
from wopdesk.ui.form.card_box import CardBox
from wopdesk.ui.form.intents import Intents
from wopdesk.ui.form.part_widget import Make, PartWidget, Spot, holds_keyboard, spot_of
from wopdesk.ui.form.parts import Card, Cards, Part
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Words, label


class CardList(PartWidget):
    """Shows `Cards`. Insert asks for one more; a card that was asked for gets the keyboard when it comes."""

    adds_below = True
    """Whether a button below the cards asks for one more."""

    def __init__(self, cards: Cards, make: Make, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards, self._make, self._intents = cards, make, intents
        self._boxes: dict[str, CardBox] = {}
        self._awaiting = False
        self._title = label("", "strong", wrap=True)
        self._hint = label("", "hint", wrap=True)
        self._problem = Line("circle-alert", "bad", "problem")
        self._none = Words("Nothing here yet.", "quiet")
        self.add = Button("Add", "plain", "plus")
        self.add.clicked.connect(self.ask_for_one)
        self._holder = QWidget(self)
        self._rows = self.lay_out(self._holder)
        self._arrange()
        self.show_part(cards)

    @override
    def show_part(self, part: Part) -> None:
        if not isinstance(part, Cards):
            return
        fresh = [card for card in part.cards if card.id not in self._boxes]
        self.cards = part
        self._show_cards(part.cards)  # first, since what holds the last card is hidden with the keyboard in it
        self._show_words(part)
        if self._awaiting and fresh:
            self._awaiting = False
            self._boxes[fresh[-1].id].take_keyboard()

    @override
    def take_keyboard(self) -> bool:
        if self._boxes or not self.cards.fixed:
            self._take_keyboard()
        return bool(self._boxes) or not self.cards.fixed

    def ask_for_one(self) -> None:
        """Ask for one more row."""
        if not self.cards.fixed:
            self._awaiting = True
            self._intents.row_wanted.emit(self.cards.path)

    @override
    def spot(self, path: str) -> Spot | None:
        if path == self.cards.path:
            return spot_of(self, self._take_keyboard)
        if not path.startswith(f"{self.cards.path}["):
            return None
        for card, box in self._boxes.items():
            if path == f"{self.cards.path}[{card}]":
                return spot_of(box, box.take_keyboard)
        return next((spot for box in self._boxes.values() if (spot := box.parts.spot(path))), None)

    @override
    def path_of(self, widget: QWidget) -> str:
        within = (card for card, box in self._boxes.items() if box.isAncestorOf(widget))
        card = next(within, None)
        if card is None:
            return self.cards.path if self.isAncestorOf(widget) else ""
        return self._boxes[card].parts.path_of(widget) or f"{self.cards.path}[{card}]"

    @override
    def show_picture(self, path: str, picture: QImage) -> bool:
        return any(box.parts.show_picture(path, picture) for box in self._boxes.values())

    def lay_out(self, holder: QWidget) -> QLayout:
        """How the cards stand."""
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.middle)
        return column

    def place(self, boxes: list[CardBox], first: int) -> None:
        """Put the cards in their order; those before the first one named stand there already."""
        for box in boxes[first:]:
            self._rows.removeWidget(box)
            self._rows.addWidget(box)
            box.show()

    def make_box(self, card: Card) -> CardBox:
        """A new card, where the cards are."""
        return CardBox(card, self._make, self._intents, self._holder)

    def head(self) -> list[QWidget]:
        """What stands above the cards."""
        return [self._title, self._hint, self._problem, self._none]

    def foot(self) -> list[QWidget]:
        """What stands below them."""
        return [self.add]

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        for widget in self.head():
            column.addWidget(widget)
        column.addSpacing(SPACE.tiny)
        column.addWidget(self._holder)
        column.addSpacing(SPACE.tiny)
        for widget in self.foot():
            column.addWidget(widget)

    def _show_words(self, cards: Cards) -> None:
        for words, text in ((self._title, cards.label), (self._hint, cards.hint)):
            words.setText(text)
            words.setVisible(bool(text))
        self._problem.show_text(cards.problem)
        self._none.setVisible(not cards.cards and not cards.photos)
        self._holder.setVisible(bool(cards.cards))
        self.add.setVisible(self.adds_below and not cards.fixed)
        self.add.setAccessibleName(f"{cards.label}: {tr('Add')}")
        self.add.setAccessibleDescription(" ".join(text for text in (cards.problem, cards.hint) if text))
        self.setAccessibleName(cards.label)

    def _show_cards(self, cards: tuple[Card, ...]) -> None:
        before = list(self._boxes)
        wanted = [card.id for card in cards]
        for gone in [known for known in before if known not in wanted]:
            self._let_go(gone, before)
        for card in cards:
            if card.id in self._boxes:
                self._boxes[card.id].show_card(card)
            else:
                self._boxes[card.id] = self._fresh(card)
        if before != wanted:
            self._boxes = {known: self._boxes[known] for known in wanted}
            self.place(list(self._boxes.values()), same_beginning(before, wanted))
            self._intents.rearranged.emit()

    def _fresh(self, card: Card) -> CardBox:
        box = self.make_box(card)
        box.dropped.connect(self._drop)
        return box

    def _drop(self, card: str) -> None:
        self._intents.rows_dropped.emit(self.cards.path, [card])

    def _let_go(self, gone: str, before: list[str]) -> None:
        """Take a card away; if the keyboard was in it, the next card has it, else the one before, or what adds one."""
        box = self._boxes.pop(gone)
        if holds_keyboard(box):
            at = before.index(gone)
            near = [known for known in (*before[at:], *before[:at][::-1]) if known in self._boxes]
            if near:
                self._boxes[near[0]].remove.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._take_keyboard()
        self._rows.removeWidget(box)
        box.hide()
        box.deleteLater()

    def _take_keyboard(self) -> None:
        for box in self._boxes.values():
            return box.take_keyboard()
        return self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Insert and not event.modifiers() and not self.cards.fixed:
            self.ask_for_one()
        else:
            super().keyPressEvent(event)
