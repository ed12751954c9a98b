"""From batches to views: operations are entered in order; fields that this cannot decide are left to `recompute`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import sqlalchemy as sa

from wopdesk.records.batch import Batch, BlobRef, Operation, read_batch
from wopdesk.records.fields import KIND
from wopdesk.records.ids import Space
from wopdesk.records.kinds import Rules
from wopdesk.records.permission import Author, Held
from wopdesk.records.text import Unreadable
from wopdesk.store import schema
from wopdesk.store.judging import SUPERSEDED, VISIBLE, Judge, state_of
from wopdesk.store.known import KnownRecords, Seen, cells_of_record
from wopdesk.store.schema import OP_BITS
from wopdesk.store.sqlite import insert_rows

Cell = tuple[int, int, str]
"""Space, record and field."""


class Entry(NamedTuple):
    """A batch as it enters the views."""

    n: int
    id: bytes
    space_n: int
    space: Space
    line: bytes
    verdict: Author | Held


@dataclass
class _Entered:
    """An operation on its way into the views."""

    cell: Cell
    value: str | None
    is_blob: bool
    state: int


class Projection:
    """One transaction's entering of batches into the views."""

    def __init__(self, connection: sa.Connection, rules: Rules) -> None:
        """Prepare; nothing is written before `finish`."""
        self._connection = connection
        self.known = KnownRecords(connection)
        self._judge = Judge(rules)
        self._visible: dict[Cell, dict[str, int]] = {}
        self._loaded: set[tuple[int, int]] = set()
        self._ops: dict[int, _Entered] = {}
        self._superseded: list[int] = []
        self._unreadable: list[tuple[int, str]] = []
        self._awaited = read_awaited(connection)
        self._waiting: dict[tuple[int, int], set[Cell]] = defaultdict(set)
        self.dirty: set[Cell] = set()
        """Cells whose visible operations must be computed from their lines after `finish`."""
        self.touched: set[str] = set()
        """Records that were written to."""

    def add(self, entry: Entry) -> None:
        """Enter one batch; those that its author wrote before it should come before it."""
        try:
            batch = read_batch(entry.line)
        except Unreadable as problem:
            self._unreadable.append((entry.n, str(problem)))
            return
        for op in batch.ops:
            if op.field == KIND and self.known.found(op, entry.space_n, entry.space):
                self._reopen(self.known.get(op.rec), entry.space_n)
        batch_id = entry.id.hex()
        for index, op in enumerate(batch.ops):
            self._enter(op, entry, batch, f"{batch_id}:{index}")

    def _reopen(self, seen: Seen, space_n: int) -> None:
        """What waited for the record's founding in this space is judged again."""
        if not seen.fresh:
            self.dirty |= set(cells_of_record(self._connection, seen.n, space_n))
        self.dirty |= self._waiting.pop((space_n, seen.n), set())

    def _enter(self, op: Operation, entry: Entry, batch: Batch, name: str) -> None:
        seen = self.known.get(op.rec)
        self.touched.add(op.rec)
        held = self._judge.held(op, batch, entry.verdict, seen, (entry.space_n, entry.space))
        index = int(name[65:])
        cell = (entry.space_n, seen.n, op.field)
        is_blob = isinstance(op.value, BlobRef)
        value = op.value.sha256 if isinstance(op.value, BlobRef) else op.value
        number = (entry.n << OP_BITS) | index
        self._ops[number] = _Entered(cell, value, is_blob, VISIBLE if held is None else state_of(held))
        if held is Held.NOT_FOUNDED:
            self._waiting[cell[:2]].add(cell)
        if self._awaited and (entry.id, index) in self._awaited:
            self.dirty |= {cell, *self._cells_of(self._awaited[entry.id, index])}
        if cell in self.dirty:
            return
        current = self._current(cell, fresh=seen.fresh)
        if not all(parent in current for parent in op.parents):
            self.dirty.add(cell)
        elif held is None:
            for parent in op.parents:
                self._supersede(current.pop(parent))
            current[name] = number

    def _current(self, cell: Cell, *, fresh: bool) -> dict[str, int]:
        """Visible operations of a cell by id, as this transaction has them so far."""
        if not fresh and cell[:2] not in self._loaded:
            self._loaded.add(cell[:2])
            for row in self._connection.execute(_VISIBLE_OF_RECORD, {"space": cell[0], "record": cell[1]}):
                known = self._visible.setdefault((cell[0], cell[1], row.field), {})
                known[op_id(row.id, row.n)] = row.n
        return self._visible.setdefault(cell, {})

    def _supersede(self, number: int) -> None:
        entered = self._ops.get(number)
        if entered is None:
            self._superseded.append(number)
        else:
            entered.state = SUPERSEDED

    def _cells_of(self, numbers: Iterable[int]) -> Iterator[Cell]:
        for number in numbers:
            entered = self._ops.get(number)
            if entered is not None:
                yield entered.cell
                continue
            row = self._connection.execute(sa.select(schema.op).where(schema.op.c.n == number)).one()
            yield (row.space, row.record, row.field)

    def finish(self) -> None:
        """Write what was entered. The caller computes `dirty` cells afterwards."""
        self.known.write()
        rows = [(n, *one.cell, one.value, int(one.is_blob), one.state) for n, one in self._ops.items()]
        insert_rows(self._connection, schema.op, rows)
        insert_rows(self._connection, schema.unreadable, self._unreadable)
        if self._superseded:
            numbers = [(SUPERSEDED, number) for number in self._superseded]
            self._connection.exec_driver_sql("UPDATE op SET state = ? WHERE n = ?", numbers)


def op_id(batch: bytes, number: int) -> str:
    """An operation's id from its batch's id and its number."""
    return f"{batch.hex()}:{number & ((1 << OP_BITS) - 1)}"


def read_awaited(connection: sa.Connection) -> dict[tuple[bytes, int], set[int]]:
    """Operations that name an absent parent, by that parent's batch and position."""
    waiting: dict[tuple[bytes, int], set[int]] = defaultdict(set)
    for row in connection.execute(sa.select(schema.awaited)):
        waiting[row.batch, row.position].add(row.op)
    return waiting


_VISIBLE_OF_RECORD = (
    sa.select(schema.op.c.n, schema.op.c.field, schema.batch.c.id)
    .join(schema.batch, schema.batch.c.n == schema.op.c.n.op(">>")(OP_BITS))
    .where(schema.op.c.record == sa.bindparam("record"), schema.op.c.space == sa.bindparam("space"))
    .where(schema.op.c.state == VISIBLE)
)
