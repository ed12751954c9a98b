"""The record in short, page by page: what is answered, as a person reads it before sending."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wopdesk.programme.consent import disagreeing
from wopdesk.programme.filed import read_date
from wopdesk.programme.months import written
from wopdesk.programme.naming import missing
from wopdesk.programme.partnership import read_partnership
from wopdesk.ui.circles.awaited import told
from wopdesk.ui.circles.content import Awaited
from wopdesk.ui.form.parts import Cards, Page, Section
from wopdesk.ui.form.parts import Part as Shown
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import RepeatTable, plain
from wopdesk.ui.screens.document.asking import FILES, NUMBERS
from wopdesk.ui.screens.document.content import Fact, Part, Review
from wopdesk.ui.screens.document.filling import Filling

_LONGEST = 160
_BESIDE = 3
_NOTHING, _GIVEN = "–", "✓"
_ENDS = ("?", "؟", ":")
_CHOSEN = frozenset({"select_one", "select_multiple", "date"})
_FROM_RIGHT = frozenset({"ur"})
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
        awaited=_awaited(filling),
        staying=len(disagreeing(filling.answers)),
    )


def _awaited(filling: Filling) -> Awaited | None:
    """Who has to be added, by what is answered now."""
    around = filling.background
    if around.around is None:
        return None
    named = read_partnership([replace(around.present, answers=filling.answers)])
    return told(around.space, missing(named, around.around))


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
            inside = [text for part in card.parts for text in self._inside(part, card.title)]
            bare = _GIVEN if any(isinstance(part, Question) and self._said(part) for part in card.parts) else _NOTHING
            yield Fact(card.title, self._listed(inside[:_BESIDE]) or bare, f"{cards.path}[{card.id}]")

    def _inside(self, part: Shown, title: str) -> Iterator[str]:
        """What stands in a card, as it can be understood without its labels."""
        if isinstance(part, Question):
            text = part.absent or (self._said(part) if part.label == title else self._alone(part))
            if text and (part.absent or part.type not in FILES):  # the card says what it is
                yield text
        else:
            yield from (fact.text for fact in self._facts((part,)))

    def _rows(self, table: RepeatTable) -> Iterator[Fact]:
        """A row in one line: what it is, and what was answered in it; what its list says beside is not said again."""
        for number, row in enumerate(table.rows, start=1):
            pairs = zip(row.cells, table.columns, strict=True)
            told = [(column, cell) for cell, column in pairs if cell and not column.readonly and self._said(cell)]
            title = row.title or (self._said(told[0][1]) if told else str(number))
            own = next((column for column in table.columns if not column.readonly), None) if row.title else None
            texts = [
                self._said(cell) if column is own else self._named(column.label, cell)  # the title is its label
                for column, cell in (told if row.title else told[1:])
            ]
            yield Fact(title, self._listed(texts) or _NOTHING, f"{table.path}[{row.id}]")

    def _listed(self, texts: Sequence[str]) -> str:
        """In one line, each in its own order; the line runs as the language does, whichever the first one is in."""
        if self.language not in _FROM_RIGHT or not texts:
            return " · ".join(texts)
        return "\u200f" + " · ".join(f"\u2068{text}\u2069" for text in texts)

    def _alone(self, question: Question) -> str:
        """An answer in a card: of a figure, a day, a bare yes or no nobody would know without its label what it is."""
        text = self._said(question)
        is_bare = question.value in _BARE or question.type in NUMBERS or question.type in _CHOSEN
        return self._named(question.label, question) if text and is_bare else text

    def _named(self, label: str, question: Question) -> str:
        """An answer behind what it answers."""
        text = self._said(question)
        said = f"\u2068{text}\u2069" if self.language in _FROM_RIGHT else text  # the label's direction is not its own
        return f"{label} {said}" if label.endswith(_ENDS) else f"{label}: {said}"

    def _said(self, question: Question) -> str:
        """An answer in one line; what a note says is no answer."""
        if question.type in FILES:
            return _GIVEN if question.value else ""
        text = plain(question) if question.type != "note" else ""
        if question.type == "date" and (day := read_date(text)) is not None:
            return written(day).in_language(self.language)
        line = f"{text} {question.unit}".strip() if text else ""
        return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
