"""What waits to go to each office: counted cheaply, without signing or writing anything.

A bundle carries whatever its recipient is not known to have (`outbox`). Counted is what of it a person would send it
for: what the recipient did not write itself, and goes to partners, to PWON, or from PWON.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from wopdesk.desk import lacking, partners, posting
from wopdesk.desk.desk import Desk
from wopdesk.desk.partners import OfficeSeen
from wopdesk.desk.posting import Contact
from wopdesk.records.ids import PARTNERSHIP, PROGRAMME, Key, OfficeId, Space
from wopdesk.store import outgoing
from wopdesk.store.outgoing import Graph, Peer
from wopdesk.store.posted import Drafted, drafted, statements_item
from wopdesk.store.sqlite import Connection
from wopdesk.store.written import Written, unsigned_in, written_in


@dataclass(frozen=True)
class ToSend:
    """What an office lacks that a person would send it for, as far as this desk knows.

    Attributes:
        office, name: which office.
        confirmed: whether PWON approved it.
        records: ids of records in which something is new for it.
        copies: those among them in which only others wrote what is new for it, which they send there themselves.
        saves: how many saves are.
        statements: whether approvals, memberships or cuts are new for it; from PWON, to PWON or among own computers,
            as between others they only go along.
        files: how many files it asked for that are here.
        sent: when something went to it last; None: never.
        heard: when it was last heard of; None: never.
        drafted: when a mail was drafted that carries what waits, and of which nobody said that it was sent.
        on_its_way: whether something went there lately of which the office did not say yet that it has it.
        saved: whether what went last is only known to have been saved as a file.
    """

    office: OfficeId
    name: str
    confirmed: bool
    records: frozenset[str]
    saves: int
    statements: bool
    files: int
    sent: datetime | None
    heard: datetime | None
    drafted: datetime | None = None
    on_its_way: bool = False
    saved: bool = False
    copies: frozenset[str] = frozenset()

    @property
    def anything(self) -> bool:
        """Whether anything waits; a bundle may bring more than that."""
        return bool(self.saves or self.statements or self.files)


@dataclass(frozen=True)
class _Here:
    """What is held at this desk."""

    graph: Graph
    statements: Mapping[str, str]


def waiting_to_go(desk: Desk) -> tuple[ToSend, ...]:
    """Every office to which something can be sent, those that lack most first.

    The own office is among them where it has further computers.
    """
    contacts = posting.contacts(desk)
    with desk.store.reading() as connection:
        held = outgoing.read_held_statements(connection)
        spaces = {space.id for space in desk.store.names.spaces.values()}
        here = _Here(
            outgoing.read_graph(connection, desk.standing.closed),
            {space: outgoing.statements_digest(held, space) for space in spaces},
        )
        found = [
            _to_send(desk, connection, (one, contacts.get(one.id, Contact())), here)
            for one in partners.offices(desk)
            if _is_reached(desk, one)
        ]
    return tuple(sorted(found, key=lambda one: (not one.anything, -one.saves, one.name, one.office)))


def _is_reached(desk: Desk, one: OfficeSeen) -> bool:
    if one.id == desk.office:
        return bool(set(one.keys) - set(desk.identity.keys))
    return bool(partners.shared_spaces(desk, one.id)) or one.id in desk.standing.facilitators


def _to_send(desk: Desk, connection: Connection, one: tuple[OfficeSeen, Contact], here: _Here) -> ToSend:
    office, contact = one
    spaces = partners.shared_spaces(desk, office.id)
    peers = lacking.covered(desk, outgoing.peers(connection, office.id))
    went = lacking.sent_lately(desk, connection, office.id)
    lacks = lacking.segments(
        desk, connection, here.graph, (office.id, peers, [space.id for space in spaces]), pause=False
    )
    own, others = _written(desk, connection, (office, peers, spaces), here.graph)
    written = own + others
    statements = _hears_statements(desk, office.id) and _lacks_statements(peers, spaces, here.statements, went)
    waiting = (lacks - went) | {statements_item(one) for one in here.statements.values() if statements}
    asked = {blob for peer in peers for blob in json.loads(peer.want)["blobs"]}
    return ToSend(
        office=office.id,
        name=office.name,
        confirmed=office.confirmed,
        records=written.records,
        saves=written.saves,
        statements=statements,
        files=len(outgoing.blobs_here(connection, asked)) if asked else 0,
        sent=contact.sent,
        heard=contact.heard,
        drafted=_last_draft(desk, drafted(connection, office.id), waiting | asked, contact.heard),
        on_its_way=bool(lacks & went),
        saved=contact.is_unsure or (contact.saved and bool(lacks & went)),
        copies=written.records - own.records if _is_told_elsewhere(desk, office.id) else frozenset(),
    )


def _last_draft(
    desk: Desk, drafts: Sequence[Drafted], waiting: Collection[str], heard: datetime | None
) -> datetime | None:
    """When the last of these drafts was made that may still have to go.

    It carries something of what waits, or nothing was heard of the office since: a first message, by which an office
    asks to be approved, carries nothing that could wait.
    """
    made = [(posting.local(desk, one.at), one.items & set(waiting)) for one in drafts]
    return max((at for at, waits in made if waits or heard is None or heard < at), default=None)


def _is_told_elsewhere(desk: Desk, office: str) -> bool:
    """Whether what others wrote reaches an office without this desk, which is neither PWON's nor its own other one."""
    return not desk.is_facilitator and office != desk.office


def _hears_statements(desk: Desk, office: str) -> bool:
    """Whether statements go from this desk to an office for their own sake."""
    return desk.is_facilitator or office == desk.office or office in desk.standing.facilitators


def _written(
    desk: Desk, connection: Connection, of: tuple[OfficeSeen, Sequence[Peer], Sequence[Space]], graph: Graph
) -> tuple[Written, Written]:
    """What this office wrote of what an office lacks, and what others did."""
    office, peers, spaces = of
    lacks = lacking.segments(desk, connection, graph, (office.id, peers, [space.id for space in spaces]))
    asked = {segment for peer in peers for segment in json.loads(peer.want)["segments"]}
    told = _told(desk, (office, peers, spaces), {one: graph.place[one] for one in lacks})
    counted = lacks & (asked | told)
    own = {one for one in counted if desk.office_of(Key(graph.place[one][1])) == desk.office}
    near = [space.id for space in spaces] if _is_near(desk, office.id, spaces) else []
    return written_in(connection, own) + unsigned_in(connection, near), written_in(connection, counted - own)


def _told(
    desk: Desk, of: tuple[OfficeSeen, Sequence[Peer], Sequence[Space]], lacks: Mapping[str, tuple[str, str]]
) -> set[str]:
    """Segments that tell an office something: others wrote them, and nobody nearer to it sends them anyway.

    PWON sends to everybody what it writes, and passes on what offices write for the whole programme.
    """
    office, peers, spaces = of
    if not _is_near(desk, office.id, spaces):
        return set()
    alone = office.id == desk.office or desk.is_facilitator
    common = {space.id for space in spaces if space.type == PROGRAMME}
    its = _keys_of(office, peers, own=office.id == desk.office)
    offices = {key: voice.office for key, voice in desk.standing.voices.items()}
    offices.update(dict.fromkeys(desk.identity.keys, desk.office))
    found = set()
    for segment, (space, author) in lacks.items():
        by = offices.get(author)
        passed_on = by in desk.standing.facilitators or (space in common and by != desk.office)
        if author not in its and (alone or not passed_on):
            found.add(segment)
    return found


def _keys_of(office: OfficeSeen, peers: Sequence[Peer], *, own: bool) -> set[str]:
    """Keys under which an office wrote what it has; of the own office, that of its only further computer."""
    if not own:
        return set(office.keys)
    return {peer.key for peer in peers} if len(peers) == 1 else set()


def _is_near(desk: Desk, office: str, spaces: Sequence[Space]) -> bool:
    """Whether this office sends to that one on its own: its partners, PWON, its own computers; PWON to everybody."""
    is_partner = any(space.type == PARTNERSHIP for space in spaces)
    return is_partner or desk.is_facilitator or office == desk.office or office in desk.standing.facilitators


def _lacks_statements(
    peers: Sequence[Peer], spaces: Sequence[Space], known: Mapping[str, str], went: Collection[str]
) -> bool:
    """Whether an installation holds other statements than this desk, by its last word and by what went lately."""
    words = [json.loads(peer.have) for peer in peers] or [{}]
    return any(
        said.get(space.id, {}).get("statements") != known[space.id] and statements_item(known[space.id]) not in went
        for said in words
        for space in spaces
    )
