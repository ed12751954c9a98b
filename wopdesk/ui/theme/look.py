"""How the application can look: a theme and a language. Light enough to be known before the first window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wopdesk.ui import i18n
from wopdesk.ui.theme.tokens import THEMES, TYPE, Colours, TypeScale

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Appearance:
    """A theme and a language."""

    theme: Theme = "light"
    language: i18n.Language = "en"

    @property
    def colours(self) -> Colours:
        """The colours of the theme."""
        return THEMES[self.theme]

    @property
    def sizes(self) -> TypeScale:
        """The sizes of type that suit the language's letters."""
        return TYPE[self.language]

    @property
    def right_to_left(self) -> bool:
        """Whether reading begins at the right."""
        return self.language in i18n.RIGHT_TO_LEFT
