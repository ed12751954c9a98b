"""A data file for tests, and everything its views say, named by ids so that two files can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from tests.property.histories import OWN, RULES, Written
from tests.records.statements import ROOT, office_id
from wopdesk.records.digest import sha256
from wopdesk.records.ids import Space
from wopdesk.records.segment import Segment
from wopdesk.records.statement import SignedStatement
from wopdesk.store.arrivals import Arrival, HeldStatement, SignedSegment
from wopdesk.store.changes import Changed
from wopdesk.store.identity import Identity
from wopdesk.store.opening import create_store
from wopdesk.store.store import Store

PHOTO = b"a photo"
PHOTO_ID = sha256(PHOTO)
IDENTITY = Identity(office_id("p"), "pwon", "PWON", "facilitator", OWN, (), OWN, ROOT)


def make_store(path: Path) -> Store:
    """A new file of PWON's."""
    return create_store(path, RULES, IDENTITY)


def arrival(items: Iterable[object]) -> Arrival:
    """A bundle of segments and statements. Signatures are the exchange's affair."""
    found = list(items)
    segments = [SignedSegment(one, b"signature") for one in found if isinstance(one, Segment)]
    statements = [HeldStatement(one, b"signature") for one in found if isinstance(one, SignedStatement)]
    return Arrival(segments, statements)


def save_line(store: Store, space: Space, line: bytes) -> Changed:
    """Save a line as its own author."""
    with store.writing() as connection:
        return store.enter(connection, space, line)


def play(store: Store, steps: Iterable[Iterable[object]]) -> None:
    """Let a history happen: each step is a bundle, and what the desk itself wrote."""
    for step in steps:
        items = list(step)
        for one in items:
            if isinstance(one, Written):
                save_line(store, one.space, one.line)
        store.take(arrival(items))


def views(store: Store) -> dict[str, Any]:
    """All that the views say."""
    with store.reading() as connection:
        return {name: _rows(connection, query) for name, query in _QUERIES.items()}


def visible(store: Store) -> dict[tuple[str, str, str], set[str]]:
    """Visible operations by space, record and field."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for op in views(store)["op"]:
        if op[-1] == 0:
            found.setdefault(op[2:5], set()).add(f"{op[0]}:{op[1]}")
    return found


def _rows(connection: sa.Connection, query: str) -> set[tuple[Any, ...]]:
    rows = connection.exec_driver_sql(query).all()
    found = {tuple(row) for row in rows}
    assert len(found) == len(rows)
    return found


_QUERIES = {
    "op": """SELECT lower(hex(batch.id)), op.n & 65535, space.id, record.id, field, value, is_blob, state FROM op
        JOIN batch ON batch.n = op.n >> 16 JOIN space ON space.n = op.space JOIN record ON record.n = op.record""",
    "awaited": """SELECT hex(awaited.batch), position, hex(batch.id), op & 65535 FROM awaited
        JOIN batch ON batch.n = op >> 16""",
    "unreadable": "SELECT hex(batch.id), reason FROM unreadable JOIN batch ON batch.n = unreadable.batch",
    "record": "SELECT id, home, owner, kind, by, text FROM record",
    "founded": """SELECT record.id, space.id FROM founded
        JOIN record ON record.n = founded.record JOIN space ON space.n = founded.space""",
    "verdict": """SELECT space.id, author.key, coalesce(segment.id, ''), said FROM verdict
        JOIN space ON space.n = verdict.space JOIN author ON author.n = verdict.author
        LEFT JOIN segment ON segment.n = verdict.segment""",
}
