"""An answer that has no place in the form in use, as it is shown: what was asked, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wopdesk.xlsform import Wording

_UNKNOWN = Wording()


@dataclass(frozen=True)
class Aside:
    """One answer that is kept aside.

    Attributes:
        path: where it was asked, rows by their numbers.
        text: the answer.
        asked: the question; without words where no form known here asked it.
        said: the labels of what was chosen, by language.
    """

    path: str
    text: str
    asked: Wording = _UNKNOWN
    said: Mapping[str, str] = field(default_factory=dict, hash=False)

    def question(self, language: str) -> str:
        """What was asked, or at least its name."""
        return self.asked(language) or self.path.rpartition("/")[2]

    def answer(self, language: str) -> str:
        """What was answered, in words."""
        return self.said.get(language) or self.text
