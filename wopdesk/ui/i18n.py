"""The words of the desk in English and Urdu, and switching between them while windows are open.

English stands in the code, so a view reads as it looks; `resources/translations/<language>.json` maps it to the other
language. JSON rather than Qt's `.qm`: a translator edits it in any editor, a change can be read in a diff, nothing is
compiled, and reading some hundred entries takes a millisecond. It is given to Qt as a `QTranslator`, so that Qt itself
tells every widget of a switch (`LanguageChange`), and its own menus (Copy, Paste) are translated from the same file.
What belongs to forms and programme rules is not here: it brings its own languages along.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, cast

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTranslator

from wopdesk.places import resources_folder
from wopdesk.ui.overriding import override

Language = Literal["en", "ur"]
NAMES: Mapping[Language, str] = {"en": "English", "ur": "اردو"}
"""Each language as it calls itself."""
RIGHT_TO_LEFT: frozenset[Language] = frozenset({"ur"})
_CONTEXT = "wopdesk"
_LOCALES = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "ur": QLocale(QLocale.Language.Urdu, QLocale.Country.Pakistan),
}


class Translations(QTranslator):
    """Hands Qt the words of one language."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.spoken = language
        self._words = words(language)

    @override
    def translate(
        self,
        context: bytes | bytearray | memoryview | str,
        sourceText: bytes | bytearray | memoryview | str,
        disambiguation: bytes | bytearray | memoryview | str | None = None,
        n: int = -1,
    ) -> str:
        """The words for an English text, or the text itself; Qt would take "" for a translation."""
        text = sourceText if isinstance(sourceText, str) else bytes(sourceText).decode()
        return self._words.get(text, text)

    @override
    def isEmpty(self) -> bool:
        """Never: Qt would not ask an empty translator, nor tell anybody of a switch to it."""
        return False


def tr(text: str, **values: object) -> str:
    """An English text of the desk in the language spoken now, its `{names}` filled in.

    In a text that runs from right to left, each value is isolated, so that "31.4%" or "3.1.5" keeps its own order.
    """
    translated = QCoreApplication.translate(_CONTEXT, text)
    said = translated.format(**{name: isolated(str(value)) for name, value in values.items()}) if values else translated
    return _begun(said) if translated != text and spoken() in RIGHT_TO_LEFT else said


def _begun(said: str) -> str:
    """A sentence that begins with a name or a figure runs from right to left all the same (Unicode's RLM)."""
    return said if unicodedata.bidirectional(said[:1]) in {"R", "AL", ""} else f"\u200f{said}"


def isolated(text: str) -> str:
    """A text that neighbours of the other direction cannot disturb (Unicode's first strong isolate)."""
    return f"\u2068{text}\u2069" if spoken() in RIGHT_TO_LEFT else text


def listed(names: Iterable[str]) -> str:
    """Names in a row, with the comma of the language spoken now."""
    return ("، " if spoken() in RIGHT_TO_LEFT else ", ").join(names)


def from_left(text: str) -> str:
    """A figure or code that runs from left to right in every language."""
    return f"\u2066{text}\u2069" if spoken() in RIGHT_TO_LEFT else text


def speak(app: QCoreApplication, language: Language) -> None:
    """Switch the application's language; Qt tells every widget."""
    current = app.findChild(Translations)
    if current is not None:
        if current.spoken == language:
            return
        app.removeTranslator(current)
        current.setParent(None)
    fresh = Translations(language)
    fresh.setParent(app)
    app.installTranslator(fresh)


def spoken() -> Language:
    """The language spoken now."""
    app = QCoreApplication.instance()
    current = None if app is None else app.findChild(Translations)
    return "en" if current is None else current.spoken


def locale(language: Language) -> QLocale:
    """Names of months and days, and their order; figures are Western in both languages, as in PWON's papers."""
    return _LOCALES[language]


def day(date: QDate, *, short: bool = False) -> str:
    """A date in words, day first: `18 November 2026`."""
    return locale(spoken()).toString(date, "d MMM yyyy" if short else "d MMMM yyyy")


@cache
def words(language: Language) -> Mapping[str, str]:
    """English texts with their translation; empty for English itself."""
    if language == "en":
        return {}
    file = resources_folder() / "translations" / f"{language}.json"
    return cast("dict[str, str]", json.loads(file.read_text(encoding="utf-8")))
