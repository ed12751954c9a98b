"""Fields as they are told to a person: days as people write them, and what was written where a choice is wanted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from wopdesk.programme.months import written
from wopdesk.xlsform import Field, Wording

_DAY = re.compile(r"(?<![\w.-])(\d{4})-(\d{2})-(\d{2})(?![\w-])", re.ASCII)
_ID = re.compile(r"[0-9a-f]{16,}|[a-z2-7]{16}")
"""What names a row or an item, and says nothing to a person."""


def as_said(field: Field) -> Field:
    """A field with all its words as a person reads them; its answer and choices stay as they are."""
    label, hint, problem = with_days(field.label), with_days(field.hint), field.problem
    if problem is not None:
        problem = _unknown(field) or with_days(problem)
    if label is field.label and hint is field.hint and problem is field.problem:
        return field
    return replace(field, label=label, hint=hint, problem=problem)


def with_days(words: Wording) -> Wording:
    """Words with the days that an answer or a list brought into them, `2026-10-31`, as `31 Oct 2026`."""
    if not any("-" in text and _DAY.search(text) for text in words.said.values()):
        return words
    return replace(words, said={language: in_words(text, language) for language, text in words.said.items()})


def in_words(text: str, language: str) -> str:
    """A text with its days as people write them in a language."""
    return _DAY.sub(lambda found: _day(found, language), text)


def _day(found: re.Match[str], language: str) -> str:
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:  # no day, as a number of a meter
        return found[0]
    return short(day, language)


def short(day: date, language: str) -> str:
    """A day in few letters: `31 Oct 2026`; months of other languages are short already."""
    number, month, year = written(day).in_language(language).split()
    return f"{number} {month[:3] if month.isascii() else month} {year}"


def _unknown(field: Field) -> Wording | None:
    """What is wrong with words that are no choice, as they were pasted; what a list has no more is told otherwise."""
    known = {choice.value for choice in field.choices}
    if field.type != "select_one" or field.value in {"", *known} or _ID.fullmatch(field.value):
        return None
    text = " ".join(field.value.split())
    said = {
        "en": f"“{text}” is not among the choices; choose one of them.",
        "ur": f"”{text}“ انتخاب میں شامل نہیں؛ ان میں سے ایک منتخب کریں۔",
    }
    return Wording(said, "en")
