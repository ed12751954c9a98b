"""What a person is told: English text that keeps its values apart, so that a window can say it in another language.

Every room may say something; none but the window knows another language than English.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Self

_KEPT = '{"text": '
"""How a sentence with values begins where it is kept; no text of ours does."""


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

    @classmethod
    def of(cls, text: str) -> Sentence:
        """A text as a sentence, so that it is translated within another one, too."""
        return text if isinstance(text, Sentence) else cls(text)


def reported(fault: OSError) -> Sentence:
    """Why the system could not do it, as it says itself; the usual reasons are known to the translations."""
    return Sentence(fault.strerror or str(fault))


def quoted(english: object) -> Sentence:
    """What a program that is not ours says, which speaks English only."""
    return Sentence("{english}", english=english)


def joined(sentences: Iterable[str]) -> Sentence:
    """Several clauses after each other; an empty one where there is none."""
    clauses = [Sentence.of(one) for one in sentences]
    return (
        reduce(lambda told, more: Sentence("{told}; {more}", told=told, more=more), clauses)
        if clauses
        else Sentence("")
    )


def kept(text: str) -> str:
    """A sentence as it is kept, in no language; a text without values stays as it reads."""
    return json.dumps(_parts(text), ensure_ascii=False) if isinstance(text, Sentence) and text.values else str(text)


def recalled(kept: str) -> str:
    """What was kept; anything else is a text as it reads, such as what an earlier version kept."""
    if not kept.startswith(_KEPT):
        return kept
    try:
        return _whole(json.loads(kept))
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return kept


def _parts(text: Sentence) -> dict[str, object]:
    told = {name: _parts(one) if isinstance(one, Sentence) else str(one) for name, one in text.values.items()}
    return {"text": text.text, "values": told}


def _whole(parts: Mapping[str, Mapping[str, object]]) -> Sentence:
    told = {name: _whole(one) if isinstance(one, dict) else one for name, one in parts["values"].items()}
    return Sentence(str(parts["text"]), **told)
