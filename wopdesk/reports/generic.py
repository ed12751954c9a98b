"""Any kind of document without a layout of its own: its pages, questions and answers in the form's order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wopdesk.programme.months import written
from wopdesk.records.version import Version
from wopdesk.reports import blocks
from wopdesk.reports.blocks import Block, Column, Document
from wopdesk.reports.context import PROGRAMME, Context, code, seal, warning, watermark
from wopdesk.reports.phrasing import day

_LONG = 90
"""Characters from which an answer stands below its question instead of beside others."""
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
    """A repeat: its title, the labels of its questions, an answer per label for each row."""

    title: str
    labels: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Entry = Section | Answer | Rows


def document(kind: str, entries: Sequence[Entry], version: Version, context: Context) -> Document:
    """The document as blocks.

    Args:
        kind: the kind's title.
        entries: sections, answers and repeats in the form's order, only relevant ones.
        version: gives number and digest.
        context: the offices and the state.
    """
    return Document(
        kind=kind,
        reference=context.reference,
        title=f"{kind}, {context.reference}",
        organisation=context.author.name,
        programme=PROGRAMME,
        status=_status(version, context),
        code=code(version, context),
        seal=seal(version, context),
        watermark=watermark(context),
        warning=warning(context),
        keywords=tuple(filter(None, (context.partnership, kind))),
        language=context.language,
        day=context.submitted,
        blocks=[blocks.Title(kind, context.subject or context.reference), *_body(entries)],
    )


def _status(version: Version, context: Context) -> str:
    on = f", submitted {written(context.submitted).en}" if context.submitted else ""
    return f"Version {version.number}{on}" if context.state != "draft" else "Draft, not submitted"


def _body(entries: Sequence[Entry]) -> list[Block]:
    body: list[Block] = []
    short: list[tuple[str, str]] = []
    number = 0
    for entry in entries:
        if isinstance(entry, Answer) and len(entry.text) < _LONG:
            short.append((entry.label, day(entry.text)))
            continue
        body += _facts(short)
        short = []
        if isinstance(entry, Section):
            number += 1
            body.append(blocks.Heading(entry.title, str(number)))
        else:
            body += _rows(entry) if isinstance(entry, Rows) else _long(entry)
    return [*body, *_facts(short)]


def _facts(items: Sequence[tuple[str, str]]) -> list[Block]:
    return [blocks.Facts(tuple(items), columns=3)] if items else []


def _long(entry: Answer) -> list[Block]:
    return [blocks.Heading(entry.label, level=2), blocks.Paragraph(entry.text)]


def _rows(entry: Rows) -> list[Block]:
    """A table where the questions fit beside each other, else each row's answers in turn; nothing without an answer."""
    if not entry.labels:
        return []
    if len(entry.labels) <= _COLUMNS:
        columns = tuple(Column(label, _width(at, entry)) for at, label in enumerate(entry.labels))
        rows = tuple(tuple(map(day, row)) for row in entry.rows)
        return [blocks.Heading(entry.title, level=2), blocks.Table(columns, rows)]
    found: list[Block] = [blocks.Heading(entry.title, level=2)]
    for number, row in enumerate(entry.rows, 1):
        answers = [Answer(label, text) for label, text in zip(entry.labels, row, strict=True) if text]
        name, *others = answers or [Answer("", "–")]
        found += [blocks.Heading(name.text, str(number), level=2), *_body(others)]
    return found


def _width(at: int, entry: Rows) -> float:
    """By the longest text in the column, between one and four shares."""
    longest = max((len(row[at]) for row in entry.rows), default=0)
    return min(4.0, max(1.0, longest / 20))
