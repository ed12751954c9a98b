"""What the writer remembers of the file from one transaction to the next, so that a save asks nothing twice."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from wopdesk.records.ids import BatchIds
from wopdesk.store import schema
from wopdesk.store.judging import VISIBLE
from wopdesk.store.known import KnownRecords
from wopdesk.store.sqlite import Prepared
from wopdesk.store.verdicts import Names, Place, Verdicts, read_said, said, write_said

KEPT_RECORDS = 20_000
"""Records remembered at most when a transaction begins; bounds memory."""
Cell = tuple[int, int, str]
"""Space, record and field."""
Current = dict[str, dict[str, int]]
"""Visible operations of one record in one space: numbers by id, by field."""


def op_id(batch: bytes, number: int) -> str:
    """An operation's id from its batch's id and its number."""
    return f"{batch.hex()}:{number & ((1 << schema.OP_BITS) - 1)}"


class Memory:
    """Facts of the file that only this writer changes. Forgotten as a whole when a transaction fails.

    Attributes:
        names: numbers of spaces and authors.
        known: records met.
        verdicts: what the statements say now about each place.
        said: what the file's views were computed under, by place.
        awaiting: whether any operation names an absent parent.
    """

    def __init__(self, connection: sa.Connection, verdicts: Verdicts, names: Names) -> None:
        """Read the little that is needed from the start."""
        self.names = names
        self.verdicts = verdicts
        self.said: dict[Place, str] = read_said(connection)
        self.awaiting = bool(connection.execute(sa.select(sa.exists().select_from(schema.awaited))).scalar())
        self._next = {table.name: _largest(connection, table) for table in (schema.batch, schema.segment)}
        self._ids: dict[tuple[int, int], BatchIds] = {}
        self.forget_records(connection)

    def forget_records(self, connection: sa.Connection) -> None:
        """Let go of what is remembered of single records."""
        self.known = KnownRecords(connection)
        self._current: dict[tuple[int, int], Current] = {}

    def make_room(self, connection: sa.Connection) -> None:
        """Keep memory within bounds; between transactions only."""
        if len(self.known) > KEPT_RECORDS:
            self.forget_records(connection)

    def batch_ids(self, at: tuple[int, int]) -> BatchIds:
        """What names batches of a space and author, given by number."""
        if at not in self._ids:
            self._ids[at] = BatchIds(self.names.spaces[at[0]].id, self.names.authors[at[1]])
        return self._ids[at]

    def next_number(self, table: sa.Table) -> int:
        """The next free number of a batch or segment."""
        self._next[table.name] += 1
        return self._next[table.name]

    def current(self, connection: sa.Connection, at: tuple[int, int], *, fresh: bool) -> Current:
        """Visible operations of a record in a space, as this transaction has them so far."""
        found = self._current.get(at)
        if found is None:
            found = self._current[at] = {}
            for n, field, batch in () if fresh else _VISIBLE_OF_RECORD.rows(connection, *at):
                found.setdefault(field, {})[op_id(batch, n)] = n
        return found

    def changed_places(self) -> list[Place]:
        """Places about which something else is said now than the views were computed under."""
        now = self.verdicts.by_place
        return [place for place, verdict in now.items() if self.said.get(place) != said(verdict)]

    def note_said(self, connection: sa.Connection, places: Iterable[Place] | None) -> None:
        """Note that the views are computed under what is said now, of these places or of all."""
        now = self.verdicts.by_place
        if places is None:
            after = {place: said(verdict) for place, verdict in now.items()}
        else:
            after = {**self.said, **{place: said(now[place]) for place in places}}
        write_said(connection, self.said, after)
        self.said = after

    def doubt(self, cells: Iterable[Cell]) -> None:
        """What is remembered of these cells is no longer true."""
        for cell in cells:
            self._current.pop(cell[:2], None)


def _largest(connection: sa.Connection, table: sa.Table) -> int:
    return connection.execute(sa.select(sa.func.max(table.c.n))).scalar() or 0


_VISIBLE_OF_RECORD = Prepared(
    sa.select(schema.op.c.n, schema.op.c.field, schema.batch.c.id)
    .select_from(schema.op)
    .join(schema.batch, schema.batch_of_op)
    .where(schema.op.c.space == sa.bindparam("space"), schema.op.c.record == sa.bindparam("record"))
    .where(schema.op.c.state == schema.literal(VISIBLE))
)
