"""A field of the filled form as the editors are told of it: words in one language, unit, earlier figure, remark."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from wopdesk.desk.paths import template
from wopdesk.ui.form.figures import write_number
from wopdesk.ui.form.question import Question
from wopdesk.ui.screens.document.speaking import in_words
from wopdesk.xlsform import Field

_UNIT = re.compile(r"(?P<label>.*\S)\s*\((?P<unit>[^()]{1,24})\)(?P<end>[?؟]?)")
_LETTERS = 3
FILES = frozenset({"image", "file", "audio", "video"})
NUMBERS = frozenset({"integer", "decimal", "range"})


class Say(Protocol):
    """Says a text of the desk in the language of the screen; `wopdesk.ui.i18n.tr`."""

    def __call__(self, text: str, **values: object) -> str:
        """An English text of the translations, with values for its `{names}`."""
        ...


def plainly(text: str, **values: object) -> str:
    """A text of the desk in English."""
    return text.format(**values)


@dataclass(frozen=True)
class Manner:
    """How everything is asked now.

    Attributes:
        language: of the form's texts.
        tr: says the desk's own.
        fixed: paths of answers that cannot change.
        readonly: whether nothing can.
        shown: paths whose problems are shown.
        previous: earlier answers by path.
        compared: questions, rows left out, beside which earlier answers stand.
        previously: when that was: `September 2026`.
        now: the time that this record speaks of: `October 2026`; empty where it speaks of none.
        month: the same as `2026-10`.
        remarks: who said what, by path.
        was: what the version before answered where the one that is read answers otherwise, by path.
        differing: paths that must be settled elsewhere.
        names: of the programme's indicators, by the English ones.
        remarkable: whether a reviewer may say something at each field.
    """

    language: str = "en"
    tr: Say = plainly
    fixed: Collection[str] = ()
    readonly: bool = False
    shown: Collection[str] = ()
    previous: Mapping[str, str] = field(default_factory=dict)
    compared: Collection[str] = ()
    previously: str = ""
    now: str = ""
    month: str = ""
    remarks: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    was: Mapping[str, str] = field(default_factory=dict)
    differing: Collection[str] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    remarkable: bool = False

    def called(self, title: str) -> str:
        """What a row is, where it is an indicator of the programme: its name, and its unit in brackets."""
        name, bracket, rest = title.rpartition(" (")
        return f"{self.names.get(name, name)}{bracket}{rest}" if bracket else self.names.get(title, title)

    def looks(self, appearance: str) -> str:
        """How something looks that the form wants to look so."""
        return f"{appearance} remarkable".strip() if self.remarkable else appearance


def asked(found: Field, manner: Manner) -> Question:
    """A field as an editor is told of it."""
    label, unit = label_and_unit(found, manner.language)
    choices = tuple((choice.value, choice.label(manner.language)) for choice in found.choices)
    reviewer, remark = _remark(found.path, manner)
    is_said = found.problem is not None and found.path in manner.shown and not manner.readonly
    return Question(
        path=found.path,
        type=found.type,
        label=label,
        hint=found.hint(manner.language),
        value=found.value,
        required=found.required and not manner.readonly,
        readonly=manner.readonly or found.readonly or found.path in manner.fixed,
        choices=choices,
        problem=found.problem(manner.language) if is_said and found.problem else "",
        remark=remark,
        reviewer=reviewer,
        unit=unit,
        previous=_previous(found, choices, manner),
        was=_was(found, choices, manner),
        month=manner.month if found.type == "date" else "",
        appearance=manner.looks(found.appearance),
        parameters=found.parameters,
    )


def label_and_unit(found: Field, language: str) -> tuple[str, str]:
    """What a field asks, and its unit."""
    return split_unit(found.label(language), found.type)


def split_unit(label: str, kind: str) -> tuple[str, str]:
    """What is asked, and the unit that stands in brackets at the end of a number's label; percent has one sign."""
    parts = _UNIT.fullmatch(label) if kind in NUMBERS else None
    return (parts["label"] + parts["end"], parts["unit"].replace("٪", "%")) if parts else (label, "")


def _previous(found: Field, choices: tuple[tuple[str, str], ...], manner: Manner) -> str:
    before = manner.previous.get(found.path, "")
    if not before:
        return ""
    said = _said(found, choices, before, manner.language)
    return f"{manner.previously}: {said}" if manner.previously else said


def _was(found: Field, choices: tuple[tuple[str, str], ...], manner: Manner) -> str:
    """What the version before answered; of a photo or a file only that it was another."""
    before = manner.was.get(found.path)
    if before is None:
        return ""
    if not before:
        return manner.tr("Was blank")
    if found.type in FILES:
        return manner.tr("Was another one")
    return manner.tr("Was: {answer}", answer=_said(found, choices, before, manner.language))


def _said(found: Field, choices: tuple[tuple[str, str], ...], value: str, language: str) -> str:
    """An answer in words."""
    if found.type in NUMBERS:
        return write_number(value)
    words = dict(choices)
    if found.type == "select_multiple":
        return ", ".join(words.get(one, one) for one in value.split())
    return words.get(value) or in_words(value, language)


def _remark(path: str, manner: Manner) -> tuple[str, str]:
    """Who remarked what at a field; several remarks, and that two persons answered differently, are said as one."""
    said = [one for at in dict.fromkeys((path, template(path))) for one in manner.remarks.get(at, ())]
    if path in manner.differing:
        said.append(("", manner.tr("Two persons answered this differently. Settle it under Differences.")))
    if len(said) == 1:
        return said[0]
    return "", " ".join(f"{who}: {what}" if who else what for who, what in said)


def short_month(text: str) -> str:
    """`Sep 2026`, since the heads of columns are narrow; months of other languages are short already."""
    month, _, year = text.partition(" ")
    return f"{month[:_LETTERS]} {year}" if month.isascii() and year.isdecimal() else text
