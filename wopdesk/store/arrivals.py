"""Durable rows of what arrives: statements, segments with their batches, blobs. Views are another matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import sqlalchemy as sa

from wopdesk.records import frontier
from wopdesk.records.digest import sha256
from wopdesk.records.ids import SegmentId, Space
from wopdesk.records.segment import Segment
from wopdesk.records.statement import SignedStatement, read_statement
from wopdesk.records.text import Unreadable
from wopdesk.store import schema
from wopdesk.store.memory import Memory
from wopdesk.store.sqlite import Prepared, insert_rows
from wopdesk.store.verdicts import Names, Place


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
        signed: numbers of batches that stand in a new segment too, after another one or unsigned.
        places: where the new segments stand, with their ids.
    """

    segments: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    blobs: list[str] = field(default_factory=list)
    batches: list[tuple[int, bytes, int, int, int | None, bytes]] = field(default_factory=list)
    signed: list[int] = field(default_factory=list)
    places: dict[Place, str] = field(default_factory=dict)


def write_statements(connection: sa.Connection, statements: Iterable[HeldStatement]) -> list[str]:
    """Keep statements that are not here; their ids."""
    held = set(connection.execute(sa.select(schema.statement.c.id)).scalars())
    new = {one.signed.id: one for one in statements if one.signed.id not in held}
    rows = [(one.signed.id, one.signed.statement.data, one.signature, one.signed.signer) for one in new.values()]
    insert_rows(connection, schema.statement, rows)
    return list(new)


def read_statements(connection: sa.Connection) -> list[SignedStatement]:
    """All statements held, of all signers. One that was damaged says nothing; `checking` names it."""
    found = []
    for row in connection.execute(sa.select(schema.statement)):
        with suppress(Unreadable):
            found.append(SignedStatement(row.id, read_statement(row.data), row.signer))
    return found


def write_blobs(connection: sa.Connection, blobs: Mapping[str, bytes]) -> list[str]:
    """Keep blobs that are not here and are what their names say; their names."""
    new = [name for name, data in blobs.items() if sha256(data) == name and not _has_blob(connection, name)]
    insert_rows(connection, schema.blob, [(name, blobs[name]) for name in new])
    return new


def _has_blob(connection: sa.Connection, name: str) -> bool:
    return connection.execute(sa.select(schema.blob.c.sha256).where(schema.blob.c.sha256 == name)).first() is not None


def write_segments(
    connection: sa.Connection,
    memory: Memory,
    segments: Sequence[SignedSegment],
    new: NewRows,
    kept: Callable[[int], None],
) -> None:
    """Keep segments that are not here, and their batches; `kept` is told how many batches that are so far."""
    arrived: dict[SegmentId, SignedSegment] = {}
    for one in segments:
        kept(0)
        if not _SEGMENT.rows(connection, one.segment.id):
            arrived[one.segment.id] = one
    for one in _in_order(arrived):
        segment = one.segment
        space_n, author_n = place_of(connection, memory.names, segment.space, segment.author)
        number = memory.next_number(schema.segment)
        row = (number, segment.id, space_n, author_n, " ".join(segment.after), one.signature)
        insert_rows(connection, schema.segment, [row])
        _write_batches(connection, memory, segment, (space_n, author_n, number), new)
        new.segments.append(segment.id)
        new.places[space_n, author_n, number] = segment.id
        kept(len(new.batches))


def _in_order(arrived: Mapping[SegmentId, SignedSegment]) -> list[SignedSegment]:
    """Predecessors first; those of a circle or behind a gap last."""
    after = {str(name): signed.segment.after for name, signed in arrived.items()}
    return [arrived[SegmentId(name)] for name in frontier.in_order(after)]


def _write_batches(connection: sa.Connection, memory: Memory, segment: Segment, place: Place, new: NewRows) -> None:
    """Keep the batches of a new segment that are not here, in the order of its lines."""
    ids = memory.batch_ids(place[:2])
    named = [(bytes.fromhex(ids.of(line)), line) for line in segment.lines]
    held = _held(connection, [name for name, _ in named])
    numbers: dict[bytes, int] = {}
    rows = []
    for name, line in named:
        if name not in held and name not in numbers:
            numbers[name] = memory.next_number(schema.batch)
            rows.append((numbers[name], name, *place, line))
    insert_rows(connection, schema.batch, rows)
    new.batches += rows
    if held or len(numbers) < len(named):
        _note_again(connection, named, {**held, **numbers}, place[2])
        new.signed += held.values()


def _held(connection: sa.Connection, names: Sequence[bytes]) -> dict[bytes, int]:
    """Numbers of those batches that are here, by id."""
    found: dict[bytes, int] = {}
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        found.update(_BATCHES.rows(connection, *some, *[b""] * (_AT_ONCE - len(some))))
    return found


def _note_again(
    connection: sa.Connection, named: Sequence[tuple[bytes, bytes]], numbers: Mapping[bytes, int], segment_n: int
) -> None:
    """Note the lines of a segment that brings what is here; what was not signed yet is signed by it."""
    rows = [(segment_n, position, numbers[name]) for position, (name, _) in enumerate(named)]
    insert_rows(connection, schema.segment_line, rows)
    _SIGN_FIRST.many(connection, [(segment_n, number) for number in numbers.values()])


def write_own_batch(
    connection: sa.Connection, memory: Memory, place: tuple[int, int], line: bytes
) -> tuple[int, bytes] | None:
    """Keep a batch that this installation just wrote, not yet signed; None when the same line is here already."""
    name = bytes.fromhex(memory.batch_ids(place).of(line))
    if _BATCH.rows(connection, name):
        return None
    number = memory.next_number(schema.batch)
    insert_rows(connection, schema.batch, [(number, name, *place, None, line)])
    return number, name


def write_own_segment(connection: sa.Connection, one: SignedSegment, place: Place, batches: Sequence[int]) -> None:
    """Keep a segment that this installation just signed over batches of its own."""
    space_n, author_n, number = place
    row = (number, one.segment.id, space_n, author_n, " ".join(one.segment.after), one.signature)
    insert_rows(connection, schema.segment, [row])
    _SIGN.many(connection, [(number, batch) for batch in batches])


def place_of(connection: sa.Connection, names: Names, space: Space, author: str) -> tuple[int, int]:
    """The numbers of a space and an author, given when they are new."""
    return names.space(connection, space), names.author(connection, author)


_SEGMENT = Prepared(sa.select(schema.segment.c.n).where(schema.segment.c.id == sa.bindparam("id")))
_AT_ONCE = 100
_BATCHES = Prepared(
    sa.select(schema.batch.c.id, schema.batch.c.n).where(
        schema.batch.c.id.in_([sa.bindparam(f"id{number}") for number in range(_AT_ONCE)])
    )
)
_BATCH = Prepared(sa.select(schema.batch.c.n).where(schema.batch.c.id == sa.bindparam("id")))
_SIGNED = sa.update(schema.batch).values(segment=sa.bindparam("by")).where(schema.batch.c.n == sa.bindparam("number"))
_SIGN = Prepared(_SIGNED)
_SIGN_FIRST = Prepared(_SIGNED.where(schema.batch.c.segment.is_(None)))
