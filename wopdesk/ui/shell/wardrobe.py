"""What the whole window wears and speaks: as the person chose, else as the computer does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from wopdesk.ui.i18n import NAMES, Language
from wopdesk.ui.shell.preferences import Preferences, ThemeChoice
from wopdesk.ui.theme.appearance import wear, worn


class Wardrobe(QObject):
    """Dresses the application by the preferences, and keeps in them what is chosen."""

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        """Dress it, and follow the computer from day to night."""
        super().__init__(parent)
        self._preferences = preferences
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Wear another theme from now on."""
        self._preferences.theme = theme
        self._follow()

    def choose_language(self, language: Language) -> None:
        """Speak another language from now on."""
        self._preferences.language = language
        self._follow()

    def next_language(self) -> None:
        """Speak the next of all languages."""
        names = list(NAMES)
        self.choose_language(names[(names.index(worn().language) + 1) % len(names)])

    def other_theme(self) -> None:
        """Turn from light to dark, or back."""
        self.choose_theme("light" if worn().theme == "dark" else "dark")

    def _follow(self) -> None:
        if self._preferences.appearance() != worn():
            self._dress()

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, self._preferences.appearance())
