"""From batches to views: operations are entered in order; fields that this cannot decide are left to `recompute`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import sqlalchemy as sa

from wopdesk.records.batch import Batch, BlobRef, Operation, read_batch
from wopdesk.records.fields import KIND
from wopdesk.records.ids import Space
from wopdesk.records.kinds import Rules
from wopdesk.records.permission import Author, Held
from wopdesk.records.text import Unreadable
from wopdesk.store import schema
from wopdesk.store.judging import SUPERSEDED, VISIBLE, Judge, state_of
from wopdesk.store.known import Seen, cells_of_record
from wopdesk.store.memory import Cell, Memory, op_id
from wopdesk.store.schema import LAST, OP_BITS
from wopdesk.store.sqlite import Prepared, insert_rows
from wopdesk.store.steps import AT_ONCE, Watch, unwatched

__all__ = ["Cell", "Entry", "Projection", "op_id"]


_record_of = itemgetter(Operation._fields.index("rec"))


class Entry(NamedTuple):
    """A batch as it enters the views."""

    n: int
    id: bytes
    space_n: int
    space: Space
    line: bytes
    verdict: Author | Held


class Projection:
    """One transaction's entering of batches into the views."""

    def __init__(self, connection: sa.Connection, rules: Rules, memory: Memory, watch: Watch = unwatched) -> None:
        """Prepare; nothing is written before `finish`, which tells `watch` how far it is."""
        self._connection, self._watch = connection, watch
        self._memory = memory
        self._judge = Judge(rules)
        self._rows: dict[int, tuple[Any, ...]] = {}
        self._superseded: list[int] = []
        self._unreadable: list[tuple[int, str]] = []
        self._waiting: dict[tuple[int, int], set[Cell]] = defaultdict(set)
        self.dirty: set[Cell] = set()
        """Cells whose visible operations must be computed from their lines after `finish`."""
        self.touched: set[str] = set()
        """Records that were written to."""

    def add_some(self, entries: Sequence[Entry]) -> None:
        """Enter batches, whose records are looked up together; those that an author wrote first should come first."""
        read = [(entry, batch) for entry in entries if (batch := self._read(entry)) is not None]
        self._memory.known.meet(self._connection, {op.rec for _, batch in read for op in batch.ops})
        for entry, batch in read:
            self.add(entry, batch)

    def _read(self, entry: Entry) -> Batch | None:
        try:
            return read_batch(entry.line)
        except Unreadable as problem:
            self._unreadable.append((entry.n, str(problem)))
            return None

    def add(self, entry: Entry, batch: Batch | None = None) -> None:
        """Enter one batch; those that its author wrote before it should come before it."""
        batch = batch or self._read(entry)
        if batch is None:
            return
        for op in batch.ops:
            if op.field == KIND and self._memory.known.found(self._connection, op, (entry.space_n, entry.space)):
                self._reopen(self._memory.known.get(self._connection, op.rec), entry.space_n)
        awaited = self._awaited(entry) if self._memory.awaiting else {}
        self._enter(entry, batch)
        for index, waiting in awaited.items():
            if index < len(batch.ops):
                self.dirty |= {self._rows[(entry.n << OP_BITS) | index][1:4], *waiting}

    def _reopen(self, seen: Seen, space_n: int) -> None:
        """What waited for the record's founding in this space is judged again."""
        if not seen.fresh:
            self.dirty |= set(cells_of_record(self._connection, seen.n, space_n))
        self.dirty |= self._waiting.pop((space_n, seen.n), set())

    def _enter(self, entry: Entry, batch: Batch) -> None:
        """Enter the operations of a batch. Most batches write one record, which is looked up once."""
        start = entry.n << OP_BITS
        for _, run in groupby(batch.ops, key=_record_of):
            ops = tuple(run)
            self._enter_run(entry, batch, start, ops)
            start += len(ops)

    def _enter_run(self, entry: Entry, batch: Batch, start: int, ops: Sequence[Operation]) -> None:
        """Enter operations that stand together in a batch, from a number on, and write one record."""
        space_n, name, at = entry.space_n, entry.id.hex(), (entry.space_n, entry.space)
        rows, dirty = self._rows, self.dirty
        seen = self._memory.known.get(self._connection, ops[0].rec)
        current = self._memory.current(self._connection, (space_n, seen.n), fresh=seen.fresh)
        judged = self._judge.cases(ops[0], batch, entry.verdict, seen, space_n)
        self.touched.add(ops[0].rec)
        for number, op in enumerate(ops, start):
            _, field, value, parents = op
            held = judged[field] if field in judged else self._judge.held(op, batch, entry.verdict, seen, at)
            cell, state = (space_n, seen.n, field), VISIBLE if held is None else state_of(held)
            if isinstance(value, BlobRef):
                rows[number] = (number, *cell, value.sha256, 1, state)
            else:
                rows[number] = (number, *cell, value, 0, state)
            if held is Held.NOT_FOUNDED:
                self._waiting[cell[:2]].add(cell)
            if dirty and cell in dirty:
                continue
            if parents:
                self._show(current.setdefault(field, {}), op, (cell, f"{name}:{number & LAST}", number), held)
            elif held is None:
                current.setdefault(field, {})[f"{name}:{number & LAST}"] = number

    def _show(self, current: dict[str, int], op: Operation, named: tuple[Cell, str, int], held: Held | None) -> None:
        """Let a counting operation replace its parents in a field, or leave the field to be computed."""
        for parent in op.parents:
            if parent not in current and not self._is_replaced(parent, named[0]):
                self.dirty.add(named[0])
                return
        if held is None:
            for parent in op.parents:
                if parent in current:  # a parent may be named twice
                    self._superseded.append(current.pop(parent))
            current[named[1]] = named[2]

    def _is_replaced(self, parent: str, cell: Cell) -> bool:
        """Whether it counts in this very field and was replaced: then nothing changes for any other one."""
        name, _, index = parent.partition(":")
        for (batch,) in _BATCH.rows(self._connection, bytes.fromhex(name)) if int(index) <= LAST else ():
            number = (batch << OP_BITS) | int(index)
            rows = [self._rows[number]] if number in self._rows else _OP.rows(self._connection, number)
            return [row[1:4] for row in rows if row[-1] in {VISIBLE, SUPERSEDED}] == [cell]
        return False

    def _awaited(self, entry: Entry) -> dict[int, list[Cell]]:
        """Cells of operations that wait for one of this batch, by its position."""
        found: dict[int, list[Cell]] = defaultdict(list)
        for position, number in _WAITING_FOR.rows(self._connection, entry.id):
            space, record, field = _CELL.rows(self._connection, number)[0]
            found[position].append((space, record, field))
        return found

    def finish(self) -> None:
        """Write what was entered. The caller computes `dirty` cells afterwards."""
        self._memory.known.write(self._connection)
        earlier = []
        for number in self._superseded:
            row = self._rows.get(number)
            if row is None:
                earlier.append((SUPERSEDED, number))
            else:
                self._rows[number] = (*row[:-1], SUPERSEDED)
        rows = list(self._rows.values())
        for start in range(0, len(rows), AT_ONCE):
            self._watch(start, len(rows))
            insert_rows(self._connection, schema.op, rows[start : start + AT_ONCE])
        self._watch(len(rows), len(rows))
        insert_rows(self._connection, schema.unreadable, self._unreadable)
        if earlier:
            SET_STATE.many(self._connection, earlier)


SET_STATE = Prepared(sa.update(schema.op).values(state=sa.bindparam("now")).where(schema.op.c.n == sa.bindparam("one")))
"""Takes a state and an operation's number."""
_WAITING_FOR = Prepared(
    sa.select(schema.awaited.c.position, schema.awaited.c.op).where(schema.awaited.c.batch == sa.bindparam("batch"))
)
_BATCH = Prepared(sa.select(schema.batch.c.n).where(schema.batch.c.id == sa.bindparam("id")))
_OP = Prepared(
    sa.select(schema.op.c.n, schema.op.c.space, schema.op.c.record, schema.op.c.field, schema.op.c.state).where(
        schema.op.c.n == sa.bindparam("n")
    )
)
_CELL = Prepared(
    sa.select(schema.op.c.space, schema.op.c.record, schema.op.c.field).where(schema.op.c.n == sa.bindparam("n"))
)
