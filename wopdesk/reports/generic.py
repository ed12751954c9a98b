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
_WORD, _SHARES = 9, 9.0
"""Characters of a word that a column of one share holds, and the shares that are as wide as the page then."""
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
    title = blocks.Title(kind, context.subject or _named(entries) or context.reference)
    contents = [title, *notices(version, context), *_body(entries, context.say), *comments(context)]
    return framed((kind, context.say.listed(kind, context.reference)), contents, version, context)


def _named(entries: Sequence[Entry]) -> str:
    """What a record of no partnership is called: its first answer, such as the name of a utility."""
    first = next((entry.text for entry in entries if isinstance(entry, Answer)), "")
    return first if len(first) < _LONG and any(map(str.isalpha, first)) else ""


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
        columns = tuple(map(Column, labels, _widths(entry, labels)))
        rows = tuple(tuple(say.day(answer.text) for answer in row) for row in entry.rows)
        return [blocks.Table(columns, rows)]
    found: list[Block] = []
    for number, row in enumerate(entry.rows, 1):
        name, *others = [answer for answer in row if answer.text] or [Answer("", "–")]
        found += [blocks.Heading(name.text, str(number), level=2), *_body(others, say)]
    return found


def _widths(entry: Rows, labels: Sequence[str]) -> list[float]:
    """By the longest text in each column, between one and four shares; never so narrow that a word is broken."""
    texts = [[row[at].text for row in entry.rows] for at in range(len(labels))]
    least = [max(1.0, _longest_word([label, *column]) / _WORD) for label, column in zip(labels, texts, strict=True)]
    good = [min(4.0, max(map(len, column), default=0) / 20) for column in texts]
    spare = [max(0.0, wide - narrow) for wide, narrow in zip(good, least, strict=True)]
    kept = min(1.0, max(0.0, _SHARES - sum(least)) / (sum(spare) or 1.0))
    return [narrow + kept * more for narrow, more in zip(least, spare, strict=True)]


def _longest_word(texts: Sequence[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)
