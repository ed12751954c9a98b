"""The fixed words of papers in English and Urdu. English stands in the code, Urdu in `paper.ur.json`.

What people typed and what forms ask brings its own language along. Figures and days of the month are written in Western
digits in both languages, as in PWON's own papers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NewType, cast

from wopdesk.places import resources_folder
from wopdesk.programme.months import month_name, written

Term = NewType("Term", str)
"""English words that stand in a table of a module and are said later."""
_OF_A_DAY = 3
"""Words: day, month, year."""
RIGHT_TO_LEFT = frozenset({"ur"})


@dataclass(frozen=True)
class Speech:
    """Says the fixed words of a paper in one language."""

    language: str = "en"

    @property
    def from_right(self) -> bool:
        """Whether the language is written from right to left, and the page laid out so."""
        return self.language in RIGHT_TO_LEFT

    @property
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return "\u060c " if self.from_right else ", "

    def __call__(self, text: str, **values: object) -> str:
        """An English text in this language, its `{names}` filled in; where it has no translation, in English.

        In a text from right to left each value is isolated, so that "WOP-PK-014/MR" or "12 h/day" keeps its own order.
        """
        said = words(self.language).get(text, text)
        return said.format(**{name: self.isolated(str(value)) for name, value in values.items()}) if values else said

    def isolated(self, text: str) -> str:
        """A text whose neighbours cannot disturb its order."""
        return f"\u2068{text}\u2069" if self.from_right and text and not text.isdecimal() else text

    def day(self, day: date | str) -> str:
        """A day written out; any text that is none as it is."""
        try:
            return written(date.fromisoformat(day) if isinstance(day, str) else day).in_language(self.language)
        except ValueError:
            return str(day)

    def day_short(self, day: date | str) -> str:
        """A day in a narrow column: `5 Oct 2026`; Urdu has no short names of months."""
        parts = self.day(day).split(" ")
        return (
            " ".join((parts[0], parts[1][:3], parts[2]))
            if len(parts) == _OF_A_DAY and not self.from_right
            else self.day(day)
        )

    def month(self, period: str) -> str:
        """`2026-10` as `October 2026`."""
        return month_name(period).in_language(self.language)

    def month_short(self, period: str) -> str:
        """The month's name below a chart: three letters in English, the word in Urdu, which has no short forms."""
        name = self.month(period).split(" ")[0]
        return name if self.from_right else name[:3]

    def days(self, count: int) -> str:
        """A length of time: `1 day`, `45 days`."""
        return self("1 day") if count == 1 else self("{count} days", count=count)

    def listed(self, *parts: str) -> str:
        """Texts in a row, empty ones left out."""
        return self.comma.join(self.isolated(part) for part in parts if part)


@cache
def words(language: str) -> Mapping[str, str]:
    """English texts with their translation; empty for English itself."""
    file = resources_folder() / "translations" / f"paper.{language}.json"
    return cast("dict[str, str]", json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else {}
