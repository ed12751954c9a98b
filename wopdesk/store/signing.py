"""Own batches that wait for a signature are put into segments. Knows no key: whoever asks brings the signature."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from wopdesk.records.ids import Key, SegmentId, Space
from wopdesk.records.segment import Segment, fill_segments
from wopdesk.store import arrivals, schema
from wopdesk.store.arrivals import SignedSegment, place_of
from wopdesk.store.memory import Memory
from wopdesk.store.steps import AT_ONCE


@dataclass(frozen=True)
class Chain:
    """What an author's next segment goes on from: the space, the author, and its own complete heads there."""

    space: Space
    author: Key
    heads: Sequence[SegmentId]


def sign_unsigned(
    connection: sa.Connection, memory: Memory, chain: Chain, signer: Callable[[bytes], bytes]
) -> list[SignedSegment]:
    """Sign the author's unsigned batches of a space, each segment behind the one before, and keep them."""
    at = place_of(connection, memory.names, chain.space, chain.author)
    found = connection.execute(_UNSIGNED, {"space": at[0], "author": at[1]})
    rows = [row for some in found.partitions(AT_ONCE) for row in some]  # other threads have their turn between
    signed: list[SignedSegment] = []
    after, numbers = tuple(sorted(chain.heads)), iter(rows)
    for lines in fill_segments(row.line for row in rows):
        segment = Segment(chain.space, chain.author, after, lines)
        one = SignedSegment(segment, signer(segment.data))
        place = (*at, memory.next_number(schema.segment))
        arrivals.write_own_segment(connection, one, place, [next(numbers).n for _ in lines])
        signed.append(one)
        after = (segment.id,)
    return signed


_UNSIGNED = (
    sa.select(schema.batch.c.n, schema.batch.c.line)
    .where(schema.batch.c.segment.is_(None), schema.batch.c.n.not_in(sa.select(schema.kept_back.c.batch)))
    .where(schema.batch.c.space == sa.bindparam("space"), schema.batch.c.author == sa.bindparam("author"))
    .order_by(schema.batch.c.n)
)
