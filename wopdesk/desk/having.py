"""What an envelope says besides its addresses: what this installation has, and what it asks for."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from wopdesk.desk.belonging import Belonging
from wopdesk.desk.desk import Desk
from wopdesk.exchange.envelope import AuthorHave, Envelope, SpaceHave, Want
from wopdesk.records import frontier
from wopdesk.records.ids import BlobId, Key, SegmentId, Space
from wopdesk.store import outgoing
from wopdesk.store.arrivals import HeldStatement
from wopdesk.store.outgoing import Graph, Peer
from wopdesk.store.sqlite import Connection

WANT_LIMIT = 10_000
"""So many segments, and so many files, are asked for at a time: an envelope that grew too long could not be sent."""


@dataclass(frozen=True)
class Situation:
    """What an export is decided from.

    Attributes:
        spaces: those that every recipient shares.
        graph: all segments held.
        statements: all statements held.
        peers: installations of each recipient that must be covered, with their last word.
        pause: whether what went to an office lately is left out.
    """

    spaces: tuple[Space, ...]
    graph: Graph
    statements: tuple[HeldStatement, ...]
    peers: Mapping[str, tuple[Peer, ...]]
    pause: bool


def with_words(
    desk: Desk, connection: Connection, belonging: Belonging, now: Situation, envelope: Envelope
) -> Envelope:
    """The envelope with what this installation has and wants."""
    have = {space.id: _have(now, space) for space in now.spaces}
    missing = {name: {author} for name, (space, author) in now.graph.missing().items() if space in have}
    namers = belonging.namers(have)
    here = outgoing.blobs_here(connection, namers)
    absent = {name: keys for name, keys in namers.items() if name not in here}
    want = Want(tuple(map(SegmentId, _asked(desk, missing))), tuple(map(BlobId, _asked(desk, absent))))
    return replace(envelope, have=have, want=want)


def _asked(desk: Desk, absent: Mapping[str, Collection[Key]]) -> list[str]:
    """What to ask for of what is named and not here: first what approved keys name, as strangers can name anything."""
    first = sorted(absent, key=lambda name: (desk.standing.voices.keys().isdisjoint(absent[name]), name))
    return sorted(first[:WANT_LIMIT])


def _have(now: Situation, space: Space) -> SpaceHave:
    graph = now.graph
    here = {segment for segment, (place, _) in graph.place.items() if place == space.id}
    complete = here & graph.complete
    echoed = {head for peers in now.peers.values() for peer in peers for head in _heads(peer, space.id)}
    heads = frontier.heads(complete, graph.after) | (complete & echoed)
    authors = {graph.place[segment][1] for segment in here}
    return SpaceHave(
        outgoing.statements_digest(now.statements, space.id),
        {
            author: AuthorHave(_of(graph, author, heads), _of(graph, author, here - complete))
            for author in sorted(authors)
        },
    )


def _heads(peer: Peer, space: str) -> list[str]:
    authors = json.loads(peer.have).get(space, {"authors": {}})["authors"]
    return [head for author in authors.values() for head in author["heads"]]


def _of(graph: Graph, author: Key, segments: set[str]) -> tuple[SegmentId, ...]:
    return tuple(sorted(SegmentId(one) for one in segments if graph.place[one][1] == author))
