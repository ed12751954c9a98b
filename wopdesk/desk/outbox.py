"""Sending: what an office lacks, as bundles for email or a USB stick."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from wopdesk.desk import authority, lacking, partners
from wopdesk.desk.belonging import Belonging
from wopdesk.desk.clock import utc_text
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.files import write_out
from wopdesk.desk.having import Situation, with_words
from wopdesk.desk.wishes import asks
from wopdesk.exchange.bundle import PART_LIMIT, Bundle, write_parts
from wopdesk.exchange.envelope import Envelope
from wopdesk.exchange.signed import SEGMENT, Signed
from wopdesk.records import frontier
from wopdesk.records.ids import OfficeId, Space, SpaceId
from wopdesk.records.statement import Cut
from wopdesk.store import outgoing, posted, reading
from wopdesk.store.arrivals import HeldStatement
from wopdesk.store.identity import read_setting, write_setting
from wopdesk.store.sqlite import Connection

_IN_NAME = 60
"""Letters of an office's code in the name of a file; the systems allow 255 bytes in all."""
_LAST, _CLOSE = "last bundle", timedelta(hours=1)
"""The setting that holds the time of the last bundle, and how far a clock may be behind it."""


@dataclass(frozen=True)
class Sending:
    """What goes to offices.

    Attributes:
        bundle: all of it.
        items: segments and blobs in it.
    """

    bundle: Bundle
    items: tuple[str, ...]


@dataclass(frozen=True)
class Packed:
    """What an office lacks, as files that are not written yet.

    Attributes:
        to: the office.
        files: (name, bytes), in parts where all of it is large.
        items: segments and blobs in them.
    """

    to: OfficeId
    files: tuple[tuple[str, bytes], ...]
    items: tuple[str, ...]


def export(desk: Desk, office: str, folder: Path, limit: int = PART_LIMIT) -> list[Path]:
    """Sign what is new and write the bundle for an office into a folder, in parts where it is large; the files.

    Raises:
        DeskFault: no such office.
        OSError: the folder does not take it; nothing is marked as sent.
    """
    packed = pack(desk, office, limit)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in packed.files:
        write_out(desk, folder / name, data)
    note_sent(desk, (packed.to,), packed.items)
    return [folder / name for name, _ in packed.files]


def pack(desk: Desk, office: str, limit: int = PART_LIMIT) -> Packed:
    """Sign what is new and gather what an office lacks, as files; nothing is marked as sent.

    Raises:
        DeskFault: no such office.
    """
    to = partners.find_office(desk, office)
    sending = compose(desk, (to.id,))
    parts = write_parts(sending.bundle, desk.key(), limit)
    whose = f"{desk.identity.code[:_IN_NAME]}-to-{(to.code or to.id[:8])[:_IN_NAME]}"
    stem = f"{whose}-{desk.today.isoformat()}-{sending.bundle.envelope.id[:6]}"
    names = (
        [f"{stem}.wopx"]
        if len(parts) == 1
        else [f"{stem}-part-{number}-of-{len(parts)}.wopx" for number in range(1, len(parts) + 1)]
    )
    return Packed(to.id, tuple(zip(names, parts, strict=True)), sending.items)


def note_sent(desk: Desk, to: Iterable[OfficeId], items: Iterable[str], record: str = "") -> None:
    """Remember what was written for offices, if for one record's sake; it is not sent again at once.

    All statements went with it.
    """
    gone = tuple(items)
    with desk.store.writing() as connection:
        for office in to:
            carried = with_statements(desk, connection, office, gone)
            posted.note_sent(connection, office, carried, desk.now, record=record)


def with_statements(desk: Desk, connection: Connection, office: OfficeId, items: Iterable[str]) -> frozenset[str]:
    """Segments and blobs that go to an office, and the statements that go with them, as it is noted that they went."""
    held = outgoing.read_held_statements(connection)
    spaces = [space.id for space in partners.shared_spaces(desk, office)]
    return frozenset({*items, *(posted.statements_item(outgoing.statements_digest(held, one)) for one in spaces)})


def compose(desk: Desk, to: Sequence[OfficeId], *, pause: bool = True) -> Sending:
    """Sign what is new and gather what these offices lack of the spaces that all of them share with this one.

    Args:
        desk: the desk.
        to: the recipients.
        pause: leave out what went to them lately, as it may still be on its way.

    Raises:
        DeskFault: nobody to send to.
    """
    if not to:
        raise DeskFault("There is nobody to send this to.", "Open PWON's invitation first, or name an office.")
    spaces = _common_spaces(desk, to)
    sign_all(desk, spaces)
    outside = replace(authority.envelope(desk, tuple(to)), at=_next_moment(desk))
    with desk.store.reading() as connection:
        graph = outgoing.read_graph(connection, desk.standing.closed)
        statements = tuple(outgoing.read_held_statements(connection))
        peers = {str(office): lacking.covered(desk, outgoing.peers(connection, office)) for office in to}
        now = Situation(spaces, graph, statements, peers, pause)
        segments = _segments(desk, connection, now)
        whole = _gathered(desk, connection, now, segments, outside)
    return Sending(whole, (*segments, *whole.blobs))


def _gathered(desk: Desk, connection: Connection, now: Situation, segments: Sequence[str], outside: Envelope) -> Bundle:
    """The segments, with the blobs they name and the statements that say who may write, under their envelope."""
    belonging = Belonging(desk, connection)
    blobs = _blobs(connection, belonging, now, segments)
    return Bundle(
        envelope=with_words(desk, connection, belonging, now, outside),
        segments=tuple(
            Signed(one.segment.data, one.signature, one.segment.author)
            for one in outgoing.read_segments(connection, desk.store.names, segments)
        ),
        statements=tuple(map(_signed, _statements(desk, now))),
        blobs={name: data for name in blobs if (data := reading.blob(connection, name)) is not None},
    )


def _next_moment(desk: Desk) -> str:
    """Now, or a second after the bundle before where both fall into one: of several `have` the latest counts."""
    with desk.store.writing() as connection:
        now, last = desk.clock(), read_setting(connection, _LAST)
        if last and timedelta(0) <= (before := datetime.fromisoformat(last)) - now.replace(microsecond=0) < _CLOSE:
            now = before + timedelta(seconds=1)
        write_setting(connection, _LAST, utc_text(now))
    return utc_text(now)


def _signed(one: HeldStatement) -> Signed:
    return Signed(one.signed.statement.data, one.signature, one.signed.signer)


def sign_all(desk: Desk, spaces: Iterable[Space]) -> None:
    """Put own batches that are not yet signed into segments.

    What was kept back while the key was renewed is signed by the former one, under which it was written.
    """
    wanted = {space.id for space in spaces}
    with desk.store.reading() as connection:
        unsigned = outgoing.unsigned(connection, desk.store.names)
        graph = outgoing.read_graph(connection, desk.standing.closed)
    for space, author in unsigned:
        if space.id in wanted and (author == desk.identity.key or desk.holds(author)):
            sign = partial(desk.key(author).sign, namespace=SEGMENT)
            desk.store.sign(space, sign, graph.own_heads(space.id, author), author)


def _common_spaces(desk: Desk, to: Sequence[OfficeId]) -> tuple[Space, ...]:
    shared = [{space.id for space in partners.shared_spaces(desk, office)} for office in to]
    common = set.intersection(*shared)
    return tuple(space for space in desk.store.names.spaces.values() if space.id in common)


def _segments(desk: Desk, connection: Connection, now: Situation) -> list[str]:
    """Segments that a covered installation lacks, without what went to its office lately; those asked for always."""
    spaces = [space.id for space in now.spaces]
    send = {
        one
        for office, peers in now.peers.items()
        for one in lacking.segments(desk, connection, now.graph, (office, peers, spaces), pause=now.pause)
    }
    return frontier.in_order({segment: now.graph.after[segment] for segment in sorted(send)})


def _statements(desk: Desk, now: Situation) -> list[HeldStatement]:
    """Statements of the spaces in which a covered installation holds other ones; all of such a space are sent.

    While this office awaits its approval, those that say who PWON is go with them: its further computers need them.
    """
    chosen: dict[str, HeldStatement] = {}
    for space in [one.id for one in now.spaces] or [SpaceId("")]:
        known = outgoing.statements_digest(now.statements, space)
        words = [json.loads(peer.have).get(space) for peers in now.peers.values() for peer in peers]
        if not words or any(word is None or word["statements"] != known for word in words):
            chosen |= {one.signed.id: one for one in outgoing.statements_of(now.statements, space)}
    chosen |= {one.signed.id: one for one in now.statements if _tells_of_its_own_cut(one.signed.body, now)}
    chosen |= {one.signed.id: one for one in now.statements if asks(desk, one.signed, now.peers)}
    if chosen and desk.identity.programme not in now.spaces:
        pwon = desk.standing.facilitators
        chosen |= {one.signed.id: one for one in now.statements if authority.introduces(one.signed.body, pwon)}
    return [chosen[name] for name in sorted(chosen)]


def _tells_of_its_own_cut(body: object, now: Situation) -> bool:
    """Whether a statement ends the part of the only recipient somewhere, where nothing else goes to it any more."""
    return isinstance(body, Cut) and bool(body.member) and list(now.peers) == [body.member[1]]


def _blobs(connection: Connection, belonging: Belonging, now: Situation, segments: Iterable[str]) -> list[str]:
    """Blobs of the spaces that never went to an office, those that it asks for, and those of the segments that go."""
    spaces = [space.id for space in now.spaces]
    named = belonging.named(spaces)
    send = belonging.named_by(segments) & named
    for office, peers in now.peers.items():
        wanted = {blob for peer in peers for blob in json.loads(peer.want)["blobs"]}
        send |= (named - outgoing.sent_since(connection, office, "")) | (wanted & named)
    return sorted(blob for blob in outgoing.blobs_here(connection, send) if belonging.may_go(blob, spaces))
