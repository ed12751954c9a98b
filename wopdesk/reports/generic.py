"""Any kind of document without a layout of its own: its pages, questions and answers in the form's order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wopdesk.records.version import Version
from wopdesk.reports import blocks
from wopdesk.reports.blocks import Block, Column, Document
from wopdesk.reports.context import Context
from wopdesk.reports.frame import comments, framed, notices
from wopdesk.reports.words import Speech

_LONG = 90
"""Characters from which an answer stands below its question instead of beside others."""
_WORD = 9
"""Characters of a word that a column of one share holds."""
_FEW, _MANY = 3, 4
"""Short answers that stand beside each other, where there are few of them or many."""
_COLUMNS = 5
"""Questions of a repeat that fit beside each other."""


@dataclass(frozen=True)
class Section:
    """One page of the form: its title, and what stands on it."""

    title: str


@dataclass(frozen=True)
class Answer:
    """A question and its answer as people read them."""

    label: str
    text: str


@dataclass(frozen=True)
class Rows:
    """A repeat: its title, and for each row an answer to each of the same questions; the text of some may be empty."""

    title: str
    rows: tuple[tuple[Answer, ...], ...]

    @property
    def labels(self) -> tuple[str, ...] | None:
        """What is asked, where it reads the same in every row; None where a unit or name in it differs."""
        read = {tuple(answer.label for answer in row) for row in self.rows}
        return read.pop() if len(read) == 1 else None


Entry = Section | Answer | Rows


def document(kind: str, entries: Sequence[Entry], version: Version, context: Context) -> Document:
    """The document as blocks.

    Args:
        kind: the kind's title.
        entries: sections, answers and repeats in the form's order, only relevant ones.
        version: gives number and digest.
        context: the offices and the state.
    """
    title = blocks.Title(kind, context.subject or context.reference)
    contents = [title, *notices(version, context), *_body(entries, context.say), *comments(context)]
    return framed((kind, context.say.listed(kind, context.reference)), contents, version, context)


def _body(entries: Sequence[Entry], say: Speech) -> list[Block]:
    body: list[Block] = []
    short: list[tuple[str, str]] = []
    number, section = 0, ""
    for entry in entries:
        if isinstance(entry, Answer) and len(entry.text) < _LONG:
            short.append((entry.label, say.day(entry.text)))
            continue
        body += _facts(short)
        short = []
        if isinstance(entry, Section):
            number, section = number + 1, entry.title
            body.append(blocks.Heading(entry.title, str(number)))
        elif isinstance(entry, Rows):
            body += _titled(entry.title if entry.title != section else "", _rows(entry, say))
        else:
            body += _long(entry)
    return [*body, *_facts(short)]


def _facts(items: Sequence[tuple[str, str]]) -> list[Block]:
    columns = _FEW if len(items) <= _FEW else _MANY
    return [blocks.Facts(tuple(items), columns, as_typed=True)] if items else []


def _long(entry: Answer) -> list[Block]:
    return [blocks.Heading(entry.label, level=2), blocks.Paragraph(entry.text)]


def _titled(title: str, body: list[Block]) -> list[Block]:
    """Nothing where there is nothing below the title; no title where the section has the same."""
    return [blocks.Heading(title, level=2), *body] if title and body else body


def _rows(entry: Rows, say: Speech) -> list[Block]:
    """A table where the questions fit beside each other, else each row's answers in turn."""
    if not any(entry.rows):
        return []
    labels = entry.labels
    if labels is not None and len(labels) <= _COLUMNS:
        columns = tuple(Column(label, _width(at, entry)) for at, label in enumerate(labels))
        rows = tuple(tuple(say.day(answer.text) for answer in row) for row in entry.rows)
        return [blocks.Table(columns, rows)]
    found: list[Block] = []
    for number, row in enumerate(entry.rows, 1):
        name, *others = [answer for answer in row if answer.text] or [Answer("", "–")]
        found += [blocks.Heading(name.text, str(number), level=2), *_body(others, say)]
    return found


def _width(at: int, entry: Rows) -> float:
    """By the longest text and word in the column, between one and four shares."""
    texts = [row[at].text for row in entry.rows]
    longest = max(map(len, texts), default=0)
    word = max((len(word) for text in texts for word in text.split()), default=0)
    return min(4.0, max(1.0, longest / 20, word / _WORD))
