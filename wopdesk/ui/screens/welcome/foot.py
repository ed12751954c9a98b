"""The welcome's foot, with the way back and on, and its top, with language and theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from wopdesk.ui.i18n import NAMES, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.saying import said
from wopdesk.ui.screens.welcome.presenter import Content
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.segments import Segments
from wopdesk.ui.widgets.words import label

_ON = {
    "who": "Continue",
    "office": "Continue",
    "how": "Set up the desk",
    "kit": "Try it and go on",
    "ready": "Open my desk",
    "restore": "Bring it back",
    "recover": "Bring PWON back",
}
_BACK = {"office", "how", "whom", "restore", "recover"}
_SAMPLE = "Make the sample"
_ON_BY_WAY = {"sample": _SAMPLE, "recover": _ON["office"]}


class Foot(QFrame):
    """Back and on: `forward` is the button that leads on from the page, `forwarded` when it is pressed.

    While it cannot be pressed, what comes first stands before it.
    """

    forwarded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.setProperty("edge", "above")
        self.setFixedHeight(64)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.huge, 0, SPACE.huge, 0)
        row.setSpacing(SPACE.small)
        self.back = Button("Back")
        self._ways = {text: Button(text, "primary") for text in (*dict.fromkeys(_ON.values()), _SAMPLE)}
        self._lacks = label("", "quiet")
        row.addStretch()
        row.addWidget(self._lacks)
        row.addSpacing(SPACE.small)
        row.addWidget(self.back)
        for button in self._ways.values():
            button.clicked.connect(self.forwarded)
            row.addWidget(button)
        self.forward = self._ways["Continue"]

    def show_step(self, content: Content) -> None:
        """Show which ways there are from a page."""
        self.back.setVisible(content.step in _BACK)
        text = _ON.get(content.step, "")
        if content.step == "how":
            text = _ON_BY_WAY.get(content.typed.way, text)
        self.forward = self._ways.get(text, self.forward)
        for name, button in self._ways.items():
            button.setVisible(name == text)
        lacks = content.kit_lacks or _backup_lacks(content)
        self._lacks.setText(said(lacks) if lacks else "")
        self.forward.setEnabled(lacks is None)
        self.forward.setAccessibleDescription(self._lacks.text())


def _backup_lacks(content: Content) -> Phrase | None:
    return Phrase("First choose a backup.") if content.step == "restore" and content.backup is None else None


class Top(QWidget):
    """Language and theme; `language_chosen` and `theme_chosen` tell what was taken."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.huge, SPACE.large, SPACE.huge, SPACE.tiny)
        row.setSpacing(SPACE.small)
        row.addStretch()
        self.languages = Segments(list(NAMES.items()), compact=True)
        self.languages.changed.connect(self._choose_language)
        self.theme = Button("Light or dark", "icon", "moon")
        self.theme.clicked.connect(lambda: self.theme_chosen.emit("light" if worn().theme == "dark" else "dark"))
        row.addWidget(self.languages)
        row.addWidget(self.theme)
        self._show()

    def _choose_language(self, language: str) -> None:
        """A language can be changed, not taken back."""
        if language:
            self.language_chosen.emit(language)
        else:
            self.languages.set_value(worn().language)

    def _show(self) -> None:
        self.languages.name(tr("Language"))
        self.languages.set_value(worn().language)
        self.theme.show_icon("sun" if worn().theme == "dark" else "moon")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            self._show()
