"""The navigation at the window's start: where one can go, and where one is. In narrow windows it is a rail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
)

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.tokens import LAYOUT, SPACE
from wopdesk.ui.widgets.button import pressed_by
from wopdesk.ui.widgets.card import hairline
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.rail_button import EDGE, RailButton
from wopdesk.ui.widgets.words import Words

_MARK, _WIDE_EDGE, _ABOVE = 24, 12, 16


@dataclass(frozen=True)
class Place:
    """Where one can go: its key, its name (a text of the desk), its icon."""

    key: str
    title: str
    picture: str


class Navigation(QFrame):
    """The list of places; `gone` tells the key of the one chosen. Up and down move between them."""

    gone = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.setObjectName("nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._name = Words("WOPDesk", "section")
        self._brand = _beside(Picture("droplets", "focus_on_nav", _MARK), self._name)
        self._column.addLayout(self._brand)
        self._column.addSpacing(18)
        self.buttons = {place.key: self._add(place) for place in places}
        self._places = {place.key: place for place in places}
        self._column.addStretch()
        self.foot = QVBoxLayout()
        self._column.addWidget(hairline())
        self._column.addSpacing(8)
        self._column.addLayout(self.foot)
        self.set_narrow(narrow=False)

    def go(self, key: str) -> None:
        """Show where one is, without telling."""
        for place, button in self.buttons.items():
            button.show_current(current=place == key)

    def take_keyboard(self, key: str) -> None:
        """Give the keyboard to a place."""
        self.buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, *, narrow: bool) -> None:
        """As a rail, where names stand beneath the icons, or with the names beside them."""
        width, edge = (LAYOUT.navigation_narrow, EDGE) if narrow else (LAYOUT.navigation, _WIDE_EDGE)
        self.setFixedWidth(width)
        self._column.setContentsMargins(edge, _ABOVE, edge, _ABOVE)
        beside = (width - _MARK) // 2 - edge if narrow else SPACE.small
        self._brand.setContentsMargins(beside, 0, beside, 0)
        self._name.setVisible(not narrow)
        for button in self.buttons.values():
            button.set_narrow(narrow=narrow)

    def _add(self, place: Place) -> RailButton:
        button = RailButton()
        button.clicked.connect(lambda: self.gone.emit(place.key))
        self._column.addWidget(button)
        button.say(tr(place.title), place.picture)
        return button

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            for key, button in self.buttons.items():
                button.say(tr(self._places[key].title), self._places[key].picture)
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        buttons = list(self.buttons.values())
        if not moved_between(event, buttons) and not pressed_among(event, buttons):
            super().keyPressEvent(event)


def moved_between(event: QKeyEvent, buttons: Sequence[QAbstractButton]) -> bool:
    """Let up and down take the keyboard to the button before or after; whether the key was such a one."""
    move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
    focused = next((number for number, button in enumerate(buttons) if button.hasFocus()), None)
    if move is None or focused is None:
        return False
    buttons[max(0, min(len(buttons) - 1, focused + move))].setFocus(Qt.FocusReason.TabFocusReason)
    return True


def pressed_among(event: QKeyEvent, buttons: Sequence[QAbstractButton]) -> bool:
    """Press the button that has the keyboard with Enter; whether one was pressed."""
    focused = next((button for button in buttons if button.hasFocus()), None)
    return focused is not None and pressed_by(event, focused)


def _beside(picture: Picture, words: Words) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(picture)
    row.addWidget(words)
    row.addStretch()
    return row
