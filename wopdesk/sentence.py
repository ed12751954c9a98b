"""What a person is told: English text that keeps its values apart, so that a window can say it in another language.

Every room may say something; none but the window knows another language than English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self


class Sentence(str):
    """A text as it is read in English.

    Attributes:
        text: the English text with `{names}`; what translations are looked up by.
        values: what stands in the place of each name. A sentence, or part of one, is translated, too, and words that
            there are in several languages are said in that language.
    """

    __slots__ = ("text", "values")

    text: str
    values: Mapping[str, object]

    def __new__(cls, text: str, /, **values: object) -> Self:
        """Fill the values in; a text without any may hold braces."""
        made = super().__new__(cls, text.format(**values) if values else text)
        made.text, made.values = text, values
        return made


def reported(fault: OSError) -> Sentence:
    """Why the system could not do it, as it says itself; the usual reasons are known to the translations."""
    return Sentence(fault.strerror or str(fault))
