"""A matrix of KoboToolbox written as XLSForm says it: for each choice of its list a group that asks all its questions.

Groups and questions are called as KoboToolbox calls them when it gives the form out (kpi, `kobomatrix_handler.py`), so
that answers lie where its own lie. The group with notes that heads its grid holds no answers and is left out: each
group says which row it is, and each question what it asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from wopdesk.xlsform.workbook import Row, Table, meaning

LIST = "kobo--matrix_list"
_CHOOSING = ("select", "rank")
_WIDTH = re.compile(r"w(\d+)")
_USUAL = 2
_QUESTION = re.compile(r"\$\{\s*+([^}\s$]*+)\s*+\}")


@dataclass(frozen=True, slots=True)
class Item:
    """What a row of a matrix is about.

    Attributes:
        name: The choice.
        labels: Its label by language.
    """

    name: str
    labels: Mapping[str, str]


@dataclass(slots=True)
class Matrix:
    """A matrix whose questions follow.

    Attributes:
        heads: The columns of the survey, as they are headed, by what XLSForm calls them.
        labels: The columns of its labels with their languages.
        begun: What began it.
        items: What its rows are about.
        asked: Its questions so far.
    """

    heads: Mapping[str, str]
    labels: Mapping[str, str]
    begun: Row
    items: Sequence[Item]
    asked: list[Row] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many rows of a survey it makes."""
        return len(self.items) * (len(self.asked) + 2)

    def rows(self, end: Row) -> Iterator[Row]:
        """Its rows, as a survey has them."""
        names = {self._name(row) for row in self.asked}
        for item in self.items:
            base = f"{self._name(self.begun)}_{item.name}"
            yield self._group(item, base)
            yield from (self._question(row, base, names) for row in self.asked)
            yield Row(end.number, {self.heads["type"]: "end_group"})

    def _group(self, item: Item, base: str) -> Row:
        """The group of a row: the matrix and what the row is about, in all languages of either."""
        begun, heads = self.begun.cells, self.heads
        usual = next(iter(item.labels.values()), item.name)
        labels = {
            column: ": ".join(filter(None, (begun.get(column, ""), item.labels.get(language, usual))))
            for column, language in self.labels.items()
            if column in begun or language in item.labels
        }
        width = 1 + sum(_width(row.cells.get(heads["appearance"], "")) for row in self.asked)
        cells = {heads["type"]: "begin_group", heads["name"]: base, heads["appearance"]: f"w{width}", **labels}
        rule = {heads["relevant"]: begun.get(heads["relevant"], "")}
        return Row(self.begun.number, {head: text for head, text in {**rule, **cells}.items() if text})

    def _question(self, row: Row, base: str, names: set[str]) -> Row:
        """A question in one row; the others of the matrix that it names are those of the same row."""

        def own(text: str) -> str:
            return _QUESTION.sub(lambda one: f"${{{base}_{one[1]}}}" if one[1] in names else one[0], text)

        looks = row.cells.get(self.heads["appearance"], "")
        words = [word for word in looks.split() if not _WIDTH.fullmatch(word)] + [f"w{_width(looks)}"]
        if row.cells.get(self.heads["type"], "").startswith(_CHOOSING):
            words.append("horizontal-compact")
        cells = {head: own(text) for head, text in row.cells.items()}
        cells[self.heads["name"]] = f"{base}_{self._name(row)}"
        cells[self.heads["appearance"]] = " ".join(dict.fromkeys(words))
        return replace(row, cells=cells)

    def _name(self, row: Row) -> str:
        return row.cells.get(self.heads["name"], "")


def items(choices: Table) -> dict[str, list[Item]]:
    """The choices by list."""
    lists, names = choices.column("list_name"), choices.column("name")
    labels = {head: meaning(head)[1] for head in choices.columns if meaning(head)[0] == "label"}
    found: dict[str, list[Item]] = {}
    for row in choices.rows:
        said = {labels[head]: text for head, text in row.cells.items() if head in labels}
        found.setdefault(row.cells.get(lists, "").strip(), []).append(Item(row.cells.get(names, ""), said))
    return found


def _width(appearance: str) -> int:
    """How many columns of a grid a question takes."""
    found = next((_WIDTH.fullmatch(word) for word in appearance.split() if _WIDTH.fullmatch(word)), None)
    return int(found[1][:4]) if found else _USUAL
