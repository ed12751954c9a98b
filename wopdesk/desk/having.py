"""What an envelope says besides its addresses: what this installation has, and what it asks for."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from wopdesk.desk.belonging import Belonging
from wopdesk.desk.desk import Desk
from wopdesk.exchange.envelope import AuthorHave, Envelope, SpaceHave, Want
from wopdesk.records import frontier
from wopdesk.records.ids import BlobId, Key, SegmentId, Space, SpaceId
from wopdesk.store import outgoing
from wopdesk.store.arrivals import HeldStatement
from wopdesk.store.outgoing import Graph, Peer
from wopdesk.store.sqlite import Connection

WANT_LIMIT = 10_000
"""So many segments, and so many files, are asked for at a time: an envelope that grew too long could not be sent."""
HAVE_LIMIT = 2 * 1024 * 1024
"""Bytes that say what is here. What is left out may be sent here once more, which changes nothing."""
_SPACE_COST, _AUTHOR_COST, _ID_COST = 180, 96, 67
"""What each takes in the envelope, at most."""


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
    have = _bounded(desk, {space.id: _have(now, space) for space in now.spaces})
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
    first, also = _by_author(graph, heads), _by_author(graph, here - complete)
    return SpaceHave(
        outgoing.statements_digest(now.statements, space.id),
        {
            author: AuthorHave(first.get(author, ()), also.get(author, ()))
            for author in sorted({graph.place[segment][1] for segment in here})
        },
    )


def _bounded(desk: Desk, have: Mapping[SpaceId, SpaceHave]) -> dict[SpaceId, SpaceHave]:
    """As much of it as an envelope takes: first of keys that speak for an office, and of whoever wrote least.

    Members relay what strangers signed, and anybody may draw keys by the thousand.
    """
    room = HAVE_LIMIT - _SPACE_COST * len(have)
    kept: dict[SpaceId, dict[Key, AuthorHave]] = {space: {} for space in have}
    authors = [(space, author, of) for space, held in have.items() for author, of in held.authors.items()]
    for space, author, of in sorted(authors, key=lambda one: (not _is_known(desk, one[1]), _size(one[2]), one[:2])):
        room -= _AUTHOR_COST
        heads = of.heads[: max(0, room // _ID_COST)]
        also = of.also[: max(0, room // _ID_COST - len(heads))]
        room -= _ID_COST * (len(heads) + len(also))
        if heads or also:
            kept[space][author] = AuthorHave(heads, also)
    return {space: replace(held, authors=kept[space]) for space, held in have.items()}


def _is_known(desk: Desk, key: Key) -> bool:
    return key in desk.identity.keys or key in desk.standing.voices or key in desk.standing.hopeful


def _size(of: AuthorHave) -> int:
    return len(of.heads) + len(of.also)


def _heads(peer: Peer, space: str) -> list[str]:
    authors = json.loads(peer.have).get(space, {"authors": {}})["authors"]
    return [head for author in authors.values() for head in author["heads"]]


def _by_author(graph: Graph, segments: set[str]) -> dict[Key, tuple[SegmentId, ...]]:
    found: dict[Key, list[SegmentId]] = {}
    for one in sorted(segments):
        found.setdefault(graph.place[one][1], []).append(SegmentId(one))
    return {author: tuple(ids) for author, ids in found.items()}
