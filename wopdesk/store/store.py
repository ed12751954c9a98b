"""The data file: one writer, everything in one transaction, views that follow from what is kept."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from wopdesk.records.batch import Batch, write_batch
from wopdesk.records.ids import Key, OfficeId, SegmentId, Space
from wopdesk.records.kinds import Rules
from wopdesk.records.permission import Author, Held
from wopdesk.records.segment import Segment, fill_segments
from wopdesk.records.standing import Standing, standing
from wopdesk.records.statement import SignedStatement, read_statement, statement_id
from wopdesk.store import arrivals, schema
from wopdesk.store.arrivals import Arrival, NewRows, SignedSegment
from wopdesk.store.identity import Identity, read_identity, write_identity
from wopdesk.store.projection import Cell, Entry, Projection
from wopdesk.store.recompute import Recompute
from wopdesk.store.sqlite import WRITES, connect, insert_rows, told
from wopdesk.store.verdicts import UNSIGNED, Names, Place, Verdicts, author_in, judge_places, said

REBUILD_CHUNK = 20_000
"""Batches that enter the views at a time when they are rebuilt; bounds memory."""


@dataclass(frozen=True)
class Changed:
    """What a step changed, so that screens know whether to ask again.

    Attributes:
        records: ids of records that were written to or judged anew.
        segments: ids of segments that were new.
        statements: ids of statements that were new.
        blobs: names of blobs that were new.
    """

    records: frozenset[str] = frozenset()
    segments: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    blobs: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.records or self.segments or self.statements or self.blobs)


class Store:
    """One open data file."""

    def __init__(self, path: Path, rules: Rules, engine: sa.Engine) -> None:
        """Use `open_store` or `create_store`."""
        self.path = path
        self.rules = rules
        self.engine = engine
        self.identity: Identity | None = None
        self.names = Names()
        self.standing: Standing = standing((), "")
        with self.reading() as connection:
            self._remember(connection)

    @contextlib.contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one state of the file."""
        with told(self.path), self.engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction: all of it is kept, durably, or none."""
        with told(self.path):
            try:
                with self.engine.connect() as connection, connection.execution_options(**{WRITES: True}).begin():
                    yield connection
            except BaseException:
                with self.engine.connect() as connection:
                    self._remember(connection)
                raise

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    def _remember(self, connection: sa.Connection) -> None:
        """Read what is kept in memory: identity, names, and the statements' meaning."""
        self.identity = read_identity(connection)
        self.names = Names.read(connection)
        self._settle_standing(connection)

    def _settle_standing(self, connection: sa.Connection) -> None:
        own = self.identity
        held = read_statements(connection)
        self.standing = standing(held, own.root, own.team, own.keys) if own else standing(held, "")

    @property
    def own_office(self) -> OfficeId | None:
        """The office at whose desk this file lies."""
        return self.identity.office if self.identity else None

    def become(self, identity: Identity) -> Changed:
        """Take on an identity, or a new key or root; everything is judged anew where that matters."""
        with self.writing() as connection:
            write_identity(connection, identity)
            self.identity = identity
            self._settle_standing(connection)
            return Changed(records=self._rejudge(connection))

    def save(self, space: Space, batch: Batch) -> Changed:
        """Keep a batch that a person at this installation wrote.

        Raises:
            Unreadable: it breaks a limit of the format.
            StoreFault: the disk or the file does not allow it; nothing was written.
        """
        line = write_batch(batch)
        with self.writing() as connection:
            return self.enter(connection, space, line)

    def enter(self, connection: sa.Connection, space: Space, line: bytes) -> Changed:
        """`save` inside the caller's transaction."""
        if self.identity is None:
            message = "a file without identity cannot be written to"
            raise RuntimeError(message)
        key = self.identity.key
        place = self.names.space(connection, space), self.names.author(connection, key)
        written = arrivals.write_own_batch(connection, self.names, place, line)
        if written is None:
            return Changed()
        verdict = self._own_verdict(space, key)
        projection = Projection(connection, self.rules)
        projection.add(Entry(written[0], written[1], place[0], space, line, verdict))
        projection.finish()
        if projection.dirty:
            self._recompute(connection, projection.dirty)
        insert_rows(connection, schema.verdict, [(*place, UNSIGNED, said(verdict))], ignore=True)
        return Changed(records=frozenset(projection.touched))

    def _own_verdict(self, space: Space, key: Key) -> Author | Held:
        verdict = author_in(space, key, self.standing, self.own_office)
        if isinstance(verdict, Author) and self.standing.kept_heads(key, verdict.office, space):
            return Held.CUT
        return verdict

    def take(self, arrival: Arrival) -> Changed:
        """Merge what others sent, in one transaction. Taking the same twice changes nothing."""
        new = NewRows()
        with self.writing() as connection:
            new.statements = arrivals.write_statements(connection, arrival.statements)
            if new.statements:
                self._settle_standing(connection)
            new.blobs = arrivals.write_blobs(connection, arrival.blobs)
            arrivals.write_segments(connection, self.names, arrival.segments, new)
            records = self._project(connection, new) if new.segments or new.statements else frozenset()
        return Changed(records, tuple(new.segments), tuple(new.statements), tuple(new.blobs))

    def _project(self, connection: sa.Connection, new: NewRows) -> frozenset[str]:
        verdicts = judge_places(connection, self.names, self.standing, self.own_office)
        cells = self._changed_cells(connection, verdicts, new.signed)
        projection = Projection(connection, self.rules)
        for n, name, space_n, author_n, segment, line in new.batches:
            verdict = verdicts.by_place[space_n, author_n, segment or UNSIGNED]
            projection.add(Entry(n, name, space_n, self.names.spaces[space_n], line, verdict))
        projection.finish()
        _write_verdicts(connection, verdicts)
        self._recompute(connection, projection.dirty | cells, verdicts)
        return frozenset(projection.touched) | _ids_of(connection, {cell[1] for cell in cells})

    def _rejudge(self, connection: sa.Connection) -> frozenset[str]:
        return self._project(connection, NewRows())

    def _changed_cells(self, connection: sa.Connection, verdicts: Verdicts, signed: Sequence[int]) -> set[Cell]:
        """Cells of batches that stood here before and about which another verdict is said now."""
        before = {
            (row.space, row.author, row.segment): row.said for row in connection.execute(sa.select(schema.verdict))
        }
        places = [
            place for place, verdict in verdicts.by_place.items() if before.get(place, said(verdict)) != said(verdict)
        ]
        cells = {cell for place in places for cell in _cells_of_place(connection, place)}
        return cells | {cell for number in signed for cell in _cells_of_batch(connection, number)}

    def _recompute(self, connection: sa.Connection, cells: Iterable[Cell], verdicts: Verdicts | None = None) -> None:
        verdicts = verdicts or judge_places(connection, self.names, self.standing, self.own_office)
        Recompute(connection, self.rules, self.names, verdicts).cells(cells)

    def sign(self, space: Space, signer: Callable[[bytes], bytes], heads: Sequence[SegmentId]) -> list[SignedSegment]:
        """Put own unsigned batches of a space into segments, chained behind `heads`, and keep them."""
        if self.identity is None:
            return []
        with self.writing() as connection:
            place = self.names.space(connection, space), self.names.author(connection, self.identity.key)
            rows = connection.execute(_UNSIGNED, {"space": place[0], "author": place[1]}).all()
            signed: list[SignedSegment] = []
            after, numbers = tuple(sorted(heads)), iter(rows)
            for lines in fill_segments(row.line for row in rows):
                segment = Segment(space, self.identity.key, after, lines)
                one = SignedSegment(segment, signer(segment.data))
                arrivals.write_own_segment(connection, one, place, [next(numbers).n for _ in lines])
                signed.append(one)
                after = (segment.id,)
            if signed:
                _write_verdicts(connection, judge_places(connection, self.names, self.standing, self.own_office))
            return signed

    def rebuild(self) -> None:
        """Drop the views and compute them again from what is kept."""
        with self.writing() as connection:
            for table in schema.views.sorted_tables:
                connection.execute(sa.delete(table))
            verdicts = judge_places(connection, self.names, self.standing, self.own_office)
            last = 0
            while rows := connection.execute(_BATCHES_FROM, {"last": last, "limit": REBUILD_CHUNK}).all():
                projection = Projection(connection, self.rules)
                recompute = Recompute(connection, self.rules, self.names, verdicts)
                for row in rows:
                    verdict = recompute.verdict_of(row.n, row.author, row.segment, row.space)
                    projection.add(Entry(row.n, row.id, row.space, self.names.spaces[row.space], row.line, verdict))
                projection.finish()
                recompute.cells(projection.dirty)
                last = rows[-1].n
            _write_verdicts(connection, verdicts)


def create_store(path: Path, rules: Rules, identity: Identity) -> Store:
    """Make a new data file.

    Raises:
        StoreFault: there is a file already, or the place is synchronised, on a network, or not writable.
    """
    engine = connect(path, create=True)
    with told(path), engine.begin() as connection:
        for tables in (schema.durable, schema.views, schema.local):
            tables.create_all(connection)
        write_identity(connection, identity)
    return Store(path, rules, engine)


def open_store(path: Path, rules: Rules) -> Store:
    """Open a data file.

    Raises:
        StoreFault: it is missing, foreign, newer, damaged, locked, or not writable.
    """
    return Store(path, rules, connect(path))


def read_statements(connection: sa.Connection) -> list[SignedStatement]:
    """All statements held, of all signers."""
    rows = connection.execute(sa.select(schema.statement.c.data, schema.statement.c.signer))
    return [SignedStatement(statement_id(row.data), read_statement(row.data), row.signer) for row in rows]


def _write_verdicts(connection: sa.Connection, verdicts: Verdicts) -> None:
    connection.execute(sa.delete(schema.verdict))
    insert_rows(connection, schema.verdict, [(*place, said(verdict)) for place, verdict in verdicts.by_place.items()])


def _cells_of_place(connection: sa.Connection, place: Place) -> list[Cell]:
    space, author, segment = place
    query = _CELLS.where(schema.batch.c.space == space, schema.batch.c.author == author)
    if segment == UNSIGNED:
        return _cells(connection, query.where(schema.batch.c.segment.is_(None)))
    again = sa.select(schema.segment_line.c.batch).where(schema.segment_line.c.segment == segment)
    return _cells(connection, query.where((schema.batch.c.segment == segment) | schema.batch.c.n.in_(again)))


def _cells_of_batch(connection: sa.Connection, number: int) -> list[Cell]:
    return _cells(connection, _CELLS.where(schema.batch.c.n == number))


def _cells(connection: sa.Connection, query: sa.Select[Any]) -> list[Cell]:
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def _ids_of(connection: sa.Connection, numbers: Iterable[int]) -> frozenset[str]:
    query = sa.select(schema.record.c.id).where(schema.record.c.n == sa.bindparam("n"))
    return frozenset(connection.execute(query, {"n": n}).scalar_one() for n in numbers)


_CELLS = (
    sa.select(schema.op.c.space, schema.op.c.record, schema.op.c.field)
    .distinct()
    .join(schema.batch, schema.batch.c.n == schema.op.c.n.op(">>")(schema.OP_BITS))
)
_UNSIGNED = (
    sa.select(schema.batch.c.n, schema.batch.c.line)
    .where(schema.batch.c.segment.is_(None), schema.batch.c.n.not_in(sa.select(schema.kept_back.c.batch)))
    .where(schema.batch.c.space == sa.bindparam("space"), schema.batch.c.author == sa.bindparam("author"))
    .order_by(schema.batch.c.n)
)
_BATCHES_FROM = (
    sa.select(schema.batch)
    .where(schema.batch.c.n > sa.bindparam("last"))
    .order_by(schema.batch.c.n)
    .limit(sa.bindparam("limit"))
)
