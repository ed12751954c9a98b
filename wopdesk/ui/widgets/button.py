"""Buttons: the one thing to do next (primary), others (plain), what is beside (quiet), and icons alone (icon)."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QStyleOptionButton

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import mark, worn
from wopdesk.ui.theme.icons import icon

Kind = Literal["plain", "primary", "quiet", "icon"]
_INKS: dict[Kind, str] = {"plain": "text_soft", "primary": "on_accent", "quiet": "accent_text", "icon": "text_soft"}

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Button(QPushButton):
    """A button that says one of the desk's own texts. With an icon alone, the text is its name and its tooltip."""

    def __init__(self, text: str, kind: Kind = "plain", picture: str = "") -> None:
        super().__init__()
        self._text, self._kind, self._picture = text, kind, picture
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        size = 19 if kind == "icon" else 16
        self.setIconSize(QSize(size, size))
        self._retranslate()
        self._paint_icon()

    def show_icon(self, picture: str) -> None:
        """Show another icon."""
        self._picture = picture
        self._paint_icon()

    def rank(self, kind: Kind) -> None:
        """Be of another kind from now on: what is to be done next has changed."""
        self._kind = kind
        mark(self, kind=kind)
        self._paint_icon()

    def say(self, text: str) -> None:
        """Say something else from now on, of the desk's own texts."""
        self._text = text
        self._retranslate()

    def _retranslate(self) -> None:
        if not self._text:  # it says a name, which whoever made it sets
            return
        said = tr(self._text)
        self.setAccessibleName(said)
        if self._kind == "icon":
            self.setToolTip(said)
        else:
            self.setText(said)

    def _paint_icon(self) -> None:
        if self._picture:
            colours = worn().colours
            ink = getattr(colours, _INKS[self._kind])
            self.setIcon(icon(self._picture, ink, faint=colours.text_faint))

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Leave room between icon and words; Qt's own is two pixels."""
        super().initStyleOption(option)
        if self._picture and option.text:
            option.text = f" {option.text}"

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(event, self):
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()
        super().changeEvent(event)


def pressed_by(event: QKeyEvent, button: QAbstractButton) -> bool:
    """Press what has the keyboard with Enter, as everybody expects; Qt itself takes the space bar alone."""
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & ~_KEYPAD
    if enter and not event.isAutoRepeat():
        button.click()
    return enter
