"""A version as questions and answers in its form's order, for papers of kinds without a layout of their own.

Labels are those of the filled form, so that units and names woven into them are said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wopdesk.programme.figures import figure
from wopdesk.records.version import Version
from wopdesk.reports.generic import Answer, Entry, Rows, Section
from wopdesk.reports.words import Speech
from wopdesk.xlsform import Form, Group, Question, Sheet

_FIGURES = frozenset({"integer", "decimal"})
_YEAR = 4
"""Digits."""


@dataclass(frozen=True)
class Reading:
    """A version, the form filled with it, and the language in which both are read."""

    form: Form
    sheet: Sheet
    version: Version
    language: str

    def entries(self) -> list[Entry]:
        """Everything that was answered, page by page."""
        found: list[Entry] = []
        for page in self.form.pages:
            body = self._page(page)
            found += [Section(page.label(self.language)), *body] if body else []
        return found

    def place(self, path: str) -> str:
        """What a person calls the place of an answer: the page and the question."""
        page = next((page for page in self.form.pages if path.startswith(page.path)), None)
        parts = (page.label(self.language) if page else "", self._label(path))
        return Speech(self.language).comma.join(dict.fromkeys(filter(None, parts))) or path

    def _page(self, page: Group) -> list[Entry]:
        found: list[Entry] = []
        for part in page.parts:
            if isinstance(part, Question):
                answer = self._answer(part, part.path)
                found += [answer] if answer.text else []
            elif part.repeats:
                found += self._repeat(part)
            else:
                found += self._page(part)
        return found

    def _repeat(self, part: Group) -> list[Entry]:
        ids = self.version.rows.get(part.path, ())
        asked = [one for one in part.parts if isinstance(one, Question)]
        columns = [[self._answer(one, _in_row(one, part.path, row)) for row in ids] for one in asked]
        shown = [column for column in columns if any(answer.text for answer in column)]
        return [Rows(part.label(self.language), tuple(zip(*shown, strict=True)))] if shown else []

    def _answer(self, question: Question, path: str) -> Answer:
        """The question and its answer, thousands apart in a figure that is too long to be a year."""
        said = self._said(path)
        long = question.type in _FIGURES and len(said.lstrip("-").partition(".")[0]) > _YEAR
        return Answer(self._label(path), figure(said) if long else said)

    def _label(self, path: str) -> str:
        """Of a question as it reads beside its answer; its name where another form asked it."""
        try:
            said = self.sheet.field(path).label(self.language)
        except KeyError:
            said = next((part.label(self.language) for part in _groups(self.form.pages) if part.path == path), "")
        return said or path.rpartition("/")[2]

    def _said(self, path: str) -> str:
        labels: Mapping[str, str] = self.version.shown.get(path, {})
        here = labels.get(self.language, "").replace(", ", Speech(self.language).comma)  # kept as English parts them
        return here or labels.get("en") or self.version.answers.get(path) or self.version.computed.get(path, "")


def _in_row(question: Question, repeat: str, row: str) -> str:
    """The path of a repeat's question in one of its rows."""
    return f"{repeat}[{row}]/{question.path.removeprefix(f'{repeat}/')}"


def _groups(parts: Iterable[Group]) -> Iterator[Group]:
    """Groups and repeats, outer ones first."""
    for part in parts:
        yield part
        yield from _groups(one for one in part.parts if isinstance(one, Group))
