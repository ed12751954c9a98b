"""Visible operations of single fields, computed from their lines: where order of arrival or standing left a doubt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from wopdesk.records.batch import Batch, read_batch
from wopdesk.records.ids import Space
from wopdesk.records.kinds import Rules
from wopdesk.records.merge import visible
from wopdesk.records.permission import Author, Held
from wopdesk.store import schema
from wopdesk.store.judging import SUPERSEDED, VISIBLE, Judge, state_of
from wopdesk.store.known import KnownRecords
from wopdesk.store.projection import Cell, op_id
from wopdesk.store.schema import OP_BITS
from wopdesk.store.sqlite import insert_rows
from wopdesk.store.verdicts import UNSIGNED, Names, Verdicts


@dataclass(frozen=True)
class _Standing:
    """One operation of the cell with what decides about it."""

    n: int
    parents: tuple[str, ...]
    held: Held | None
    before: int


class Recompute:
    """Computes cells anew inside one transaction."""

    def __init__(self, connection: sa.Connection, rules: Rules, names: Names, verdicts: Verdicts) -> None:
        """With the standing that is true now."""
        self._connection = connection
        self._names = names
        self._verdicts = verdicts
        self._judge = Judge(rules)
        self._known = KnownRecords(connection)
        self._read = lru_cache(maxsize=4096)(read_batch)

    def cells(self, cells: Iterable[Cell]) -> None:
        """Compute the states of all operations in these cells, and write those that changed."""
        changed: list[tuple[int, int]] = []
        for cell in cells:
            changed += self._cell(cell)
        if changed:
            self._connection.exec_driver_sql("UPDATE op SET state = ? WHERE n = ?", changed)

    def _cell(self, cell: Cell) -> list[tuple[int, int]]:
        rows = self._connection.execute(_OPS_OF_CELL, {"space": cell[0], "record": cell[1], "field": cell[2]}).all()
        ops = {op_id(row.id, row.n): self._one(row, cell) for row in rows}
        self._forget_awaited(one.n for one in ops.values())
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

    def _one(self, row: sa.Row[*tuple[Any, ...]], cell: Cell) -> _Standing:
        batch: Batch = self._read(row.line)
        op = batch.ops[row.n & ((1 << OP_BITS) - 1)]
        verdict = self.verdict_of(row.batch_n, row.author, row.segment, cell[0])
        at: tuple[int, Space] = cell[0], self._names.spaces[cell[0]]
        held = self._judge.held(op, batch, verdict, self._known.by_number(cell[1]), at)
        return _Standing(row.n, op.parents, held, row.state)

    def verdict_of(self, batch_n: int, author_n: int, segment: int | None, space_n: int) -> Author | Held:
        """Who wrote a batch, or why it is held: it counts if any of its segments counts."""
        again = self._connection.execute(_AGAIN, {"batch": batch_n}).scalars()
        segments = {segment or UNSIGNED, *again}
        return self._verdicts.of([(space_n, author_n, one) for one in sorted(segments)])

    def _is_foreign(self, one: _Standing, ops: dict[str, _Standing]) -> bool:
        """Whether a parent is present in another cell; absent ones are noted, to look again when they come."""
        foreign = False
        for parent in one.parents:
            if parent in ops:
                continue
            name, _, index = parent.partition(":")
            batch, position = bytes.fromhex(name), int(index)
            here = position >> OP_BITS == 0
            here = (
                here and self._connection.execute(_PARENT, {"batch": batch, "position": position}).scalar() is not None
            )
            if not here:
                insert_rows(self._connection, schema.awaited, [(batch, position, one.n)], ignore=True)
            foreign |= here
        return foreign

    def _forget_awaited(self, numbers: Iterable[int]) -> None:
        marks = [(n,) for n in numbers]
        if marks and self._connection.execute(sa.select(sa.exists().select_from(schema.awaited))).scalar():
            self._connection.exec_driver_sql("DELETE FROM awaited WHERE op = ?", marks)


_OPS_OF_CELL = (
    sa.select(
        schema.op.c.n,
        schema.op.c.state,
        schema.batch.c.n.label("batch_n"),
        schema.batch.c.id,
        schema.batch.c.author,
        schema.batch.c.segment,
        schema.batch.c.line,
    )
    .join(schema.batch, schema.batch.c.n == schema.op.c.n.op(">>")(OP_BITS))
    .where(schema.op.c.space == sa.bindparam("space"))
    .where(schema.op.c.record == sa.bindparam("record"), schema.op.c.field == sa.bindparam("field"))
)
_AGAIN = sa.select(schema.segment_line.c.segment).where(schema.segment_line.c.batch == sa.bindparam("batch"))
_PARENT = (
    sa.select(schema.op.c.n)
    .join(schema.batch, schema.op.c.n == schema.batch.c.n.op("<<")(OP_BITS).op("|")(sa.bindparam("position")))
    .where(schema.batch.c.id == sa.bindparam("batch"))
)
