"""Says a phrase of a presenter in the language of the screen: its words, names, and days as people write them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate

from wopdesk.programme.wording import Wording
from wopdesk.sentence import Sentence
from wopdesk.ui.i18n import RIGHT_TO_LEFT, day, listed, spoken, tr
from wopdesk.ui.phrase import Phrase

_FROM_RIGHT = "\u200f"
"""A sentence whose values all run from left to right is read from the right all the same."""


def said(phrase: Phrase | str) -> str:
    """A phrase in the language spoken now; a plain text, such as a name, as it is."""
    if isinstance(phrase, str):
        return phrase
    lead = _FROM_RIGHT if spoken() in RIGHT_TO_LEFT else ""
    return lead + tr(phrase.text, **{name: _value(value) for name, value in phrase.values.items()})


def told(text: str) -> str:
    """What the desk tells a person, with or without values in it, in the language spoken now."""
    if not isinstance(text, Sentence):
        return tr(text)
    return tr(text.text, **{name: _value(value) for name, value in text.values.items()})


def written(when: date, *, short: bool = False) -> str:
    """A day in words: `18 November 2026`."""
    return day(QDate(when.year, when.month, when.day), short=short)


def _value(value: object) -> object:
    if isinstance(value, Phrase):
        return said(value)
    if isinstance(value, Sentence):
        return told(value)
    if isinstance(value, Wording):
        return value.in_language(spoken())
    if isinstance(value, tuple):
        return listed(map(str, value))
    return written(value, short=True) if isinstance(value, date) else value
