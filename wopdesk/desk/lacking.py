"""What an office lacks: which of its installations count, what they hold by their last word, what went there lately."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import timedelta

from wopdesk.desk.clock import utc_text
from wopdesk.desk.desk import Desk
from wopdesk.records import frontier
from wopdesk.store import outgoing
from wopdesk.store.outgoing import Graph, Peer
from wopdesk.store.sqlite import Connection

FRESH = timedelta(days=60)
"""Installations heard of within this time are covered by what is sent to their office."""
PAUSE = timedelta(days=7)
"""What went to an office is not sent again for this long, unless it asks."""


def covered(desk: Desk, peers: Sequence[Peer]) -> tuple[Peer, ...]:
    """The installations of an office that a bundle must serve: those heard of lately, else the one heard last."""
    heard = spoken_for(desk, peers)
    lately = [peer for peer in heard if peer.heard >= utc_text(desk.clock() - FRESH)]
    return tuple(lately or sorted(heard, key=lambda peer: peer.heard)[-1:])


def spoken_for(desk: Desk, peers: Iterable[Peer]) -> list[Peer]:
    """Other installations whose word counts for their office, and that were not cut off."""
    cut = {order.cut.key for order in desk.standing.cuts}
    return [peer for peer in peers if peer.key != desk.identity.key and peer.key not in cut and _speaks(desk, peer)]


def _speaks(desk: Desk, peer: Peer) -> bool:
    """Whether the word of an installation counts for its office: an approved office is not spoken for by a stranger."""
    voice = desk.standing.voices.get(peer.key)
    return (
        voice.office == peer.office if voice else peer.office not in desk.standing.names or peer.office == desk.office
    )


def segments(
    desk: Desk,
    connection: Connection,
    graph: Graph,
    of: tuple[str, Sequence[Peer], Iterable[str]],
    *,
    pause: bool = True,
) -> set[str]:
    """Segments that an office lacks.

    Args:
        desk: the desk.
        connection: where it is read.
        graph: all segments held.
        of: the office, its installations that must be covered, and the spaces concerned.
        pause: leave out what went to it lately, unless it asks.
    """
    office, peers, spaces = of
    pool = graph.of(spaces)
    lacks = set().union(*(pool - held_by(peer, graph) for peer in peers)) if peers else pool
    lately = sent_lately(desk, connection, office) if pause and not _begins_anew(peers) else set()
    wanted = {segment for peer in peers for segment in json.loads(peer.want)["segments"]}
    return (lacks - lately) | (wanted & pool)


def _begins_anew(peers: Iterable[Peer]) -> bool:
    """Whether one of an office's computers holds nothing yet of what went to the others, as after a lost disk."""
    empty = {not any(space["authors"] for space in json.loads(peer.have).values()) for peer in peers}
    return empty == {True, False}


def sent_lately(desk: Desk, connection: Connection, office: str) -> set[str]:
    """What went to an office within the pause; what is noted of a day to come went while the clock was wrong."""
    now = desk.clock()
    return outgoing.sent_since(connection, office, utc_text(now - PAUSE), utc_text(now + timedelta(days=1)))


def held_by(peer: Peer, graph: Graph) -> set[str]:
    """What an installation holds, by its last word: its heads with all before them, and single ones behind gaps."""
    authors = [author for space in json.loads(peer.have).values() for author in space["authors"].values()]
    heads = {segment for author in authors for segment in author["heads"]}
    return frontier.closure(heads, graph.after) | {segment for author in authors for segment in author["also"]}
