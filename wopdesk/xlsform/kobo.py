"""What only KoboToolbox understands of a form, written as XLSForm says it: its server does so before a phone sees it.

Its columns begin with `$` or `kobo--`. Its ratings (`begin_score`) and rankings (`begin_rank`) are groups of questions
that choose from one list; its matrices are told in `kobo_matrix`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from wopdesk.sentence import Sentence
from wopdesk.xlsform.bounds import MOST_ROWS
from wopdesk.xlsform.kobo_matrix import LIST, Matrix, items
from wopdesk.xlsform.problems import FormError, Problem
from wopdesk.xlsform.workbook import Row, Table, Workbook, meaning

_NAMES = {"survey": ("$autoname", "$given_name"), "choices": ("$autovalue",)}
"""Where a name is that its author left to KoboToolbox."""
_MARKS = ("$", "kobo--")
_ITEMS = {"begin_score": "kobo--score-choices", "begin_rank": "kobo--rank-items"}
_LEVELS = frozenset({"score__row", "rank__level"})
_ENDS = frozenset({"end_score", "end_rank"})
_REFUSAL = "kobo--rank-constraint-message"


def plain(workbook: Workbook) -> Workbook:
    """The sheets without what only KoboToolbox understands; the same sheets if there is nothing of it.

    Raises:
        FormError: A matrix never ends, or would make more rows than a survey may have.
    """
    named = {sheet: _all_named(sheet, table) if _is_kobos(table) else table for sheet, table in workbook.items()}
    choices = named.get("choices", Table((), ()))
    return {
        sheet: _plain(sheet, table, choices) if table is not workbook[sheet] else table
        for sheet, table in named.items()
    }


def _is_kobos(table: Table) -> bool:
    return any(column.lower().startswith(_MARKS) for column in table.columns)


def _all_named(sheet: str, table: Table) -> Table:
    """A table whose rows have their names, wherever KoboToolbox keeps them."""
    names = table.column("name")
    return replace(table, rows=tuple(_named(row, names, _NAMES.get(sheet, ())) for row in table.rows))


def _plain(sheet: str, table: Table, choices: Table) -> Table:
    expanded = _Expansion(table, choices).rows(table.rows) if sheet == "survey" else table.rows
    rows = [_without(row, lambda column: not column.lower().startswith(_MARKS)) for row in expanded]
    written = (column for row in rows for column in row.cells)
    columns = dict.fromkeys([*table.columns, table.column("name"), *written])
    return Table(tuple(one for one in columns if not one.lower().startswith(_MARKS)), tuple(rows))


def _named(row: Row, names: str, given: tuple[str, ...]) -> Row:
    """The row under its name, which may stand where KoboToolbox keeps it."""
    found = next((row.cells[column] for column in (names, *given) if column in row.cells), "")
    return Row(row.number, {**row.cells, names: found}) if found else row


def _without(row: Row, wanted: Callable[[str], bool]) -> Row:
    return Row(row.number, {column: text for column, text in row.cells.items() if wanted(column)})


@dataclass(slots=True)
class _Open:
    """A rating or a ranking whose rows follow.

    Attributes:
        row: What began it.
        items: The list that is chosen from.
        ranks: Whether each row must be another choice.
        before: The names of the rows so far.
    """

    row: Row
    items: str
    ranks: bool
    before: list[str] = field(default_factory=list)


class _Expansion:
    """The rows of a survey with ratings, rankings and matrices written out."""

    def __init__(self, survey: Table, choices: Table) -> None:
        words = ("type", "name", "appearance", "required", "relevant", "constraint")
        self._heads: Mapping[str, str] = {word: survey.column(word) for word in words}
        self._labels = {column: meaning(column)[1] for column in survey.columns if meaning(column)[0] == "label"}
        self._items = items(choices)
        self._open: _Open | None = None
        self._matrix: Matrix | None = None
        self._left = MOST_ROWS

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows of the survey.

        Raises:
            FormError: They would be more than a survey may have, or a matrix never ends.
        """
        for row in rows:
            kind = "_".join(row.cells.get(self._heads["type"], "").split())
            if self._matrix is not None:
                yield from self._of_matrix(row, kind, self._matrix)
            elif row.cells.get(_ITEMS.get(kind, "")):
                self._open = _Open(row, row.cells[_ITEMS[kind]], ranks=kind == "begin_rank")
                yield from self._begun(self._open)
            elif kind == "begin_kobomatrix" and (found := self._items.get(row.cells.get(LIST, "").strip())):
                self._matrix = Matrix(self._heads, self._labels, row, found)
            elif self._open is not None and kind in _LEVELS:
                yield self._asked(row, self._open)
            elif self._open is not None and kind in _ENDS:
                self._open = None
                yield self._written(row, type="end_group")
            else:
                yield row
        if self._matrix is not None:
            said = Sentence("this {kind} is never closed by an end_{kind}", kind="kobomatrix")
            raise FormError([Problem("survey", self._matrix.begun.number, said, self._heads["type"])])

    def _of_matrix(self, row: Row, kind: str, matrix: Matrix) -> Iterator[Row]:
        """A question of a matrix waits for its end, which makes all rows."""
        if kind not in {"end_kobomatrix", "end_matrix"}:
            matrix.asked.append(row)
            return
        self._matrix = None
        self._take(matrix.size, matrix.begun)
        yield from matrix.rows(row)

    def _take(self, count: int, row: Row) -> None:
        """Count what is written out."""
        self._left -= count
        if self._left < 0:
            said = Sentence("this makes more than the {most} rows that a survey may have", most=MOST_ROWS)
            raise FormError([Problem("survey", row.number, said, self._heads["type"])])

    def _begun(self, begun: _Open) -> Iterator[Row]:
        """A group, and what is asked at its head."""
        heads, row = self._heads, begun.row
        name = row.cells.get(heads["name"], "")
        rule = {column: text for column, text in row.cells.items() if column == heads["relevant"]}
        yield self._written(Row(row.number, rule), type="begin_group", name=name, appearance="field-list")
        asked = _without(row, lambda column: column not in {heads["relevant"], heads["required"]})
        if begun.ranks:
            yield self._written(asked, type="note", name=f"{name}_label")
        else:
            yield self._written(asked, type=f"select_one {begun.items}", name=f"{name}_header", appearance="label")

    def _asked(self, row: Row, around: _Open) -> Row:
        """A question of the list; each of a ranking must be answered, and otherwise than those before."""
        name, looks = row.cells.get(self._heads["name"], ""), row.cells.get(self._heads["appearance"], "")
        kind = f"select_one {around.items}"
        if not around.ranks:
            needed = around.row.cells.get(self._heads["required"]) or row.cells.get(self._heads["required"], "")
            return self._written(row, type=kind, appearance=looks or "list-nolabel", required=needed)
        self._take(len(around.before), row)
        others = " and ".join(f". != ${{{one}}}" for one in around.before)
        around.before.append(name)
        said = {
            column.replace(_REFUSAL, "constraint_message"): text
            for column, text in around.row.cells.items()
            if column.startswith(_REFUSAL) and others
        }
        ranked = Row(row.number, {**row.cells, **said})
        return self._written(ranked, type=kind, appearance=looks or "minimal", required="true", constraint=others)

    def _written(self, row: Row, **cells: str) -> Row:
        """The row with some cells written over."""
        made = {self._heads[word]: text for word, text in cells.items() if text}
        return Row(row.number, {**row.cells, **made})
