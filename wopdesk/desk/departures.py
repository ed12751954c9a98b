"""Who leaves: a key or a member that no longer counts, a gap that will never be filled, a laptop that goes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wopdesk.desk import authority, lacking, outbox, partners, welcome
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.exchange import keyfolder
from wopdesk.exchange.signed import sign_statement
from wopdesk.records import frontier
from wopdesk.records.ids import TEAM, Key, OfficeId, SegmentId, Space, SpaceId, StatementId
from wopdesk.records.statement import Admit, Close, Cut
from wopdesk.sentence import Sentence
from wopdesk.store import drafts, outgoing
from wopdesk.store.arrivals import read_statements


@dataclass(frozen=True)
class Gap:
    """A message that is missing before another one.

    Attributes:
        segment: the one that came.
        space: where.
        author: the key that wrote both.
    """

    segment: SegmentId
    space: SpaceId
    author: Key


@dataclass(frozen=True)
class Computer:
    """An installation that speaks for an office.

    Attributes:
        key: its key.
        office: the office's name.
        own: whether it is this one, under its present key.
        cut: whether it counts no more from some day on.
    """

    key: Key
    office: str
    own: bool
    cut: bool


def computers(desk: Desk) -> list[Computer]:
    """Installations whose key speaks for an office, or did; by office, this one first."""
    names = {one.id: one.name for one in partners.offices(desk)}
    away = {order.cut.key for order in desk.standing.cuts}
    known = {**desk.standing.hopeful, **desk.standing.voices}
    found = [
        Computer(Key(key), names.get(voice.office, voice.office[:8]), key == desk.identity.key, key in away)
        for key, voice in known.items()
    ]
    return sorted(found, key=lambda one: (one.office, not one.own, one.key))


def find_computer(desk: Desk, wanted: str) -> Computer:
    """An installation by the beginning of its key.

    Raises:
        DeskFault: none or several.
    """
    found = [one for one in computers(desk) if wanted and one.key.startswith(wanted.lower())]
    if len(found) != 1:
        raise DeskFault(
            Sentence("No single computer begins with '{wanted}'.", wanted=wanted), "wopdesk cut lists them."
        )
    return found[0]


def find_gap(desk: Desk, wanted: str) -> Gap:
    """A missing message by the beginning of the id of the one that came after it.

    Raises:
        DeskFault: none or several.
    """
    found = [one for one in gaps(desk) if wanted and one.segment.startswith(wanted.lower())]
    if len(found) != 1:
        raise DeskFault(
            Sentence("No single message begins with '{wanted}'.", wanted=wanted),
            "wopdesk close lists those that are missing.",
        )
    return found[0]


def cut(desk: Desk, key: Key, keep: Sequence[Key] = (), *, widen: bool = False) -> None:
    """From now on a key no longer counts: a stolen laptop, a person who left. What it wrote and is held here stays.

    PWON's cut reaches the spaces that are shared, any other desk's those of its own office.

    Args:
        desk: PWON's, or one of the key's own office.
        key: the key to be cut.
        keep: keys that it admitted and that stay.
        widen: let count what came since an earlier cut, too.

    Raises:
        DeskFault: the key is another office's, or is cut already.
    """
    voice = desk.standing.voices.get(key) or desk.standing.hopeful.get(key)
    if voice is None or (voice.office != desk.office and not desk.is_facilitator):
        raise DeskFault("That key does not belong to this office.", "Ask PWON to cut it.")
    signers = [desk.key()] if voice.office == desk.office else []
    signers += [authority.authority_key(desk)] if desk.is_facilitator else []
    former = {signer.public: _cuts(desk, signer.public, key) for signer in signers}
    if any(former.values()) and not widen:
        raise DeskFault("That key is cut already.", "To let count what came since, widen the cut.")
    body = Cut(key, (), _heads(desk, {key}, desk.store.names.spaces.values()), tuple(sorted(keep)))
    welcome.take_statements(desk, [sign_statement(body, signer, former[signer.public]) for signer in signers])


def cut_member(desk: Desk, space: Space, office: OfficeId) -> None:
    """From now on an office no longer takes part in a partnership. What it wrote and is held here stays.

    Raises:
        DeskFault: this is not PWON's desk, or the office does not take part.
    """
    signer = authority.authority_key(desk)
    if not partners.takes_part(desk, space, office):
        raise DeskFault("That office does not take part there.", "wopdesk offices shows who takes part where.")
    keys = {key for key, voice in desk.standing.voices.items() if voice.office == office}
    body = Cut("", (space.id, office), _heads(desk, keys, [space]), ())
    welcome.take_statements(desk, [sign_statement(body, signer)])


def gaps(desk: Desk) -> list[Gap]:
    """Messages before which another one is missing, in order of their ids."""
    with desk.store.reading() as connection:
        graph = outgoing.read_graph(connection, desk.standing.closed)
    behind = [one for one in graph.after if any(before not in graph.after for before in graph.after[one])]
    return [Gap(SegmentId(one), *graph.place[one]) for one in sorted(behind) if one not in graph.complete]


def close_gap(desk: Desk, gap: Gap) -> None:
    """Stop showing that a message is missing, as when the disk that held it is lost.

    Raises:
        DeskFault: this is not PWON's desk.
    """
    signer = authority.authority_key(desk)
    welcome.take_statements(desk, [sign_statement(Close(gap.author, gap.space, gap.segment), signer)])


def return_laptop(desk: Desk, folder: Path) -> list[Path]:
    """Give a borrowed laptop back: its key is cut by itself, and the data file and keys on it are erased.

    Send to the own office first, and receive its acknowledgement. The files that come out are for the office; they
    say that this key writes no more.

    Raises:
        DeskFault: something on it is not known to have arrived at the office; nothing was erased.
        StoreFault: another program has the data file open; nothing was erased.
        OSError: the folder does not take the files; nothing was erased.
    """
    with desk.store.reading() as connection:
        unfinished = drafts.drafted_records(connection) + drafts.kept_back(connection)
    if unfinished:
        raise DeskFault("Something on this laptop was not saved or not shared yet.", "Save and share it, then send.")
    desk.store.refuse_others()
    if not _has_arrived(desk):
        raise DeskFault(
            "It is not sure that everything on this laptop arrived at the office.",
            "Send to your office, let it send back, receive that here, and try again.",
        )
    with desk.store.reading() as connection:
        admits = [one for one in read_statements(connection) if isinstance(one.body, Admit)]
    keep = [one.body.key for one in admits if isinstance(one.body, Admit) and one.signer in desk.identity.keys]
    body = Cut(desk.identity.key, (), _heads(desk, {desk.identity.key}, desk.store.names.spaces.values()), tuple(keep))
    welcome.take_statements(desk, [sign_statement(body, desk.key())])
    files = outbox.export(desk, desk.office, folder)
    _erase(desk)
    return files


def _heads(desk: Desk, keys: Iterable[str], spaces: Iterable[Space]) -> dict[str, tuple[SegmentId, ...]]:
    """Per space, the segments of these keys that no other one held here names, behind gaps too."""
    wanted = set(keys)
    with desk.store.reading() as connection:
        graph = outgoing.read_graph(connection, ())
    found: dict[str, tuple[SegmentId, ...]] = {}
    for space in spaces:
        if space.type == TEAM and space != desk.identity.team:
            continue
        held = {one for one, (place, author) in graph.place.items() if place == space.id and author in wanted}
        if held:
            found[space.id] = tuple(sorted(map(SegmentId, frontier.heads(held, graph.after))))
    return found


def _cuts(desk: Desk, signer: Key, key: Key) -> list[StatementId]:
    """Cuts of a key by a signer."""
    with desk.store.reading() as connection:
        held = read_statements(connection)
    return [one.id for one in held if one.signer == signer and isinstance(one.body, Cut) and one.body.key == key]


def _has_arrived(desk: Desk) -> bool:
    """Whether another installation of the office is known to hold all that this one wrote."""
    with desk.store.reading() as connection:
        graph = outgoing.read_graph(connection, desk.standing.closed)
        unsigned = outgoing.unsigned(connection, desk.store.names)
        peers = outgoing.peers(connection, desk.office)
    own = {one for one, (_, author) in graph.place.items() if author in desk.identity.keys}
    held = [lacking.held_by(peer, graph) for peer in peers if not partners.waits(desk, peer.key, peer.office)]
    return not unsigned and any(own <= one for one in held)


def _erase(desk: Desk) -> None:
    """Forget the keys and the data file. What was in it is at the office."""
    path = desk.store.path
    for key in keyfolder.kept(keyfolder.folder_of(path)):
        keyfolder.erase(keyfolder.folder_of(path), key)
    desk.close()
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
