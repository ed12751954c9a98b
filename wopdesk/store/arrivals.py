"""Durable rows of what arrives: statements, segments with their batches, blobs. Views are another matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from wopdesk.records import frontier
from wopdesk.records.digest import sha256
from wopdesk.records.ids import BatchIds, SegmentId
from wopdesk.records.segment import Segment
from wopdesk.records.statement import SignedStatement
from wopdesk.store import schema
from wopdesk.store.sqlite import insert_rows
from wopdesk.store.verdicts import Names

_CHUNK = 500


@dataclass(frozen=True)
class SignedSegment:
    """A segment with the armoured signature that was verified over its bytes."""

    segment: Segment
    signature: bytes


@dataclass(frozen=True)
class HeldStatement:
    """A statement with its file and signature as received."""

    signed: SignedStatement
    signature: bytes


@dataclass(frozen=True)
class Arrival:
    """What a bundle brings, its signatures verified."""

    segments: Sequence[SignedSegment] = ()
    statements: Sequence[HeldStatement] = ()
    blobs: Mapping[str, bytes] = field(default_factory=dict, hash=False)


@dataclass
class NewRows:
    """What was new in an arrival.

    Attributes:
        segments: ids.
        statements: ids.
        blobs: SHA-256.
        batches: (number, id, space number, author number, line), in the order in which they should enter the views.
        signed: numbers of batches that were here before and stand in a new segment too.
    """

    segments: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    blobs: list[str] = field(default_factory=list)
    batches: list[tuple[int, bytes, int, int, int | None, bytes]] = field(default_factory=list)
    signed: list[int] = field(default_factory=list)


def write_statements(connection: sa.Connection, statements: Iterable[HeldStatement]) -> list[str]:
    """Keep statements that are not here; their ids."""
    held = set(connection.execute(sa.select(schema.statement.c.id)).scalars())
    new = {one.signed.id: one for one in statements if one.signed.id not in held}
    rows = [(one.signed.id, one.signed.statement.data, one.signature, one.signed.signer) for one in new.values()]
    insert_rows(connection, schema.statement, rows)
    return list(new)


def write_blobs(connection: sa.Connection, blobs: Mapping[str, bytes]) -> list[str]:
    """Keep blobs that are not here and are what their names say; their names."""
    new = [name for name, data in blobs.items() if sha256(data) == name and not _has_blob(connection, name)]
    insert_rows(connection, schema.blob, [(name, blobs[name]) for name in new])
    return new


def _has_blob(connection: sa.Connection, name: str) -> bool:
    return connection.execute(sa.select(schema.blob.c.sha256).where(schema.blob.c.sha256 == name)).first() is not None


def write_segments(connection: sa.Connection, names: Names, segments: Sequence[SignedSegment], new: NewRows) -> None:
    """Keep segments that are not here, and their batches."""
    held = _present(connection, schema.segment.c.id, [one.segment.id for one in segments])
    arrived = {one.segment.id: one for one in segments if one.segment.id not in held}
    next_segment = _next(connection, schema.segment)
    writer = _BatchWriter(connection, new)
    for one in _in_order(arrived):
        segment = one.segment
        place = names.space(connection, segment.space), names.author(connection, segment.author)
        row = (next_segment, segment.id, *place, " ".join(segment.after), one.signature)
        insert_rows(connection, schema.segment, [row])
        writer.add(segment, next_segment, place)
        new.segments.append(segment.id)
        next_segment += 1


def _in_order(arrived: Mapping[SegmentId, SignedSegment]) -> list[SignedSegment]:
    """Predecessors first; those of a circle or behind a gap last."""
    after = {str(name): signed.segment.after for name, signed in arrived.items()}
    return [arrived[SegmentId(name)] for name in frontier.in_order(after)]


class _BatchWriter:
    """Writes the batches of new segments; the lines of one segment keep their order."""

    def __init__(self, connection: sa.Connection, new: NewRows) -> None:
        self._connection = connection
        self._new = new
        self._next = _next(connection, schema.batch)

    def add(self, segment: Segment, segment_n: int, place: tuple[int, int]) -> None:
        ids = BatchIds(segment.space.id, segment.author)
        named = [(bytes.fromhex(ids.of(line)), line) for line in segment.lines]
        held = _present(self._connection, schema.batch.c.id, [name for name, _ in named])
        numbers: dict[bytes, int] = {}
        rows = []
        for name, line in named:
            if name in held or name in numbers:
                continue
            numbers[name] = self._next
            rows.append((self._next, name, *place, segment_n, line))
            self._next += 1
        insert_rows(self._connection, schema.batch, rows)
        self._new.batches += rows
        if held or len(numbers) < len(named):
            self._again(named, {**held, **numbers}, segment_n)
            self._new.signed += held.values()

    def _again(self, named: Sequence[tuple[bytes, bytes]], numbers: Mapping[bytes, int], segment_n: int) -> None:
        """Note the lines of a segment that brings what is here; what was not signed yet is signed by it."""
        rows = [(segment_n, position, numbers[name]) for position, (name, _) in enumerate(named)]
        insert_rows(self._connection, schema.segment_line, rows)
        self._connection.exec_driver_sql(
            f"UPDATE batch SET segment = {segment_n} WHERE n = ? AND segment IS NULL",  # noqa: S608 - numbers
            [(number,) for number in numbers.values()],
        )


def _next(connection: sa.Connection, table: sa.Table) -> int:
    return (connection.execute(sa.select(sa.func.max(table.c.n))).scalar() or 0) + 1


def _present(connection: sa.Connection, column: sa.Column[Any], wanted: Sequence[Any]) -> dict[Any, int]:
    """Which of `wanted` are in the file, with their numbers."""
    found: dict[Any, int] = {}
    number = column.table.c.n
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        found |= {row[0]: row[1] for row in connection.execute(sa.select(column, number).where(column.in_(part)))}
    return found


def write_own_batch(
    connection: sa.Connection, names: Names, place: tuple[int, int], line: bytes
) -> tuple[int, bytes] | None:
    """Keep a batch that this installation just wrote, not yet signed; None when the same line is here already."""
    name = bytes.fromhex(BatchIds(names.spaces[place[0]].id, names.authors[place[1]]).of(line))
    if _present(connection, schema.batch.c.id, [name]):
        return None
    number = _next(connection, schema.batch)
    insert_rows(connection, schema.batch, [(number, name, *place, None, line)])
    return number, name


def write_own_segment(
    connection: sa.Connection, one: SignedSegment, place: tuple[int, int], batches: Sequence[int]
) -> None:
    """Keep a segment that this installation just signed over batches of its own."""
    number = _next(connection, schema.segment)
    row = (number, one.segment.id, *place, " ".join(one.segment.after), one.signature)
    insert_rows(connection, schema.segment, [row])
    marks = [(number, batch) for batch in batches]
    connection.exec_driver_sql("UPDATE batch SET segment = ? WHERE n = ?", marks)
