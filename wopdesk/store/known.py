"""Records as the views know them: their numbers, what their founding revealed, and in which spaces they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from wopdesk.records.batch import Operation
from wopdesk.records.founding import founds, read_founding
from wopdesk.records.ids import Founding, OfficeId, Space, SpaceId
from wopdesk.store import schema
from wopdesk.store.sqlite import insert_rows


@dataclass
class Seen:
    """One record.

    Attributes:
        n: its number in this file.
        founding: what its id is made from, once revealed.
        spaces: numbers of the spaces in which it is founded.
        fresh: nothing of it stood in the views before this transaction.
    """

    n: int
    founding: Founding | None = None
    spaces: set[int] = field(default_factory=set)
    fresh: bool = True


class KnownRecords:
    """Records met in one transaction; new ones get numbers as they come."""

    def __init__(self, connection: sa.Connection) -> None:
        """Prepare; nothing is read yet but the largest number."""
        self._connection = connection
        self._by_id: dict[str, Seen] = {}
        self._by_n: dict[int, Seen] = {}
        self._next = (connection.execute(sa.select(sa.func.max(schema.record.c.n))).scalar() or 0) + 1
        self._new: list[str] = []
        self._founded: list[tuple[int, int]] = []

    def get(self, record: str) -> Seen:
        """The record of this id."""
        seen = self._by_id.get(record)
        if seen is None:
            row = self._connection.execute(_BY_ID, {"record": record}).first()
            seen = self._read(row) if row else self._number(record)
            self._by_id[record] = seen
            self._by_n[seen.n] = seen
        return seen

    def by_number(self, n: int) -> Seen:
        """The record of this number."""
        if n not in self._by_n:
            row = self._connection.execute(sa.select(schema.record).where(schema.record.c.n == n)).one()
            self._by_n[n] = self._by_id[row.id] = self._read(row)
        return self._by_n[n]

    def found(self, op: Operation, space_n: int, space: Space) -> bool:
        """Take in a `@kind` operation; whether the record is thereby founded in a space where it was not."""
        founding = read_founding(op.value)
        if founding is None or not founds(founding, op.rec, space):
            return False
        seen = self.get(op.rec)
        seen.founding = founding
        if space_n in seen.spaces:
            return False
        seen.spaces.add(space_n)
        self._founded.append((seen.n, space_n))
        return True

    def write(self) -> None:
        """Enter what is new into the views."""
        rows = [(self._by_id[record].n, record, *_columns(self._by_id[record].founding)) for record in self._new]
        insert_rows(self._connection, schema.record, rows)
        insert_rows(self._connection, schema.founded, self._founded)
        new = {self._by_id[record].n for record in self._new}
        for n, _ in self._founded:
            if n not in new:
                values = dict(zip(_FOUNDING, _columns(self._by_n[n].founding), strict=True))
                self._connection.execute(sa.update(schema.record).where(schema.record.c.n == n).values(values))

    def _number(self, record: str) -> Seen:
        seen = Seen(self._next)
        self._next += 1
        self._new.append(record)
        return seen

    def _read(self, row: sa.Row[*tuple[Any, ...]]) -> Seen:
        spaces = set(self._connection.execute(_FOUNDED_IN, {"record": row.n}).scalars())
        return Seen(row.n, founding_of(row), spaces, fresh=False)


def founding_of(row: sa.Row[*tuple[Any, ...]]) -> Founding | None:
    """The founding that a row of `record` reveals."""
    if row.kind is None:
        return None
    return Founding(SpaceId(row.home), OfficeId(row.owner), row.kind, row.by, row.text)


def cells_of_record(connection: sa.Connection, record_n: int, space_n: int) -> Iterator[tuple[int, int, str]]:
    """Cells of a record in one space that hold operations in the file."""
    query = sa.select(schema.op.c.field).where(schema.op.c.record == record_n, schema.op.c.space == space_n).distinct()
    for name in connection.execute(query).scalars():
        yield space_n, record_n, name


_FOUNDING = ("home", "owner", "kind", "by", "text")
_BY_ID = sa.select(schema.record).where(schema.record.c.id == sa.bindparam("record"))
_FOUNDED_IN = sa.select(schema.founded.c.space).where(schema.founded.c.record == sa.bindparam("record"))


def _columns(founding: Founding | None) -> tuple[str | None, ...]:
    if founding is None:
        return (None,) * len(_FOUNDING)
    return founding.home, founding.owner, founding.kind, founding.by, founding.text
