"""Receiving: what was looked at is taken, each bundle whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from wopdesk.desk import joining, looking, remarks
from wopdesk.desk.addressing import check_addressed
from wopdesk.desk.belonging import Belonging
from wopdesk.desk.counting import readable, standing_with
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault, tell
from wopdesk.desk.looking import Incoming, Receipt, is_confirmed
from wopdesk.desk.renewal import renew_key
from wopdesk.desk.watching import Watch, unwatched
from wopdesk.exchange.bundle import Bundle
from wopdesk.exchange.payload import assemble
from wopdesk.exchange.refusal import Refused
from wopdesk.records.ids import TEAM
from wopdesk.records.segment import read_segment
from wopdesk.store import aside, outgoing
from wopdesk.store.arrivals import Arrival, HeldStatement, SignedSegment
from wopdesk.store.outgoing import Peer
from wopdesk.store.sqlite import Connection


def receive(desk: Desk, paths: Iterable[Path], code: str = "", watch: Watch = unwatched) -> list[Receipt]:
    """Take every bundle in files and folders, each whole or not at all; one bad file does not stop the others.

    Args:
        desk: the receiving desk.
        paths: files or folders.
        code: the code read on the telephone, for an invitation.
        watch: told how far it is; what it raises stops it.
    """
    found = looking.look(desk, paths, watch)
    return [one if isinstance(one, Receipt) else accept(desk, one, code, watch) for one in found]


def accept(desk: Desk, one: Incoming, code: str = "", watch: Watch = unwatched) -> Receipt:
    """Take a bundle or open an invitation; where that cannot be done, the receipt says why."""
    try:
        if one.invitation:
            return Receipt(
                one.where,
                sender=one.sender,
                confirmed=True,
                new=True,
                notes=joining.open_invitation(desk, one.bundle, code),
            )
        return take(desk, one, watch)
    except (DeskFault, Refused) as fault:
        told = tell(fault)
        return Receipt(one.where, DeskFault(told.what, told.next, told.safe), one.sender, one.confirmed)


def take(desk: Desk, one: Incoming, watch: Watch = unwatched) -> Receipt:
    """Merge a verified bundle, in one transaction.

    Args:
        desk: the receiving desk.
        one: the bundle.
        watch: told how far it is; what it raises undoes all.

    Raises:
        DeskFault: it is addressed to other offices, or comes from this very installation.
    """
    envelope = one.bundle.envelope
    check_addressed(desk, envelope)
    statements = readable(one.bundle)
    segments = _segments_for(desk, one, statements, watch)
    copied = _is_copied(desk, segments)
    with desk.store.writing() as connection:
        arrival = Arrival(segments, statements, _blobs(connection, one.bundle))
        # In which circles files came is kept with them: they are passed on in no other ones.
        outgoing.note_brought(connection, envelope.sender.key, arrival.blobs, envelope.have)
        changed = desk.store.take_within(connection, arrival, lambda done, total: watch(done, total, one.where))
        crowded = bool(one.bundle.pieces) and aside.crowd_out(connection, partial(_named, desk, connection))
        _note(desk, connection, one)
    before = desk.shelf
    forms = desk.learn()
    notes = [renew_key(desk)] if copied else []
    notes += [remarks.LET_GO] if crowded else []
    notes += remarks.of_forms(before, forms, changed)
    notes += remarks.of_cuts(desk, [held.signed.body for held in statements if held.signed.id in changed.statements])
    notes += remarks.of_sender(desk, envelope.sender)
    confirmed = is_confirmed(desk, envelope.sender)
    return Receipt(one.where, None, one.sender, confirmed, bool(changed), tuple(sorted(changed.records)), tuple(notes))


def _blobs(connection: Connection, bundle: Bundle) -> dict[str, bytes]:
    """Blobs that are whole, those among them whose pieces came in several parts."""
    if not bundle.pieces:
        return dict(bundle.blobs)
    assembled = assemble(aside.keep_pieces(connection, bundle.pieces))
    # Anybody may send pieces. Those that do not give their file make room for the right ones.
    spoilt = {name.partition(".")[0] for name in assembled.wrong}
    aside.drop_pieces(connection, {*assembled.blobs, *spoilt})
    return {**bundle.blobs, **assembled.blobs}


def _named(desk: Desk, connection: Connection) -> set[str]:
    """Files that anything here names, present or not."""
    return Belonging(desk, connection).named(space.id for space in desk.store.names.spaces.values())


def _segments_for(
    desk: Desk, one: Incoming, statements: Sequence[HeldStatement], watch: Watch
) -> tuple[SignedSegment, ...]:
    """Segments of spaces to which this office belongs, as the statements beside them say; no others are kept."""
    with desk.store.reading() as connection:
        meaning = standing_with(desk, connection, statements)
    kept = []
    for signed in one.bundle.segments:
        watch(0, 1, one.where)
        segment = read_segment(signed.data)
        own_team = segment.space.type == TEAM and segment.space == desk.identity.team
        if own_team or (segment.space.type != TEAM and meaning.role(segment.space, desk.office) is not None):
            kept.append(SignedSegment(segment, signed.signature))
    return tuple(kept)


def _is_copied(desk: Desk, segments: Sequence[SignedSegment]) -> bool:
    """Whether a segment of this installation's own key comes in that it does not hold: it was restored or copied."""
    mine = {one.segment.id for one in segments if one.segment.author == desk.identity.key}
    if not mine:
        return False
    with desk.store.reading() as connection:
        return bool(mine - outgoing.read_graph(connection, ()).after.keys())


def _note(desk: Desk, connection: Connection, one: Incoming) -> None:
    """Remember who sent it, and what that installation has and wants."""
    envelope = one.bundle.envelope
    if envelope.sender.key in desk.identity.keys:
        return
    said = json.loads(envelope.data)
    peer = Peer(
        key=envelope.sender.key,
        office=envelope.sender.office,
        name=envelope.sender.name,
        at=envelope.at,
        bundle=envelope.id,
        have=json.dumps(said["have"]),
        want=json.dumps(said["want"]),
        heard=desk.now,
    )
    outgoing.note_peer(connection, peer)
    outgoing.note_received(connection, envelope.id, envelope.sender.key, desk.now, one.where)
