"""Text in the languages of the programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """The same words in English and Urdu. Urdu may be absent; then English is shown."""

    en: str
    ur: str = ""

    def __str__(self) -> str:
        """The English words."""
        return self.en

    def in_language(self, language: str) -> str:
        """The text for a language code such as `ur`; English for any other, or where the translation is missing."""
        return self.ur if language == "ur" and self.ur else self.en

    @property
    def within(self) -> Wording:
        """As it stands in the middle of a sentence."""
        return Wording(self.en.lower(), self.ur)


def wording(value: object) -> Wording:
    """Read `{en = …, ur = …}` of a TOML file.

    Raises:
        TypeError: not a table of texts with an English one.
    """
    if not isinstance(value, Mapping) or not all(isinstance(text, str) for text in value.values()):
        raise TypeError(f"expected a table of texts, found {value!r}")
    if not value.get("en") or not value.keys() <= {"en", "ur"}:
        raise TypeError(f"expected the languages en and ur, found {sorted(value)}")
    return Wording(value["en"], value.get("ur", ""))
