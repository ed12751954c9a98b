"""All that is kept enters the views once more, in the order in which it came."""

from __future__ import annotations

import sqlalchemy as sa

from wopdesk.records.kinds import Rules
from wopdesk.store import schema
from wopdesk.store.memory import Memory
from wopdesk.store.projection import Entry, Projection
from wopdesk.store.recompute import Recompute

CHUNK = 20_000
"""Batches that enter at a time; bounds memory."""


def enter_all(connection: sa.Connection, rules: Rules, memory: Memory) -> None:
    """Enter every batch into empty views."""
    last = 0
    while rows := connection.execute(_BATCHES_FROM, {"last": last, "limit": CHUNK}).all():
        memory.make_room(connection)
        projection = Projection(connection, rules, memory)
        recompute = Recompute(connection, rules, memory)
        for row in rows:
            verdict = recompute.verdict_of(row.n, row.author, row.segment, row.space)
            projection.add(Entry(row.n, row.id, row.space, memory.names.spaces[row.space], row.line, verdict))
        projection.finish()
        recompute.cells(projection.dirty)
        last = rows[-1].n


_BATCHES_FROM = (
    sa.select(schema.batch)
    .where(schema.batch.c.n > sa.bindparam("last"))
    .order_by(schema.batch.c.n)
    .limit(sa.bindparam("limit"))
)
