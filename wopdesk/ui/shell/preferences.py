"""What this person's window looks like: theme, language, size. It is known before any data file is open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QLocale, QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from wopdesk.ui.i18n import NAMES, Language
from wopdesk.ui.theme.look import Appearance, Theme

ThemeChoice = Literal["system", "light", "dark"]
THEMES: tuple[ThemeChoice, ...] = get_args(ThemeChoice)
_USUAL, _FRAME = QSize(1440, 900), QSize(16, 48)
"""The size of a first window, and room for what the system puts around it: known only once it was seen."""
_SYSTEM: Mapping[bool, Theme] = {True: "dark", False: "light"}


class Preferences:
    """Kept at once when they change, in a small file that a person can read or delete."""

    def __init__(self, file: Path | None = None) -> None:
        """Read them; what is not there or makes no sense has its default."""
        place = file or user_config_path("WOPDesk", appauthor=False) / "window.ini"
        self._kept = QSettings(str(place), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or as the computer has it."""
        said = self._kept.value("theme")
        return next((one for one in THEMES if one == said), "system")

    @theme.setter
    def theme(self, theme: ThemeChoice) -> None:
        self._kept.setValue("theme", theme)

    @property
    def language(self) -> Language:
        """The language chosen; until then the computer's where the desk speaks it."""
        said = self._kept.value("language") or QLocale.system().name().partition("_")[0]
        return next((one for one in NAMES if one == said), "en")

    @language.setter
    def language(self, language: Language) -> None:
        self._kept.setValue("language", language)

    @property
    def data_file(self) -> Path | None:
        """The data file that was chosen last; None: the usual one."""
        said = self._kept.value("data")
        return Path(said) if isinstance(said, str) and said else None

    @data_file.setter
    def data_file(self, file: Path | None) -> None:
        self._kept.setValue("data", str(file or ""))

    def appearance(self) -> Appearance:
        """What the application is to wear."""
        theme = self.theme
        if theme == "system":
            theme = _SYSTEM[QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark]
        return Appearance(theme, self.language)

    def place(self, window: QWidget) -> None:
        """Give a window the size and place that it had last, or its usual one; where that has no room, the screen."""
        kept = self._kept.value("geometry")
        if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
            window.resize(_USUAL)
        room = window.screen().availableSize() - _FRAME
        if window.width() > room.width() or window.height() > room.height():
            window.resize(window.size().boundedTo(room))
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    def remember(self, window: QWidget) -> None:
        """Keep a window's size and place."""
        self._kept.setValue("geometry", window.saveGeometry())
        self._kept.sync()
