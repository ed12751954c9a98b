"""What was written here under a key that is lost, and never signed: nobody can be sent it as it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from wopdesk.records.batch import Batch, read_batch
from wopdesk.records.ids import Space
from wopdesk.store import schema
from wopdesk.store.verdicts import Names

LOST = ""
"""Stands for the record in `kept_back`, where a batch waits for none: what it says was said again."""


@dataclass(frozen=True)
class Orphan:
    """A batch that nobody can sign.

    Attributes:
        n: its number.
        id: its id.
        space: where it stands.
        batch: what it says.
    """

    n: int
    id: str
    space: Space
    batch: Batch


def orphans(connection: sa.Connection, names: Names, lost: Collection[str]) -> list[Orphan]:
    """Unsigned batches by keys that are lost, in the order in which they were written."""
    authors = [names.author_n[key] for key in lost if key in names.author_n]
    again = sa.select(schema.kept_back.c.batch).where(schema.kept_back.c.record == LOST)
    query = (
        sa.select(schema.batch)
        .where(schema.batch.c.segment.is_(None), schema.batch.c.author.in_(authors), schema.batch.c.n.not_in(again))
        .order_by(schema.batch.c.n)
    )
    return [
        Orphan(row.n, row.id.hex(), names.spaces[row.space], read_batch(row.line))
        for row in connection.execute(query).all()
    ]


def forget(connection: sa.Connection, found: Iterable[Orphan]) -> None:
    """Let these wait for no signature any more."""
    for one in found:
        connection.execute(sa.delete(schema.kept_back).where(schema.kept_back.c.batch == one.n))
        connection.execute(sa.insert(schema.kept_back).values(batch=one.n, record=LOST))
