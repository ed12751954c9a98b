"""Is everything in the file what it claims to be: ids, digests, signatures, and views that follow from them?"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from wopdesk.records import segment, statement
from wopdesk.records.digest import sha256
from wopdesk.records.ids import BatchIds, Key
from wopdesk.store import outgoing, schema
from wopdesk.store.copying import back_up
from wopdesk.store.memory import op_id
from wopdesk.store.opening import open_store
from wopdesk.store.sqlite import is_sound
from wopdesk.store.store import Store

Verify = Callable[[Key, str, bytes, bytes], bool]
"""Whether a signature is right, from the signer's key, the namespace, the signed bytes and the armoured signature."""


class Part(StrEnum):
    """What a finding is about."""

    FILE = "file"
    BATCH = "batch"
    SEGMENT = "segment"
    STATEMENT = "statement"
    BLOB = "blob"
    VIEW = "view"


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be.

    Attributes:
        part: what it is about. A view is mended by `Store.rebuild`; for the rest there are backups and partners.
        item: its id; for a view, the record's.
        text: a sentence for a person.
    """

    part: Part
    item: str
    text: str


def check(store: Store, verify: Verify) -> list[Finding]:
    """Examine the whole file. A file that SQLite itself calls damaged is not examined further.

    Raises:
        StoreFault: the disk does not allow it; computing the views anew beside the file needs as much room again.
    """
    with store.reading() as connection:
        damaged = [Finding(Part.FILE, "", f"The file is damaged: {found}.") for found in is_sound(connection)]
        if damaged:
            return damaged
        found = [*_batches(connection, store), *_segments(connection, store, verify)]
        found += [*_statements(connection, verify), *_blobs(connection)]
    return found + _views(store)


def _batches(connection: sa.Connection, store: Store) -> Iterator[Finding]:
    ids: dict[tuple[int, int], BatchIds] = {}
    for row in connection.execute(sa.select(schema.batch), execution_options={"yield_per": 1000}):
        at = row.space, row.author
        if at not in ids:
            ids[at] = BatchIds(store.names.spaces[row.space].id, store.names.authors[row.author])
        if ids[at].of(row.line) != row.id.hex():
            yield Finding(Part.BATCH, row.id.hex(), "A saved batch is no longer what was saved.")


def _segments(connection: sa.Connection, store: Store, verify: Verify) -> Iterator[Finding]:
    for name in connection.execute(sa.select(schema.segment.c.id).order_by(schema.segment.c.n)).scalars().all():
        (one,) = outgoing.read_segments(connection, store.names, [name])
        if sha256(one.segment.data) != name:
            yield Finding(Part.SEGMENT, name, "A segment is no longer what its author signed.")
        elif not verify(one.segment.author, segment.NAMESPACE, one.segment.data, one.signature):
            yield Finding(Part.SEGMENT, name, "The signature under a segment is not its author's.")


def _statements(connection: sa.Connection, verify: Verify) -> Iterator[Finding]:
    for row in connection.execute(sa.select(schema.statement)):
        if sha256(row.data) != row.id:
            yield Finding(Part.STATEMENT, row.id, "A statement is no longer what was signed.")
        elif not verify(row.signer, statement.NAMESPACE, row.data, row.signature):
            yield Finding(Part.STATEMENT, row.id, "The signature under a statement is not its signer's.")


def _blobs(connection: sa.Connection) -> Iterator[Finding]:
    for name in connection.execute(sa.select(schema.blob.c.sha256)).scalars().all():
        data = connection.execute(sa.select(schema.blob.c.data).where(schema.blob.c.sha256 == name)).scalar_one()
        if sha256(data) != name:
            yield Finding(Part.BLOB, name, "A photo or a version is no longer what was kept.")


def _views(store: Store) -> list[Finding]:
    """Compute the views anew in a copy, and compare."""
    beside = store.path.with_name(store.path.name + ".check")
    try:
        back_up(store.engine, beside)
        with contextlib.closing(open_store(beside, store.rules)) as copy:
            with copy.reading() as connection:
                before = _portrait(connection)
            copy.rebuild()
            with copy.reading() as connection:
                after = _portrait(connection)
    finally:
        for end in ("", "-wal", "-shm", ".part"):
            Path(f"{beside}{end}").unlink(missing_ok=True)
    differing = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    return [Finding(Part.VIEW, name, "What is shown is not what the saved batches say.") for name in differing]


def _portrait(connection: sa.Connection) -> dict[str, int]:
    """One number per record (and per other view) that changes when any row of it does, whatever its row numbers."""
    portrait: dict[str, int] = defaultdict(int)
    for row in connection.execute(_OPS, execution_options={"yield_per": 1000}):
        batch, n, record, *rest = row
        portrait[record] ^= _number((op_id(batch, n), *rest))
    for table, query in _OTHERS.items():
        for row in connection.execute(query):
            portrait[table] ^= _number(tuple(row))
    return dict(portrait)


def _number(row: tuple[Any, ...]) -> int:
    return int(sha256(repr(row).encode()), 16)


_OPS = (
    sa.select(
        schema.batch.c.id,
        schema.op.c.n,
        schema.record.c.id,
        schema.op.c.space,
        schema.op.c.field,
        schema.op.c.value,
        schema.op.c.is_blob,
        schema.op.c.state,
    )
    .select_from(schema.op)
    .join(schema.batch, schema.batch_of_op)
    .join(schema.record, schema.record.c.n == schema.op.c.record)
)
_RECORD = schema.record.c
_OTHERS: dict[str, sa.Select[Any]] = {
    "record": sa.select(_RECORD.id, _RECORD.home, _RECORD.owner, _RECORD.kind, _RECORD.by, _RECORD.text),
    "founded": sa.select(_RECORD.id, schema.founded.c.space).where(_RECORD.n == schema.founded.c.record),
    "awaited": sa.select(schema.awaited),
    "unreadable": sa.select(schema.unreadable),
    "verdict": sa.select(schema.verdict),
}
