"""What an office holds and what another lacks: the segment graph, heads, statements and blobs of each space."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from wopdesk.records import frontier
from wopdesk.records.digest import digest
from wopdesk.records.ids import Key, SegmentId, Space, SpaceId
from wopdesk.records.segment import Segment
from wopdesk.records.standing import space_of_statement
from wopdesk.records.statement import SignedStatement, read_statement, statement_id
from wopdesk.store import schema
from wopdesk.store.arrivals import HeldStatement, SignedSegment
from wopdesk.store.sqlite import insert_rows
from wopdesk.store.steps import AT_ONCE
from wopdesk.store.verdicts import Names


@dataclass(frozen=True)
class Graph:
    """All segments held, as a graph.

    Attributes:
        after: predecessors by segment.
        place: space id and author's key by segment.
        complete: segments with all their predecessors present.
    """

    after: Mapping[str, Sequence[str]]
    place: Mapping[str, tuple[SpaceId, Key]] = field(hash=False)
    complete: frozenset[str]

    def of(self, spaces: Iterable[str]) -> set[str]:
        """Segments in these spaces."""
        wanted = set(spaces)
        return {segment for segment, (space, _) in self.place.items() if space in wanted}

    def own_heads(self, space: str, key: str) -> list[SegmentId]:
        """The author's own complete heads in a space: what its next segment names in `after`."""
        mine = {segment for segment in self.complete if self.place[segment] == (space, key)}
        return sorted(SegmentId(one) for one in frontier.heads(mine, self.after))

    def missing(self) -> dict[str, tuple[SpaceId, Key]]:
        """Predecessors that are named but not here, with the place of the segment that names them."""
        absent: dict[str, tuple[SpaceId, Key]] = {}
        for segment, before in self.after.items():
            absent |= {
                one: self.place[segment] for one in before if one not in self.after and segment not in self.complete
            }
        return absent


def read_graph(connection: sa.Connection, closed: Iterable[str]) -> Graph:
    """The graph of all segments; before a closed one nothing is missed."""
    rows = connection.execute(_SEGMENTS).all()
    after = {row.id: row.after.split() for row in rows}
    place = {row.id: (SpaceId(row.space_id), Key(row.key)) for row in rows}
    return Graph(after, place, frozenset(frontier.complete(after, frozenset(closed))))


def read_segments(connection: sa.Connection, names: Names, wanted: Iterable[str]) -> list[SignedSegment]:
    """Segments as they were received, byte for byte, in the order of `wanted`."""
    return [_segment(connection, names, one) for one in wanted]


def _segment(connection: sa.Connection, names: Names, wanted: str) -> SignedSegment:
    row = connection.execute(sa.select(schema.segment).where(schema.segment.c.id == wanted)).one()
    lines = _lines(connection, _LINES_AGAIN, row.n) or _lines(connection, _LINES, row.n)
    after = tuple(SegmentId(one) for one in row.after.split())
    return SignedSegment(
        Segment(names.spaces[row.space], names.authors[row.author], after, tuple(lines)), row.signature
    )


def _lines(connection: sa.Connection, query: sa.Select[Any], segment_n: int) -> list[bytes]:
    """Lines of a segment; other threads have their turn between some and the next ones."""
    found = connection.execute(query, {"segment": segment_n}).scalars()
    return [line for some in found.partitions(AT_ONCE) for line in some]


def read_held_statements(connection: sa.Connection) -> list[HeldStatement]:
    """All statements with their signatures."""
    rows = connection.execute(sa.select(schema.statement).order_by(schema.statement.c.id))
    return [
        HeldStatement(SignedStatement(statement_id(row.data), read_statement(row.data), Key(row.signer)), row.signature)
        for row in rows
    ]


def statements_of(statements: Iterable[HeldStatement], space: str) -> list[HeldStatement]:
    """Those that travel to the members of a space: the common ones, and its own."""
    return [one for one in statements if space_of_statement(one.signed) in (None, space)]


def statements_digest(statements: Iterable[HeldStatement], space: str) -> str:
    """What `have` says of the statements held for a space: `H("statements", id …)` over sorted ids."""
    return digest("statements", *sorted(one.signed.id for one in statements_of(statements, space)))


def unsigned(connection: sa.Connection, names: Names) -> list[tuple[Space, Key]]:
    """Spaces with own batches that are to be signed, with the key under which they were written, present or former."""
    kept_back = sa.select(schema.kept_back.c.batch)
    query = sa.select(schema.batch.c.space, schema.batch.c.author).distinct()
    query = query.where(schema.batch.c.segment.is_(None), schema.batch.c.n.not_in(kept_back))
    return [(names.spaces[row.space], names.authors[row.author]) for row in connection.execute(query)]


def blobs_of(connection: sa.Connection, space: str) -> list[tuple[str, str, Key]]:
    """Blobs that operations in this space name, present or not: (blob, record, key that named it), as they came."""
    query = (
        sa.select(schema.op.c.value, schema.record.c.id, schema.author.c.key)
        .join(schema.space, schema.space.c.n == schema.op.c.space)
        .join(schema.record, schema.record.c.n == schema.op.c.record)
        .join(schema.batch, schema.batch_of_op)
        .join(schema.author, schema.author.c.n == schema.batch.c.author)
        .where(schema.op.c.is_blob == 1, schema.space.c.id == space)
        .order_by(schema.op.c.n)
    )
    return [(row.value, row.id, Key(row.key)) for row in connection.execute(query)]


def blobs_in(connection: sa.Connection, segments: Iterable[str]) -> set[str]:
    """Blobs that operations in these segments name, present or not."""
    wanted = set(segments)
    return {row.value for row in connection.execute(_FILES) if row.id in wanted}


def segments_naming(connection: sa.Connection, blobs: Iterable[str]) -> dict[str, set[str]]:
    """For each of these blobs, the segments in which operations name it."""
    found: dict[str, set[str]] = {blob: set() for blob in blobs}
    for row in connection.execute(_FILES):
        if row.value in found:
            found[row.value].add(row.id)
    return found


def note_brought(connection: sa.Connection, sender: Key, blobs: Iterable[str], spaces: Iterable[str]) -> None:
    """Remember that an installation sent blobs in a bundle of these spaces."""
    circles = list(spaces)
    rows = [(blob, space, sender) for blob in blobs for space in circles]
    insert_rows(connection, schema.brought, rows, ignore=True)


def brought_by(connection: sa.Connection, blob: str) -> dict[Key, set[str]]:
    """Which installations sent a blob, each with the spaces of its bundles."""
    found: dict[Key, set[str]] = {}
    for row in connection.execute(sa.select(schema.brought).where(schema.brought.c.blob == blob)):
        found.setdefault(Key(row.sender), set()).add(row.space)
    return found


def blobs_here(connection: sa.Connection, wanted: Iterable[str]) -> set[str]:
    """Which of these blobs are here."""
    held = set(connection.execute(sa.select(schema.blob.c.sha256)).scalars())
    return held & set(wanted)


@dataclass(frozen=True)
class Peer:
    """The latest word of an installation about what it holds and wants; both as JSON texts of its envelope."""

    key: Key
    office: str
    name: str
    at: str
    bundle: str
    have: str
    want: str
    heard: str


def peers(connection: sa.Connection, office: str | None = None) -> list[Peer]:
    """Installations heard of, of one office where asked."""
    query = sa.select(schema.peer)
    if office is not None:
        query = query.where(schema.peer.c.office == office)
    return [Peer(**row._mapping) for row in connection.execute(query)]  # noqa: SLF001 - SQLAlchemy's public name


@dataclass(frozen=True)
class Caller:
    """An installation heard of, without what it holds, which may be long.

    Attributes:
        key: its key.
        office: the office that it says it is.
        name: as it calls itself.
        at: when its last bundle was made.
        heard: when that came.
    """

    key: Key
    office: str
    name: str
    at: str
    heard: str


def callers(connection: sa.Connection, office: str | None = None) -> list[Caller]:
    """Installations heard of, of one office where asked; quicker than `peers`."""
    peer = schema.peer.c
    query = sa.select(peer.key, peer.office, peer.name, peer.at, peer.heard)
    if office is not None:
        query = query.where(peer.office == office)
    return [Caller(Key(row.key), row.office, row.name, row.at, row.heard) for row in connection.execute(query)]


def note_peer(connection: sa.Connection, peer: Peer) -> bool:
    """Keep what an installation says it has, when no later word of it is known; whether it was kept."""
    known = connection.execute(
        sa.select(schema.peer.c.at, schema.peer.c.bundle).where(schema.peer.c.key == peer.key)
    ).first()
    if known and (known.at, known.bundle) >= (peer.at, peer.bundle):
        return False
    connection.execute(sa.delete(schema.peer).where(schema.peer.c.key == peer.key))
    connection.execute(sa.insert(schema.peer).values(vars(peer)))
    return True


def sent_since(connection: sa.Connection, office: str, since: str, until: str = "") -> set[str]:
    """Segments and blobs that went to an office at `since` (UTC text) or later, not after `until`; empty: ever."""
    query = sa.select(schema.sent.c.item).where(schema.sent.c.office == office, schema.sent.c.at >= since)
    if until:
        query = query.where(schema.sent.c.at <= until)
    return set(connection.execute(query).scalars())


def went_to(connection: sa.Connection, items: Iterable[str]) -> dict[str, set[str]]:
    """The offices to which each of these segments and blobs ever went; those that went nowhere are left out."""
    query = sa.select(schema.sent.c.item, schema.sent.c.office).where(schema.sent.c.item.in_(list(items)))
    found: dict[str, set[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.item, set()).add(row.office)
    return found


def note_received(connection: sa.Connection, bundle: str, sender: str, at: str, summary: str) -> None:
    """Remember that a bundle came in."""
    insert_rows(connection, schema.received, [(bundle, sender, at, summary)], ignore=True)


_SEGMENTS: sa.Select[Any] = (
    sa.select(schema.segment.c.id, schema.segment.c.after, schema.space.c.id.label("space_id"), schema.author.c.key)
    .join(schema.space, schema.space.c.n == schema.segment.c.space)
    .join(schema.author, schema.author.c.n == schema.segment.c.author)
    .order_by(schema.segment.c.n)
)
_LINES = (
    sa.select(schema.batch.c.line).where(schema.batch.c.segment == sa.bindparam("segment")).order_by(schema.batch.c.n)
)
_LINES_AGAIN = (
    sa.select(schema.batch.c.line)
    .join(schema.segment_line, schema.segment_line.c.batch == schema.batch.c.n)
    .where(schema.segment_line.c.segment == sa.bindparam("segment"))
    .order_by(schema.segment_line.c.position)
)
_FILES = (
    sa.select(schema.op.c.value, schema.segment.c.id)
    .select_from(schema.op)
    .join(schema.batch, schema.batch_of_op)
    .join(schema.segment, schema.segment.c.n == schema.batch.c.segment)
    .where(schema.op.c.is_blob == schema.ONE)
)
