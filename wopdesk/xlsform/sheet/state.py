"""The state of a sheet: cells, and the rules by which values, relevance and rows follow from each other.

This is the inside of `Sheet`; it knows paths and events but nothing of labels and messages.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from contextlib import suppress

from wopdesk.xlsform.answers import canonical
from wopdesk.xlsform.definition import Definition, Event
from wopdesk.xlsform.environment import Environment
from wopdesk.xlsform.expressions.site import Names
from wopdesk.xlsform.graph import Graph
from wopdesk.xlsform.moments import date_from_days, from_days, iso
from wopdesk.xlsform.sheet.cells import Cell, drop_row, fresh_row_id, new_row, restore_row
from wopdesk.xlsform.sheet.recalculation import Recalculation
from wopdesk.xlsform.values import Value, number, string, written
from wopdesk.xlsform.xml import Element

_MOST_ROWS = 5_000
_MOST_CELLS = 50_000
"""Of a sheet, before counts make no further rows: repeats in repeats that count would have more than any memory."""


class State:
    """Cells under rules."""

    def __init__(self, definition: Definition, graph: Graph, environment: Environment, root: Cell) -> None:
        """Take over the cells below a root; nothing is computed yet."""
        self.definition = definition
        self.environment = environment
        self.root = root
        self.irrelevant: set[Element] = set()
        self.cells: dict[Element, Cell] = {}
        environment.irrelevant = self.irrelevant
        self._graph = graph
        self._paths: dict[str, Cell] = {}
        self._aside: dict[tuple[Cell, Names], list[Cell]] = {}  # surplus rows of counted repeats, the first one last
        self._counted = {names for names, repeat in definition.repeats.items() if repeat.count is not None}
        self._index(root)

    def cell(self, path: str) -> Cell:
        """The cell at a path.

        Raises:
            KeyError: There is none.
        """
        if not path:
            raise KeyError(path)
        return self._paths[path]

    def place_of_rows(self, path: str) -> tuple[Cell, Names]:
        """The cell around a repeat, and the repeat, from the repeat's path.

        Raises:
            KeyError: There is no such repeat.
        """
        before, _, name = path.rpartition("/")
        parent = self.cell(before) if before else self.root
        names = (*parent.names, name)
        if names not in self.definition.repeats:
            raise KeyError(path)
        return parent, names

    def wave(self) -> Recalculation:
        """A new wave of computing."""
        return Recalculation(self._graph, self._counted, self._compute)

    def everything(self) -> Recalculation:
        """A wave that computes every cell anew."""
        wave = self.wave()
        for cell in self.root.walk():
            self._queue(cell, wave)
        wave.run()
        return wave

    def store(self, cell: Cell, text: str, wave: Recalculation) -> None:
        """Give a cell a value; what follows from it is computed when the wave runs."""
        if text == cell.value:
            return
        cell.value = text
        cell.element.text = text if text and cell.relevant else None
        if cell.relevant:
            wave.touch(cell)
        else:
            wave.changed[cell] = None

    def add_row(self, parent: Cell, names: Names, row: str, wave: Recalculation, place: int | None = None) -> Cell:
        """Add a row; it begins with the form's defaults."""
        added = new_row(self.definition, parent, names, row, place)
        self._index(added)
        added.relevant = parent.relevant
        if not added.relevant:
            for cell in added.walk():
                self._hide(cell)
        self._enter(added, wave)
        inside = tuple(event for event in self.definition.events if self._innermost(event.names) == names)
        self.fire("odk-new-repeat", inside, added, wave)
        return added

    def _enter(self, row: Cell, wave: Recalculation) -> None:
        """Have everything about a row that came computed."""
        for cell in row.walk():
            self._queue(cell, wave)
            wave.touch(cell)

    def remove_row(self, row: Cell, wave: Recalculation) -> None:
        """Take a row out."""
        for cell in row.walk():
            wave.touch(cell)
            self.cells.pop(cell.element, None)
            self._paths.pop(cell.path, None)
            self.irrelevant.discard(cell.element)
        drop_row(row)

    def offers(self, parent: Cell, names: Names) -> bool:
        """Whether a repeat is asked: its rows say so; without any, its rule is looked at from a row that goes again."""
        rule = self.definition.binds[names].relevant
        rows = parent.children[names[-1]]
        if rows or rule is None or not parent.relevant:
            return parent.relevant if rule is None or not rows else any(row.relevant for row in rows)
        row = new_row(self.definition, parent, names, fresh_row_id())
        try:
            return rule.truth(row.element, self.environment)
        finally:
            drop_row(row)

    def fire(
        self, event: str, among: Iterable[Event], scope: Cell, wave: Recalculation, keep: frozenset[str] = frozenset()
    ) -> list[Cell]:
        """Set the values of an event within a scope, except at paths whose answers are to be kept.

        Returns:
            The cells that have another value now.
        """
        changed: list[Cell] = []
        for fired in among:
            if event not in fired.on or fired.names[: len(scope.names)] != scope.names:
                continue
            for cell in scope.below(fired.names):
                before = cell.value
                if cell.path not in keep:
                    self.store(cell, self._event_value(fired, cell), wave)
                changed.extend([cell] if cell.value != before else [])
        return changed

    def fire_changed(self, cell: Cell, wave: Recalculation) -> None:
        """Set what is triggered by a changed answer, in the rows both share; what is set so triggers further, once."""
        waiting, done = [cell], {cell}
        while waiting:
            changed = waiting.pop(0)
            for event in self.definition.events:
                if event.trigger == changed.names:
                    scope = changed.ancestor(self._shared(changed.names, event.names))
                    found = self.fire("xforms-value-changed", (event,), scope, wave)
                    wave.run()
                    waiting.extend(each for each in found if each not in done)
                    done.update(found)

    def _event_value(self, event: Event, cell: Cell) -> str:
        if event.value is None:
            return canonical(event.text, cell.bind.type)
        return cast_value(event.value.value(cell.element, self.environment), cell.bind.type, self.environment)

    def _compute(self, names: Names, cell: Cell, wave: Recalculation) -> None:
        if cell.names != names:
            self._adjust(cell, names, wave)
            return
        bind = cell.bind
        if bind.relevant is not None:
            wanted = bind.relevant.truth(cell.element, self.environment)
            if wanted != cell.wanted:
                cell.wanted = wanted
                self._refresh(cell, wave)
        if bind.calculate is not None and not (cell.value and bind.calculate.keeps):
            found = bind.calculate.value(cell.element, self.environment)
            self.store(cell, cast_value(found, bind.type, self.environment), wave)

    def _adjust(self, parent: Cell, names: Names, wave: Recalculation) -> None:
        """Give a counted repeat as many rows as its count says; surplus rows go from the end, and come back first."""
        count = self.definition.repeats[names].count
        if count is None:
            return
        wished = number(count.value(parent.element, self.environment))
        wished = min(max(int(wished), 0), _MOST_ROWS) if math.isfinite(wished) else 0
        rows, aside = parent.children[names[-1]], self._aside.setdefault((parent, names), [])
        for _ in range(wished - len(rows)):
            if len(self.cells) >= _MOST_CELLS:
                break
            if aside:
                self._bring_back(aside.pop(), wave)
            else:
                self.add_row(parent, names, fresh_row_id(), wave)
        for row in rows[wished:][::-1]:
            self.remove_row(row, wave)
            aside.append(row)

    def _bring_back(self, row: Cell, wave: Recalculation) -> None:
        """Put a row that was taken out behind the others, as it was."""
        restore_row(self.definition, row)
        self._index(row)
        self.irrelevant.update(cell.element for cell in row.walk() if not cell.relevant)
        self._refresh(row, wave)
        self._enter(row, wave)

    def _refresh(self, cell: Cell, wave: Recalculation) -> None:
        """Carry the relevance of a cell down to everything in it."""
        relevant = cell.wanted and (cell.parent is None or cell.parent.relevant)
        if relevant == cell.relevant:
            return
        cell.relevant = relevant
        if relevant:
            self.irrelevant.discard(cell.element)
            if cell.is_leaf:
                cell.element.text = cell.value or None
        else:
            self._hide(cell)
        wave.touch(cell)
        for inner in cell.children.values():
            for each in inner:
                self._refresh(each, wave)

    def _hide(self, cell: Cell) -> None:
        cell.relevant = False
        self.irrelevant.add(cell.element)
        if cell.is_leaf:
            cell.element.text = None

    def _queue(self, cell: Cell, wave: Recalculation) -> None:
        """Have everything about a cell computed."""
        if cell.bind.relevant is not None or cell.bind.calculate is not None:
            wave.put(cell.names, (cell,))
        for name in cell.children:
            if (*cell.names, name) in self._counted:
                wave.put((*cell.names, name), (cell,))

    def _index(self, top: Cell) -> None:
        for cell in top.walk():
            self.cells[cell.element] = cell
            self._paths[cell.path] = cell

    def _innermost(self, names: Names) -> Names:
        """The innermost repeat around an element."""
        repeats = self.definition.repeats
        return next((names[:length] for length in range(len(names), 0, -1) if names[:length] in repeats), ())

    def _shared(self, names: Names, others: Names) -> int:
        """How many leading names lead to the innermost row that both elements are in."""
        shared = 0
        for length, (mine, other) in enumerate(zip(names, others, strict=False), 1):
            if mine != other:
                break
            if names[:length] in self.definition.repeats:
                shared = length
        return shared


def cast_value(value: Value, kind: str, environment: Environment) -> str:
    """A computed value as an answer of a type; what is no number is no answer."""
    if not isinstance(value, float):
        return canonical(string(value), kind)
    if math.isnan(value):
        return ""
    with suppress(OverflowError):
        if kind == "date":
            return iso(date_from_days(value))
        if kind == "dateTime":
            return iso(from_days(value, environment.now.tzinfo))
    return written(float(math.trunc(value))) if kind == "int" and math.isfinite(value) else written(value)
