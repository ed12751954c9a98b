"""What stays on this computer: what is being typed, and edits of joint records that were not shared yet."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from wopdesk.store import schema
from wopdesk.store.orphans import LOST


def keep_draft(connection: sa.Connection, record: str, values: Mapping[str, str | None], at: str) -> None:
    """Keep typed values of a record, by field; None: emptied."""
    rows = [(record, name, value, at) for name, value in values.items()]
    if rows:
        connection.exec_driver_sql("INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)", rows)


def read_draft(connection: sa.Connection, record: str) -> dict[str, str | None]:
    """Typed values of a record that are not yet a batch."""
    query = sa.select(schema.draft.c.field, schema.draft.c.value).where(schema.draft.c.record == record)
    return {row.field: row.value for row in connection.execute(query)}


def kept_at(connection: sa.Connection, record: str) -> str:
    """When the draft of a record was kept last; empty where there is none."""
    query = sa.select(sa.func.max(schema.draft.c.at)).where(schema.draft.c.record == record)
    return connection.execute(query).scalar_one() or ""


def drop_draft(connection: sa.Connection, record: str) -> None:
    """Forget the draft of a record, because it became a batch or the person gave it up."""
    connection.execute(sa.delete(schema.draft).where(schema.draft.c.record == record))


def drafted_records(connection: sa.Connection) -> list[str]:
    """Records with a draft."""
    return list(
        connection.execute(sa.select(schema.draft.c.record).distinct().order_by(schema.draft.c.record)).scalars()
    )


def keep_back(connection: sa.Connection, record: str) -> None:
    """Keep the batch that was written last in this transaction from being signed until its record is shared."""
    newest = connection.execute(sa.select(sa.func.max(schema.batch.c.n))).scalar_one()
    connection.execute(sa.insert(schema.kept_back).values(batch=newest, record=record))


def share(connection: sa.Connection, record: str) -> int:
    """Let what was kept back of a record go with the next sending; how many batches that are."""
    return connection.execute(sa.delete(schema.kept_back).where(schema.kept_back.c.record == record)).rowcount


def kept_back(connection: sa.Connection) -> list[str]:
    """Records with edits that partners do not see yet."""
    query = sa.select(schema.kept_back.c.record).distinct().where(schema.kept_back.c.record != LOST)
    return list(connection.execute(query).scalars())


def record_kept_back(connection: sa.Connection, batch: int) -> str:
    """The record for which a batch waits to be shared; empty where it waits for none."""
    query = sa.select(schema.kept_back.c.record).where(schema.kept_back.c.batch == batch)
    return connection.execute(query).scalar() or ""
