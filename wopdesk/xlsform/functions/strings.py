"""Text: the string functions of XPath 1.0 §4.2 and ODK's own."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from wopdesk.xlsform.environment import CURRENT
from wopdesk.xlsform.functions.patterns import TooLong, matches
from wopdesk.xlsform.functions.registry import function
from wopdesk.xlsform.values import anything, number, string, texts

LONGEST_TEXT = 1_000_000
"""Of letters in what is put together: a text joined with itself, and the result with itself, soon fills any memory."""
_BLANKS = re.compile("[ \t\r\n]+")


@function("string", "text", string, least=0)
def as_string(text: str) -> str:
    """The text of a value."""
    return text


@function("concat", "text", rest=anything)
def concat(*values: object) -> str:
    """All texts, one after the other; sets of nodes give the text of every node."""
    return _joined("", texts(values))


@function("join", "text", string, rest=anything)
def join(separator: str, *values: object) -> str:
    """All texts that are not empty nodes, with a separator between them."""
    return _joined(separator, texts(values))


@function("contains", "truth", string, string)
def contains(text: str, part: str) -> bool:
    """Whether a text holds another."""
    return part in text


@function("starts-with", "truth", string, string)
def starts_with(text: str, part: str) -> bool:
    """Whether a text begins with another."""
    return text.startswith(part)


@function("ends-with", "truth", string, string)
def ends_with(text: str, part: str) -> bool:
    """Whether a text ends with another."""
    return text.endswith(part)


@function("substring-before", "text", string, string)
def substring_before(text: str, part: str) -> str:
    """What stands before the first occurrence, "" if there is none."""
    return text.partition(part)[0] if part and part in text else ""


@function("substring-after", "text", string, string)
def substring_after(text: str, part: str) -> str:
    """What stands after the first occurrence, "" if there is none."""
    return text.partition(part)[2] if part else text


@function("substring", "text", string, number, number, least=2)
def substring(text: str, start: float, length: float = math.inf) -> str:
    """Characters from the start-th on, counted from one (XPath 1.0 §4.2)."""
    first = math.floor(start + 0.5) if math.isfinite(start) else start
    span = math.floor(length + 0.5) if math.isfinite(length) else length
    return "".join(letter for place, letter in enumerate(text, 1) if first <= place < first + span)


@function("substr", "text", string, number, number, least=2)
def substr(text: str, start: float, end: float = math.inf) -> str:
    """Characters from start to before end, counted from zero, from the end where negative."""
    if math.isnan(start) or math.isnan(end):
        return ""
    first, last = (int(max(-len(text), min(place, len(text)))) for place in (start, end))
    return text[first:last]


@function("string-length", "number", string, least=0)
def string_length(text: str) -> float:
    """How many characters a text has."""
    return float(len(text))


@function("normalize-space", "text", string, least=0)
def normalize_space(text: str) -> str:
    """The text with single blanks and none at its ends; a blank that must not break a line stays (XPath 1.0 §4.2)."""
    return _BLANKS.sub(" ", text).strip(" ")


@function("translate", "text", string, string, string)
def translate(text: str, letters: str, others: str) -> str:
    """The text with each letter replaced by the one that stands at its place in the others, or left out."""
    table: dict[int, str | None] = {}
    for place, letter in enumerate(letters):
        table.setdefault(ord(letter), others[place] if place < len(others) else None)
    return text.translate(table)


@function("regex", "truth", string, string)
def regex(text: str, pattern: str) -> bool:
    """Whether the whole text is as the pattern says."""
    try:
        return matches(text, pattern)
    except (re.error, TooLong) as fault:
        return bool(CURRENT.get().unfit(f"{pattern!r} is no pattern: {fault}"))


def _joined(separator: str, found: Iterable[str]) -> str:
    """Texts with a separator between them; those that come when it is too long already are left out."""
    said: list[str] = []
    letters = 0
    for text in found:
        letters += len(separator) + len(text)
        if letters > LONGEST_TEXT:
            break
        said.append(text)
    return separator.join(said)
