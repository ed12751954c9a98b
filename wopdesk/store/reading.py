"""Questions to the views: records, fields, history, what is held. All take a connection; none writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from wopdesk.records.batch import Batch, BlobRef, Operation, Value, read_batch
from wopdesk.records.cells import Visible
from wopdesk.records.fields import RowField
from wopdesk.records.ids import BlobId, Founding, Key, RecordId, Space, SpaceId
from wopdesk.records.merge import order_of
from wopdesk.records.permission import Held
from wopdesk.records.text import Unreadable
from wopdesk.store import schema
from wopdesk.store.judging import SUPERSEDED, VISIBLE, held_reason
from wopdesk.store.known import founding_of
from wopdesk.store.projection import op_id
from wopdesk.store.schema import OP_BITS
from wopdesk.store.sqlite import Prepared


@dataclass(frozen=True)
class RecordRow:
    """A record that is founded in at least one space held here."""

    id: RecordId
    founding: Founding


@dataclass(frozen=True)
class Entered:
    """One operation as history and lists of held ones show it.

    Attributes:
        op: its id.
        record: the record's id.
        founding: the record's founding, once revealed.
        space: where it stands.
        field: what it writes.
        value: with what.
        author: the key that wrote it.
        at: when, by the writer's clock.
        by: the name the person chose.
        held: why it does not count; None when it does.
        visible: whether nothing that counts replaced it.
    """

    op: str
    record: RecordId
    founding: Founding | None
    space: Space
    field: str
    value: Value
    author: Key
    at: str
    by: str
    held: Held | None
    visible: bool


def records(connection: sa.Connection, kind: str | None = None, home: SpaceId | None = None) -> list[RecordRow]:
    """Records, of one kind or home where asked, in the order in which they were met."""
    query = sa.select(schema.record).where(schema.record.c.kind.is_not(None)).order_by(schema.record.c.n)
    if kind is not None:
        query = query.where(schema.record.c.kind == kind)
    if home is not None:
        query = query.where(schema.record.c.home == home)
    return [_record_row(row) for row in connection.execute(query)]


def record(connection: sa.Connection, name: str) -> RecordRow | None:
    """One record by its id, or by the beginning of its id where that is enough."""
    query = sa.select(schema.record).where(
        schema.record.c.kind.is_not(None), schema.record.c.id.startswith(name, autoescape=True)
    )
    found = connection.execute(query.limit(2)).all()
    return _record_row(found[0]) if len(found) == 1 else None


def _record_row(row: sa.Row[*tuple[Any, ...]]) -> RecordRow:
    founding = founding_of(row)
    if founding is None:
        raise TypeError(row)
    return RecordRow(RecordId(row.id), founding)


def cells(connection: sa.Connection, record_id: str, space: SpaceId) -> dict[str, list[Visible]]:
    """Visible operations of a record in one space, by field, smallest id first."""
    found: dict[str, list[Visible]] = defaultdict(list)
    batch_of = _batches(connection)
    for row in connection.execute(_VISIBLE, {"record": record_id, "space": space}):
        batch = batch_of(row.n >> OP_BITS)
        found[row.field].append(Visible(op_id(row.id, row.n), _value(row), batch.at, batch.by, row.key))
    return {name: sorted(visible, key=lambda one: order_of(one.op)) for name, visible in found.items()}


def values(connection: sa.Connection, record_id: str, space: SpaceId) -> dict[str, Value]:
    """Displayed values of a record in one space, by field; quicker than `cells`."""
    found: dict[str, tuple[tuple[bytes, int], Value]] = {}
    for row in connection.execute(_VALUES, {"record": record_id, "space": space}):
        order = (row.id, row.n)
        if row.field not in found or order < found[row.field][0]:
            found[row.field] = (order, _value(row))
    return {name: value for name, (_, value) in found.items()}


def _value(row: sa.Row[*tuple[Any, ...]]) -> Value:
    return BlobRef(BlobId(row.value)) if row.is_blob else row.value


def fields_of(connection: sa.Connection, ops: Iterable[str]) -> dict[str, str]:
    """The fields in which operations stand, as far as those are here."""
    found = {}
    for op in ops:
        batch, _, position = op.partition(":")
        for (field,) in _FIELD.rows(connection, int(position), bytes.fromhex(batch)):
            found[op] = field
    return found


def removed(connection: sa.Connection, record_id: str, space: SpaceId, *names: RowField) -> dict[str, Value]:
    """What the removal of a row replaced in it, by field; it is written back when the row is kept.

    Args:
        connection: of the file.
        record_id: the record's.
        space: where it stands.
        names: the row, also as an older form named it.
    """
    found: dict[str, Value] = {}
    here = cells(connection, record_id, space)
    removals = [one.op for row in names for one in here.get(row.field, ()) if one.value is None]
    for batch_id in dict.fromkeys(op.partition(":")[0] for op in removals):
        line = connection.execute(sa.select(schema.batch.c.line).where(schema.batch.c.id == bytes.fromhex(batch_id)))
        for op in read_batch(line.scalar_one()).ops:
            inside = any(op.field == row.field or row.holds(op.field) for row in names)
            if op.rec == record_id and op.value is None and inside:
                found[op.field] = _before(connection, op)
    return found


def _before(connection: sa.Connection, op: Operation) -> Value:
    """The nearest value that an operation replaced, through others that said nothing."""
    waiting = sorted(op.parents, key=order_of)
    for name in waiting:  # grows while it is walked
        batch, _, position = name.partition(":")
        query = sa.select(schema.batch.c.line).where(schema.batch.c.id == bytes.fromhex(batch))
        line = connection.execute(query).scalar()
        ops = read_batch(line).ops if line else ()
        before = ops[int(position)] if int(position) < len(ops) else op
        if before.value is not None and before[:2] == op[:2]:
            return before.value
        waiting += [one for one in sorted(before.parents, key=order_of) if one not in waiting]
    return None


def history(connection: sa.Connection, record_id: str) -> list[Entered]:
    """Every operation on a record, of all spaces, in the order in which they came."""
    return list(_entered(connection, _ENTERED.where(schema.record.c.id == record_id)))


def held(connection: sa.Connection) -> list[Entered]:
    """Every operation that is held, in the order in which they came."""
    return list(_entered(connection, _ENTERED.where(schema.op.c.state > SUPERSEDED)))


def writers(connection: sa.Connection, space: SpaceId, authors: Iterable[str]) -> list[str]:
    """Names under which batches were written in a space or by these keys, newest first; the last thousand are read."""
    written = sa.or_(schema.space.c.id == space, schema.author.c.key.in_(list(authors)))
    query = (
        sa.select(schema.batch.c.line)
        .join(schema.space, schema.space.c.n == schema.batch.c.space)
        .join(schema.author, schema.author.c.n == schema.batch.c.author)
        .where(written)
        .order_by(schema.batch.c.n.desc())
        .limit(_LAST_WRITTEN)
    )
    found: dict[str, None] = {}
    for line in connection.execute(query).scalars():
        with suppress(Unreadable):
            found.setdefault(read_batch(line).by)
    return list(found)


def unreadable(connection: sa.Connection) -> list[tuple[int, str]]:
    """Batches that this version cannot read: their numbers and why."""
    return [(row.batch, row.reason) for row in connection.execute(sa.select(schema.unreadable))]


def _entered(connection: sa.Connection, query: sa.Select[Any]) -> Iterator[Entered]:
    batch_of = _batches(connection)
    for row in connection.execute(query.order_by(schema.op.c.n)):
        batch = batch_of(row.n >> OP_BITS)
        space = Space(row.type, row.office, row.nonce)
        yield Entered(
            op=op_id(row.batch_id, row.n),
            record=RecordId(row.record_id),
            founding=founding_of(row),
            space=space,
            field=row.field,
            value=_value(row),
            author=row.key,
            at=batch.at,
            by=batch.by,
            held=held_reason(row.state),
            visible=row.state == VISIBLE,
        )


def _batches(connection: sa.Connection) -> Callable[[int], Batch]:
    """Batches by number. A line is read once, not with each of the thousands of operations that it may hold."""

    def read(number: int) -> Batch:
        return read_batch(_LINE.rows(connection, number)[0][0])

    return lru_cache(maxsize=256)(read)


def blob(connection: sa.Connection, name: str) -> bytes | None:
    """The bytes of a blob, or None where it is not here."""
    return connection.execute(sa.select(schema.blob.c.data).where(schema.blob.c.sha256 == name)).scalar()


_LAST_WRITTEN = 1000
_FIELD = Prepared(
    sa.select(schema.op.c.field)
    .select_from(schema.op)
    .join(schema.batch, schema.op_at)
    .where(schema.batch.c.id == sa.bindparam("batch"))
)
_LINE = Prepared(sa.select(schema.batch.c.line).where(schema.batch.c.n == sa.bindparam("number")))
_AT_RECORD = (
    (
        schema.op.c.record
        == sa.select(schema.record.c.n).where(schema.record.c.id == sa.bindparam("record")).scalar_subquery()
    )
    & (
        schema.op.c.space
        == sa.select(schema.space.c.n).where(schema.space.c.id == sa.bindparam("space")).scalar_subquery()
    )
    & (schema.op.c.state == VISIBLE)
)
_VALUES = (
    sa.select(schema.op.c.n, schema.op.c.field, schema.op.c.value, schema.op.c.is_blob, schema.batch.c.id)
    .select_from(schema.op)
    .join(schema.batch, schema.batch_of_op)
    .where(_AT_RECORD)
)
_VISIBLE = (
    sa.select(
        schema.op.c.n,
        schema.op.c.field,
        schema.op.c.value,
        schema.op.c.is_blob,
        schema.batch.c.id,
        schema.author.c.key,
    )
    .select_from(schema.op)
    .join(schema.batch, schema.batch_of_op)
    .join(schema.author, schema.author.c.n == schema.batch.c.author)
    .where(_AT_RECORD)
    .order_by(schema.op.c.n)
)
_ENTERED = (
    sa.select(
        schema.op,
        schema.batch.c.id.label("batch_id"),
        schema.author.c.key,
        schema.space.c.type,
        schema.space.c.office,
        schema.space.c.nonce,
        schema.record.c.id.label("record_id"),
        schema.record.c.home,
        schema.record.c.owner,
        schema.record.c.kind,
        schema.record.c.by,
        schema.record.c.text,
    )
    .select_from(schema.op)
    .join(schema.batch, schema.batch_of_op)
    .join(schema.author, schema.author.c.n == schema.batch.c.author)
    .join(schema.space, schema.space.c.n == schema.op.c.space)
    .join(schema.record, schema.record.c.n == schema.op.c.record)
)
