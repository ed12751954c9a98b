"""The navigation at the window's start: where one can go, and where one is. Narrow windows show its icons alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)
from typing_extensions import override

from wopdesk.ui.i18n import tr
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.icons import icon
from wopdesk.ui.theme.tokens import LAYOUT
from wopdesk.ui.widgets.button import pressed_by
from wopdesk.ui.widgets.card import hairline
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words

_HEIGHT = 38


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
        self._column.setContentsMargins(12, 16, 12, 16)
        self._column.setSpacing(2)
        self._name = Words("WOPDesk", "section")
        self._column.addLayout(_beside(Picture("droplets", "focus_on_nav", 24), self._name))
        self._column.addSpacing(18)
        self._group = QButtonGroup(self)
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
        self.buttons[key].setChecked(True)

    def take_keyboard(self, key: str) -> None:
        """Give the keyboard to a place."""
        self.buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, *, narrow: bool) -> None:
        """With icons alone, or with their names."""
        self.setFixedWidth(LAYOUT.navigation_narrow if narrow else LAYOUT.navigation)
        self._name.setVisible(not narrow)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self.buttons.values():
            button.setToolButtonStyle(style)
            button.setToolTip(button.accessibleName() if narrow else "")

    def _add(self, place: Place) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setIconSize(QSize(18, 18))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFixedHeight(_HEIGHT)
        button.clicked.connect(lambda: self.gone.emit(place.key))
        self._group.addButton(button)
        self._column.addWidget(button)
        self._name_button(button, place)
        return button

    def _name_button(self, button: QToolButton, place: Place) -> None:
        said, colours = tr(place.title), worn().colours
        button.setText("  " + said)
        button.setAccessibleName(said)
        button.setIcon(icon(place.picture, colours.nav_text, colours.on_nav))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            for key, button in self.buttons.items():
                self._name_button(button, self._places[key])
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
    row.setContentsMargins(8, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(picture)
    row.addWidget(words)
    row.addStretch()
    return row
