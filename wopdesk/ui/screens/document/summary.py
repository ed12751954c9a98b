"""The record in short, page by page: what is answered, as a person reads it before sending."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wopdesk.programme.filed import read_date
from wopdesk.programme.months import written
from wopdesk.ui.form.parts import Cards, Page, Section
from wopdesk.ui.form.parts import Part as Shown
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import RepeatTable, plain
from wopdesk.ui.screens.document.asking import FILES
from wopdesk.ui.screens.document.content import Fact, Part, Review
from wopdesk.ui.screens.document.filling import Filling

_LONGEST = 160
_BESIDE = 3
_NOTHING = "–"
_BARE = frozenset({"yes", "no"})


def review(filling: Filling) -> Review:
    """The last page of a record."""
    around, told = filling.background, Telling(filling.language)
    pages = [told.part(filling.page(number)) for number in range(len(filling.pages))]
    return Review(
        problems=filling.problems() if filling.editing else (),
        parts=tuple(part for part in pages if part.facts),
        recipients=around.recipients,
        number=around.number + 1,
        editing=filling.editing,
        settled=not around.differing,
    )


@dataclass(frozen=True)
class Telling:
    """Tells a record in short, in one language."""

    language: str

    def part(self, page: Page) -> Part:
        """A page."""
        return Part(page.title, tuple(self._facts(page.parts)))

    def _facts(self, parts: Sequence[Shown]) -> Iterator[Fact]:
        for part in parts:
            if isinstance(part, Question):
                text = self._said(part)
                if text:
                    yield Fact(part.label, text, part.path)
            elif isinstance(part, Section):
                yield from self._facts(part.parts)
            elif isinstance(part, RepeatTable):
                yield from self._rows(part)
            else:
                yield from self._cards(part)

    def _cards(self, cards: Cards) -> Iterator[Fact]:
        for card in cards.cards:
            inside = [text for part in card.parts for text in self._inside(part)]
            yield Fact(card.title, " · ".join(inside[:_BESIDE]) or _NOTHING, f"{cards.path}[{card.id}]")

    def _inside(self, part: Shown) -> Iterator[str]:
        """What stands in a card, as it can be understood without its labels."""
        if isinstance(part, Question):
            text = self._alone(part)
            if text:
                yield text
        else:
            yield from (fact.text for fact in self._facts((part,)))

    def _rows(self, table: RepeatTable) -> Iterator[Fact]:
        """A row in one line: what it is, and what was answered in it; what its list says beside is not said again."""
        for number, row in enumerate(table.rows, start=1):
            cells = [
                cell for cell, column in zip(row.cells, table.columns, strict=True) if cell and not column.readonly
            ]
            texts = [text for text in map(self._alone, cells) if text]
            title = row.title or (texts[0] if texts else str(number))
            yield Fact(title, " · ".join(texts if row.title else texts[1:]) or _NOTHING, f"{table.path}[{row.id}]")

    def _alone(self, question: Question) -> str:
        """An answer where its label does not stand beside it: of a bare yes or no nobody would know what it answers."""
        text = self._said(question)
        return f"{question.label} {text}" if text and question.value in _BARE else text

    def _said(self, question: Question) -> str:
        """An answer in one line; what a note says is no answer."""
        if question.type in FILES:
            return "✓" if question.value else ""
        text = plain(question) if question.type != "note" else ""
        if question.type == "date" and (day := read_date(text)) is not None:
            return written(day).in_language(self.language)
        line = f"{text} {question.unit}".strip() if text else ""
        return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
