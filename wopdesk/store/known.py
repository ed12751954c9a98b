"""Records as the views know them: their numbers, what their founding revealed, and in which spaces they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from wopdesk.records.batch import Operation
from wopdesk.records.founding import founds, read_founding, write_founding
from wopdesk.records.ids import Founding, OfficeId, Space, SpaceId
from wopdesk.store import schema
from wopdesk.store.sqlite import Prepared, insert_rows


@dataclass
class Seen:
    """One record.

    Attributes:
        n: its number in this file.
        founding: what its id is made from, once revealed.
        spaces: numbers of the spaces in which it is founded.
        fresh: nothing of it stood in the views before this transaction.
        said: the text that revealed its founding.
    """

    n: int
    founding: Founding | None = None
    spaces: set[int] = field(default_factory=set)
    fresh: bool = True
    said: str = ""


class KnownRecords:
    """Records met so far; new ones get numbers as they come."""

    def __init__(self, connection: sa.Connection) -> None:
        """Prepare; nothing is read yet but the largest number."""
        self._by_id: dict[str, Seen] = {}
        self._by_n: dict[int, Seen] = {}
        self._next = (connection.execute(sa.select(sa.func.max(schema.record.c.n))).scalar() or 0) + 1
        self._new: list[str] = []
        self._founded: list[tuple[int, int]] = []
        self._absent: set[str] = set()

    def __len__(self) -> int:
        return len(self._by_id)

    def meet(self, connection: sa.Connection, records: Iterable[str]) -> None:
        """Look up records that will be asked for, many at a time."""
        asked = [record for record in records if record not in self._by_id]
        self._absent.update(asked)
        for start in range(0, len(asked), _AT_ONCE):
            some = asked[start : start + _AT_ONCE]
            for row in _BY_IDS.rows(connection, *some, *[""] * (_AT_ONCE - len(some))):
                self._keep(row[1], _read(connection, row))
                self._absent.discard(row[1])

    def get(self, connection: sa.Connection, record: str) -> Seen:
        """The record of this id."""
        seen = self._by_id.get(record)
        if seen is None:
            rows = [] if record in self._absent else _BY_ID.rows(connection, record)
            seen = _read(connection, rows[0]) if rows else self._number(record)
            self._keep(record, seen)
            self._absent.discard(record)
        return seen

    def by_number(self, connection: sa.Connection, n: int) -> Seen:
        """The record of this number, which is in the file."""
        if n not in self._by_n:
            row = _BY_NUMBER.rows(connection, n)[0]
            self._keep(row[1], _read(connection, row))
        return self._by_n[n]

    def found(self, connection: sa.Connection, op: Operation, at: tuple[int, Space]) -> bool:
        """Take in a `@kind` operation; whether the record is thereby founded in a space where it was not.

        Args:
            connection: of the file.
            op: the operation.
            at: the space in which it stands, by number and as value.
        """
        seen = self.get(connection, op.rec)
        if seen.founding is not None and at[0] in seen.spaces:
            return False
        founding = read_founding(op.value)
        if founding is None or not founds(founding, op.rec, at[1]):
            return False
        seen.founding, seen.said = founding, str(op.value)
        seen.spaces.add(at[0])
        self._founded.append((seen.n, at[0]))
        return True

    def write(self, connection: sa.Connection) -> None:
        """Enter what is new into the views."""
        new = [self._by_id[record] for record in self._new]
        rows = [(seen.n, record, *_columns(seen.founding)) for record, seen in zip(self._new, new, strict=True)]
        insert_rows(connection, schema.record, rows)
        insert_rows(connection, schema.founded, self._founded)
        later = [self._by_n[n] for n, _ in self._founded if not self._by_n[n].fresh]
        if later:
            _REVEAL.many(connection, [(*_columns(seen.founding), seen.n) for seen in later])
        for seen in new:
            seen.fresh = False
        self._new, self._founded = [], []

    def _keep(self, record: str, seen: Seen) -> None:
        self._by_id[record] = self._by_n[seen.n] = seen

    def _number(self, record: str) -> Seen:
        seen = Seen(self._next)
        self._next += 1
        self._new.append(record)
        return seen


def _read(connection: sa.Connection, row: tuple[Any, ...]) -> Seen:
    n, _, home, owner, kind, by, text = row
    founding = Founding(home, owner, kind, by, text) if kind is not None else None
    spaces = {space for (space,) in _FOUNDED_IN.rows(connection, n)}
    return Seen(n, founding, spaces, fresh=False, said=write_founding(founding) if founding else "")


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


def _columns(founding: Founding | None) -> tuple[str | None, ...]:
    if founding is None:
        return (None,) * 5
    return founding.home, founding.owner, founding.kind, founding.by, founding.text


_AT_ONCE = 100
_BY_IDS = Prepared(
    sa.select(schema.record).where(
        schema.record.c.id.in_([sa.bindparam(f"record{number}") for number in range(_AT_ONCE)])
    )
)
_BY_ID = Prepared(sa.select(schema.record).where(schema.record.c.id == sa.bindparam("record")))
_BY_NUMBER = Prepared(sa.select(schema.record).where(schema.record.c.n == sa.bindparam("record")))
_FOUNDED_IN = Prepared(sa.select(schema.founded.c.space).where(schema.founded.c.record == sa.bindparam("record")))
_REVEAL = Prepared(
    sa.update(schema.record)
    .values({name: sa.bindparam(f"new_{name}") for name in ("home", "owner", "kind", "by", "text")})
    .where(schema.record.c.n == sa.bindparam("number"))
)
