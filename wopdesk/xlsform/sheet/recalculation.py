"""Computing again what changed answers make stale, each element at most once and after what it reads."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from wopdesk.xlsform.expressions.site import Names
from wopdesk.xlsform.graph import Graph
from wopdesk.xlsform.sheet.cells import Cell


@dataclass(slots=True)
class Recalculation:
    """One wave of computing.

    Attributes:
        graph: What follows from what.
        counted: Repeats whose number of rows is computed; that is done at the cell around them.
        compute: Computes an element at a cell and touches what it changed.
        changed: Cells that changed, in the order in which they did.
    """

    graph: Graph
    counted: Collection[Names]
    compute: Callable[[Names, Cell, Recalculation], None]
    changed: dict[Cell, None] = field(default_factory=dict)
    _waiting: dict[Names, dict[Cell, None]] = field(default_factory=dict)
    _queue: list[tuple[int, Names]] = field(default_factory=list)
    _whole: dict[Names, set[Cell]] = field(default_factory=dict)
    """The cells in all of which an element waits already: a thousand rows that come make the others wait once."""

    def touch(self, cell: Cell) -> None:
        """A cell changed: whatever is computed from it must be computed again."""
        self.changed[cell] = None
        for dependent in self.graph.computed.get(cell.names, ()):
            scope, waiting = cell.ancestor(dependent.depth), self._whole.setdefault(dependent.names, set())
            if scope not in waiting:
                self.put(dependent.names, self._readers(dependent.names, scope))
                waiting.add(scope)

    def put(self, names: Names, cells: Iterable[Cell]) -> None:
        """Have an element computed at some cells."""
        if names not in self._waiting:
            self._waiting[names] = {}
            heapq.heappush(self._queue, (self.graph.order.get(names, 0), names))
        self._waiting[names].update(dict.fromkeys(cells))

    def run(self) -> None:
        """Compute all that waits, and all that comes to wait on the way."""
        while self._queue:
            _, names = heapq.heappop(self._queue)
            self._whole.pop(names, None)
            for cell in self._waiting.pop(names):
                if is_attached(cell):
                    self.compute(names, cell, self)

    def seen_differently(self) -> frozenset[str]:
        """Paths of the changed cells and of those that look different because of them."""
        found = set(self.changed)
        scopes = {
            (cell.ancestor(dependent.depth), dependent.names): None
            for cell in self.changed
            for dependent in self.graph.shown.get(cell.names, ())
        }
        for scope, names in scopes:
            found.update(scope.below(names))
        return frozenset(cell.path for cell in found if is_attached(cell))

    def _readers(self, names: Names, scope: Cell) -> list[Cell]:
        readers = scope.below(names)
        if names in self.counted:
            around = [scope.parent] if scope.names == names and scope.parent is not None else scope.below(names[:-1])
            readers = [*around, *readers]
        return readers


def is_attached(cell: Cell) -> bool:
    """Whether a cell still belongs to the sheet: no row around it was removed meanwhile."""
    while cell.parent is not None:
        if cell.removed:
            return False
        cell = cell.parent
    return True
