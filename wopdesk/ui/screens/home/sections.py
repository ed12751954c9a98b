"""A column of cards that stay as they are while what they show stays. Knows no desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wopdesk.ui.theme.tokens import SPACE


@dataclass(frozen=True)
class Section:
    """A card: its name in the column, all that it shows, and how it is made."""

    name: str
    shown: object
    make: Callable[[], QWidget]


class Sections(QVBoxLayout):
    """Shows sections below one another; only those that show something else than before are made anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(SPACE.large)
        self._made: dict[str, tuple[object, QWidget]] = {}

    @property
    def cards(self) -> dict[str, QWidget]:
        """The cards by name, from above."""
        return {name: card for name, (_, card) in self._made.items()}

    def show_sections(self, wanted: Sequence[Section]) -> None:
        """Show these in this order, above whatever was added below them."""
        before, self._made = self._made, {}
        for place, section in enumerate(wanted):
            known = before.get(section.name)
            card = known[1] if known is not None and known[0] == section.shown else section.make()
            self._made[section.name] = section.shown, card
            if self.indexOf(card) != place:
                self.removeWidget(card)
                self.insertWidget(place, card)
                card.show()  # now, since what is hidden cannot have the keyboard
        for _, card in before.values():
            if card not in self.cards.values():
                self.removeWidget(card)
                card.hide()
                card.deleteLater()


def in_tab_order(cards: Sequence[QWidget]) -> None:
    """Let the keyboard go through cards from above, whichever was made last."""
    stops = [one for card in cards for one in _stops(card)]
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def _stops(card: QWidget) -> list[QWidget]:
    """Where the keyboard can stand in a card."""
    children = card.findChildren(QWidget)
    return [one for one in children if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None]
