"""What a change touches: the cells of a place or batch, and the records of cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from wopdesk.records.permission import Held
from wopdesk.store import schema
from wopdesk.store.judging import state_of
from wopdesk.store.memory import Cell
from wopdesk.store.verdicts import UNSIGNED, Place


def cells_of_place(connection: sa.Connection, place: Place) -> list[Cell]:
    """Cells in which the batches of a place wrote."""
    space, author, segment = place
    query = _CELLS.where(schema.batch.c.space == space, schema.batch.c.author == author)
    if segment == UNSIGNED:
        return _cells(connection, query.where(schema.batch.c.segment.is_(None)))
    again = sa.select(schema.segment_line.c.batch).where(schema.segment_line.c.segment == segment)
    return _cells(connection, query.where((schema.batch.c.segment == segment) | schema.batch.c.n.in_(again)))


def cells_of_batch(connection: sa.Connection, number: int) -> list[Cell]:
    """Cells in which a batch wrote."""
    return _cells(connection, _CELLS.where(schema.batch.c.n == number))


def cells_held(connection: sa.Connection, why: Held) -> list[Cell]:
    """Cells in which something is held for this reason."""
    return _cells(connection, _CELLS.where(schema.op.c.state == state_of(why)))


def _cells(connection: sa.Connection, query: sa.Select[Any]) -> list[Cell]:
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def ids_of(connection: sa.Connection, numbers: Iterable[int]) -> frozenset[str]:
    """Ids of records, from their numbers."""
    query = sa.select(schema.record.c.id).where(schema.record.c.n == sa.bindparam("n"))
    return frozenset(connection.execute(query, {"n": n}).scalar_one() for n in numbers)


_CELLS = (
    sa.select(schema.op.c.space, schema.op.c.record, schema.op.c.field)
    .distinct()
    .select_from(schema.op)
    .join(schema.batch, schema.batch_of_op)
)
