"""Visible operations of single fields, computed from their lines: where order of arrival or standing left a doubt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from wopdesk.records.batch import Batch, read_batch
from wopdesk.records.kinds import Rules
from wopdesk.records.merge import visible
from wopdesk.records.permission import Author, Held
from wopdesk.store import schema
from wopdesk.store.judging import SUPERSEDED, VISIBLE, Judge, state_of
from wopdesk.store.memory import Cell, Memory, op_id
from wopdesk.store.projection import SET_STATE
from wopdesk.store.schema import OP_BITS
from wopdesk.store.sqlite import Prepared, insert_rows
from wopdesk.store.verdicts import UNSIGNED


class _Standing(NamedTuple):
    """One operation of the cell with what decides about it."""

    n: int
    parents: tuple[str, ...]
    held: Held | None
    before: int


class Recompute:
    """Computes cells anew inside one transaction."""

    def __init__(self, connection: sa.Connection, rules: Rules, memory: Memory) -> None:
        """With the standing that is true now."""
        self._connection = connection
        self._memory = memory
        self._judge = Judge(rules)
        self._batch = lru_cache(maxsize=4096)(self._read)
        self._looked: list[tuple[int]] = []
        self._absent: list[tuple[bytes, int, int]] = []

    def cells(self, cells: Iterable[Cell]) -> None:
        """Compute the states of all operations in these cells, and write those that changed."""
        changed: list[tuple[int, int]] = []
        for cell in cells:
            changed += self._cell(cell)
            self._memory.doubt([cell])
        if changed:
            SET_STATE.many(self._connection, changed)
        self._note_awaited()

    def _cell(self, cell: Cell) -> list[tuple[int, int]]:
        rows = _OPS_OF_CELL.rows(self._connection, *cell)
        ops = {op_id(row[2], row[0]): self._one(cell, row) for row in rows}
        self._looked += [(one.n,) for one in ops.values()]
        parents = {name: one.parents for name, one in ops.items()}
        foreign = {name for name, one in ops.items() if self._is_foreign(one, ops)}
        counting = [name for name, one in ops.items() if one.held is None and name not in foreign]
        seen = set(visible(parents, counting))
        changed = []
        for name, one in ops.items():
            held = Held.FOREIGN_PARENT if one.held is None and name in foreign else one.held
            state = state_of(held) if held else VISIBLE if name in seen else SUPERSEDED
            if state != one.before:
                changed.append((state, one.n))
        return changed

    def _one(self, cell: Cell, row: tuple[Any, ...]) -> _Standing:
        n, before, _, author, segment = row
        batch = self._batch(n >> OP_BITS)
        op = batch.ops[n & ((1 << OP_BITS) - 1)]
        verdict = self.verdict_of(n >> OP_BITS, author, segment, cell[0])
        seen = self._memory.known.by_number(self._connection, cell[1])
        held = self._judge.held(op, batch, verdict, seen, (cell[0], self._memory.names.spaces[cell[0]]))
        return _Standing(n, op.parents, held, before)

    def _read(self, number: int) -> Batch:
        """A batch by its number. Its line is read once, not with each operation: it may hold thousands."""
        return read_batch(_LINE.rows(self._connection, number)[0][0])

    def verdict_of(self, batch_n: int, author_n: int, segment: int | None, space_n: int) -> Author | Held:
        """Who wrote a batch, or why it is held: it counts if any of its segments counts."""
        segments = {segment or UNSIGNED, *(again for (again,) in _AGAIN.rows(self._connection, batch_n))}
        return self._memory.verdicts.of([(space_n, author_n, one) for one in sorted(segments)])

    def _is_foreign(self, one: _Standing, ops: dict[str, _Standing]) -> bool:
        """Whether a parent is present in another cell; absent ones are noted, to look again when they come."""
        foreign = False
        for parent in one.parents:
            if parent in ops:
                continue
            name, _, index = parent.partition(":")
            batch, position = bytes.fromhex(name), int(index)
            if position >> OP_BITS == 0 and _PARENT.rows(self._connection, position, batch):
                foreign = True
            else:
                self._absent.append((batch, position, one.n))
        return foreign

    def _note_awaited(self) -> None:
        """Write down what the cells that were looked at wait for now, instead of what they waited for."""
        if self._memory.awaiting:
            _FORGET.many(self._connection, self._looked)
        if self._absent:
            insert_rows(self._connection, schema.awaited, self._absent, ignore=True)
            self._memory.awaiting = True
        self._looked, self._absent = [], []


_OPS_OF_CELL = Prepared(
    sa.select(
        schema.op.c.n,
        schema.op.c.state,
        schema.batch.c.id,
        schema.batch.c.author,
        schema.batch.c.segment,
    )
    .select_from(schema.op)
    .join(schema.batch, schema.batch_of_op)
    .where(schema.op.c.space == sa.bindparam("space"))
    .where(schema.op.c.record == sa.bindparam("record"), schema.op.c.field == sa.bindparam("field"))
)
_LINE = Prepared(sa.select(schema.batch.c.line).where(schema.batch.c.n == sa.bindparam("number")))
_AGAIN = Prepared(sa.select(schema.segment_line.c.segment).where(schema.segment_line.c.batch == sa.bindparam("batch")))
_PARENT = Prepared(
    sa.select(schema.op.c.n)
    .select_from(schema.op)
    .join(schema.batch, schema.op_at)
    .where(schema.batch.c.id == sa.bindparam("batch"))
)
_FORGET = Prepared(sa.delete(schema.awaited).where(schema.awaited.c.op == sa.bindparam("n")))
