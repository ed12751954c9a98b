"""Where what is typed in one field is cut into steps that are taken back one by one. Knows no form.

A step is a word, what was taken away letter by letter, or whatever else came or went at once, pasted or emptied.
Figures and days are shorter than a word and are one step until they are emptied. Pauses and other fields, which end a
step as well, are told by others.
"""

from __future__ import annotations

from typing import Literal

from wopdesk.ui.form.letters import rewritten

Way = Literal["in", "out", ""]
"""Letter by letter in or out; "" at once."""


class Strokes:
    """Follows what is typed in one field after the other."""

    def __init__(self) -> None:
        self._way: Way = ""

    def go_on(self, before: str, after: str, *, words: bool) -> bool:
        """Whether a change of a text is one more letter of the step that has begun.

        Args:
            before: what stood there; no spaces around it, as ever.
            after: what stands there now.
            words: whether it is a text, not a figure or a day.
        """
        if not words:
            return bool(after)
        change = rewritten(before, after)
        way = _way(change.gone, change.come)
        goes_on = bool(way) and way == self._way
        self._way = way or _begun(change.come)
        return goes_on


def _way(gone: str, come: str) -> Way:
    """How one more letter goes on: a space before it begins another word, but no other way back."""
    if not gone and len(come) == 1:
        return "in"
    return "out" if not come and len(gone.strip()) == 1 else ""


def _begun(come: str) -> Way:
    """What begins with a change that stands alone: a word with its first letter."""
    return "in" if len(come.strip()) == 1 else ""
