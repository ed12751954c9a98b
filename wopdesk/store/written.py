"""How much was written: saves and the records in them, in given segments, or waiting to be signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from wopdesk.store import schema

_NAMED_AT_ONCE = 500
"""So many ids stand in one question."""


@dataclass(frozen=True)
class Written:
    """How much was written: batches, and the ids of the records in them."""

    saves: int = 0
    records: frozenset[str] = frozenset()

    def __add__(self, other: Written) -> Written:
        return Written(self.saves + other.saves, self.records | other.records)


def written_in(connection: sa.Connection, segments: Iterable[str]) -> Written:
    """What these segments brought first."""
    wanted, found = list(segments), Written()
    for start in range(0, len(wanted), _NAMED_AT_ONCE):
        few = sa.select(schema.segment.c.n).where(schema.segment.c.id.in_(wanted[start : start + _NAMED_AT_ONCE]))
        found += _written(connection, schema.batch.c.segment.in_(few))
    return found


def unsigned_in(connection: sa.Connection, spaces: Iterable[str]) -> Written:
    """What was written in these spaces and is to be signed with the next sending."""
    there = sa.select(schema.space.c.n).where(schema.space.c.id.in_(list(spaces)))
    free = schema.batch.c.n.not_in(sa.select(schema.kept_back.c.batch))
    return _written(connection, schema.batch.c.segment.is_(None) & schema.batch.c.space.in_(there) & free)


def _written(connection: sa.Connection, which: sa.ColumnElement[bool]) -> Written:
    numbers = list(connection.execute(sa.select(schema.batch.c.n).where(which)).scalars())
    records = (
        sa.select(schema.record.c.id)
        .distinct()
        .select_from(schema.batch)
        .join(schema.op, schema.op.c.n.between(_first_op(schema.batch.c.n), _first_op(schema.batch.c.n + 1) - 1))
        .join(schema.record, schema.record.c.n == schema.op.c.record)
        .where(which)
    )
    return Written(len(numbers), frozenset(connection.execute(records).scalars()) if numbers else frozenset())


def _first_op(batch: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    """The smallest number that an operation of a batch may have."""
    return batch.op("<<")(schema.literal(schema.OP_BITS))
