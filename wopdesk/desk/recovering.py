"""PWON speaks again after its keys were lost: the recovery kit's root key names a new authority and this computer.

The root key is read from the kit, signs in memory and is kept nowhere. What was written under a lost key and never
signed could be sent to nobody any more: it is said again under the new key, as it was said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wopdesk.desk import counting, passphrase, upkeep, welcome
from wopdesk.desk.clock import Clock
from wopdesk.desk.desk import Desk, open_desk
from wopdesk.desk.faults import DeskFault
from wopdesk.exchange import keyfolder, keys, recovery
from wopdesk.exchange.bundle import Bundle
from wopdesk.exchange.codes import short_code
from wopdesk.exchange.keys import SigningKey
from wopdesk.exchange.signed import Signed, sign_statement
from wopdesk.records.batch import write_batch
from wopdesk.records.ids import PROGRAMME, BatchIds, Key, OfficeId, OpId, Space
from wopdesk.records.kinds import FACILITATOR
from wopdesk.records.standing import Standing, standing
from wopdesk.records.statement import Authority, Body, Close, Cut, Member, Office, SignedStatement
from wopdesk.store import drafts, orphans
from wopdesk.store.arrivals import read_statements
from wopdesk.store.identity import Identity, read_setting, write_setting
from wopdesk.store.orphans import Orphan
from wopdesk.store.sqlite import Connection

_THEFT, _OPEN = "kit.theft", "open"


@dataclass(frozen=True)
class Recovered:
    """What came of it.

    Attributes:
        office: PWON's name.
        code: of this computer's key, to be read on the telephone.
        renewed: whether this computer has a new key; else it lacked only PWON's authority.
        again: how many saves were said again, which nobody had been sent.
        lost: former keys of this computer that still speak for PWON, whoever has them.
        others: further computers of PWON, which stay when those are cut off.
        approved: names of the other offices that are approved now. After a theft a person looks through them: whoever
            has the stolen keys may have approved one, and nothing tells it from those that PWON did.
    """

    office: str
    code: str
    renewed: bool
    again: int
    lost: tuple[Key, ...] = ()
    others: tuple[Key, ...] = ()
    approved: tuple[str, ...] = ()


def recover(desk: Desk, kit: Path, typed: str, *, stolen: bool = False) -> Recovered:
    """Let this computer speak for PWON with new keys: after a backup came back without its keys, or at another one.

    Args:
        desk: PWON's.
        kit: the kit's file.
        typed: its passphrase, as a person typed it from paper.
        stolen: whether somebody else may have the former keys; then what the former authority says counts no more, and
            what is known of what it has said is said again by the new one. The lost computer's own key speaks for PWON
            until it is cut off (`departures.cut`), so that partners can send back before what it wrote.

    Raises:
        DeskFault: the kit is another network's, the desk another office's, or nothing is lost.
        Refused: the kit is damaged, or the passphrase another one.
        OSError: the kit cannot be read, or the keys cannot be written.
    """
    root = _root(desk, kit, typed)
    renewed = not desk.holds(desk.identity.key)
    mute = not any(desk.holds(Key(key)) for key in desk.standing.authorities)
    if renewed or mute or stolen:
        own = keys.generate() if renewed else desk.key()
        _speak(desk, root, own, stolen=stolen)
        if renewed:
            desk.store.become(desk.identity.under(own.public))
    again = _say_again(desk)
    if not (renewed or mute or stolen or again):
        raise DeskFault("This computer has PWON's keys.", "There is nothing to recover.")
    passphrase.note_tried(desk)
    if stolen:
        _note_theft(desk, "")
    lost, others, name = former_keys(desk), _other_keys(desk), desk.identity.name
    return Recovered(name, short_code(desk.identity.key), renewed, again, lost, others, _approved(desk))


def _approved(desk: Desk) -> tuple[str, ...]:
    return tuple(sorted(name for office, (_, name) in desk.standing.names.items() if office != desk.office))


def _root(desk: Desk, kit: Path, typed: str) -> SigningKey:
    """The root key from the kit, where it is the one that this desk goes by."""
    root = _opened(kit, typed)
    if not desk.is_facilitator:
        raise DeskFault("This is not PWON's data file.", "Open the kit at PWON's own data file.")
    if root.public != desk.identity.root:
        raise DeskFault("This recovery kit belongs to another network.", "Look for PWON's own kit.")
    return root


def former_keys(desk: Desk) -> tuple[Key, ...]:
    """Lost keys of this computer's data file that still speak for PWON, until they are cut (`departures.cut`).

    Quick: where nothing was lost, no file is looked into.
    """
    if not desk.is_facilitator:
        return ()
    return tuple(sorted(key for key in _speaking(desk).intersection(desk.identity.former) if not desk.holds(key)))


def _other_keys(desk: Desk) -> tuple[Key, ...]:
    """Keys of PWON's other computers."""
    return tuple(sorted(_speaking(desk).difference(desk.identity.keys)))


def _speaking(desk: Desk) -> set[Key]:
    """All keys that speak for this desk's office."""
    cut = {order.cut.key for order in desk.standing.cuts}
    return {Key(key) for key, voice in desk.standing.voices.items() if voice.office == desk.office and key not in cut}


def begin(
    path: Path, left: Path | Bundle, kit: tuple[Path, str], who: tuple[str, Clock], *, stolen: bool = False
) -> Desk:
    """A new data file for PWON, from a backup or where not even that is left.

    Args:
        path: where it is to lie.
        left: a backup of PWON's, or any bundle that says who PWON is, such as a former invitation; what partners hold
            comes back with their files then.
        kit: the kit's file, and its passphrase as a person typed it from paper.
        who: the person who is working, and the clock.
        stolen: as for `recover`. Where no backup is left, what the former authority has said is not known yet, so that
            it counts until `recover` is done once more, of which `is_theft_open` reminds.

    Raises:
        DeskFault: the bundle does not say who PWON is under this kit's key, or the backup is another office's.
        Refused: the kit is damaged, or the passphrase another one.
        OSError: the kit cannot be read.
        StoreFault: the backup is damaged, or the data file cannot lie there.
    """
    if isinstance(left, Path):
        return _from_backup(path, left, kit, who, stolen=stolen)
    root, own = _opened(*kit), keys.generate()
    desk = welcome.make(path, _identity(left, root.public, own.public), own, who)
    counting.keep(desk, left)
    _speak(desk, root, own)
    if stolen:
        _note_theft(desk, _OPEN)
    return desk


def root_of(kit: Path) -> Key:
    """The public root key in a kit, which says whose it is; it needs no passphrase.

    Raises:
        Refused: the file is no kit, damaged or from a newer version.
        OSError: it cannot be read.
    """
    return recovery.root_of(_read(kit))


def is_theft_open(desk: Desk) -> bool:
    """Whether PWON's computer was stolen, and what its authority says still counts."""
    with desk.store.reading() as connection:
        return read_setting(connection, _THEFT) == _OPEN


def _note_theft(desk: Desk, said: str) -> None:
    with desk.store.writing() as connection:
        write_setting(connection, _THEFT, said)


def _read(kit: Path) -> bytes:
    """A kit's bytes; of a file that is far too large for one, more than a kit may have."""
    with kit.open("rb") as file:
        return file.read(recovery.LARGEST + 1)


def _opened(kit: Path, typed: str) -> SigningKey:
    return recovery.open_kit(_read(kit), typed)


def _from_backup(path: Path, backup: Path, kit: tuple[Path, str], who: tuple[str, Clock], *, stolen: bool) -> Desk:
    root_of(kit[0])  # before a large backup is copied
    path.parent.mkdir(parents=True, exist_ok=True)
    upkeep.restore(backup, path)
    desk = open_desk(path, *who)
    try:
        recover(desk, *kit, stolen=stolen)
    except BaseException:
        desk.close()
        raise
    return desk


def _identity(bundle: Bundle, root: Key, own: Key) -> Identity:
    said = standing((one.signed for one in counting.readable(bundle)), root)
    named = sorted(said.facilitators & said.names.keys())
    if len(named) != 1:
        raise DeskFault(
            "The file does not say who PWON is in the network of this recovery kit.",
            "Choose an invitation that PWON once sent; any office that opened one may have it still.",
        )
    code, name = said.names[named[0]]
    return Identity(OfficeId(named[0]), code, name, FACILITATOR, own, (), own, root)


def _speak(desk: Desk, root: SigningKey, own: SigningKey, *, stolen: bool = False) -> None:
    """Keep the new keys, and let the root say whose they are."""
    authority, folder = keys.generate(), keyfolder.folder_of(desk.store.path)
    for key in (authority, own):
        keyfolder.save(folder, key)
    office = desk.office
    code, name = desk.standing.names.get(office, (desk.identity.code, desk.identity.name))
    programme = Space(PROGRAMME, "", root.public)
    with desk.store.reading() as connection:
        held = read_statements(connection)
    former = [one for one in held if stolen and one.signer == root.public and isinstance(one.body, Authority)]
    signed = [
        sign_statement(Authority(authority.public), root, [one.id for one in former]),
        sign_statement(Office(office, code, name, own.public), authority),
        sign_statement(Member(programme.id, office, FACILITATOR), authority),
    ]
    welcome.take_statements(desk, [*signed, *(_repeated(desk, held, authority) if stolen else [])])


def _repeated(desk: Desk, held: Sequence[SignedStatement], authority: SigningKey) -> list[Signed]:
    """What PWON's authority says until now, said by another one."""
    of_pwon = [one for one in held if one.signer in desk.standing.authorities]
    gone = {old for one in of_pwon for old in one.statement.replaces}
    bodies = (_counting(one.body, desk.standing) for one in of_pwon if one.id not in gone)
    return [sign_statement(body, authority) for body in bodies if body is not None]


def _counting(body: Body, known: Standing) -> Office | Member | Cut | Close | None:
    """A statement of the authority's as it counts; None where another one does.

    Of two that differ the smaller id counts (`standing`), and said again they have other ids.
    """
    if isinstance(body, Office):
        code, name = known.names.get(body.office, (body.code, body.name))
        return replace(body, code=code, name=name)
    if isinstance(body, Member):
        return body if known.members.get((body.space, body.office)) == body.role else None
    return body if isinstance(body, (Cut, Close)) else None


def _say_again(desk: Desk) -> int:
    """Say again under the present key what was never signed under a lost one; how many saves."""
    lost = [key for key in desk.identity.keys if not desk.holds(key)]
    with desk.store.writing() as connection:
        found, again = orphans.orphans(connection, desk.store.names, lost), dict[str, str]()
        for one in found:
            again[one.id] = _say(desk, connection, one, again)
        orphans.forget(connection, found)
    return len(found)


def _say(desk: Desk, connection: Connection, one: Orphan, again: Mapping[str, str]) -> str:
    """Say a batch again, over itself and what it replaced; its id. It is kept back where it waited to be shared."""
    ops = tuple(
        op._replace(parents=(OpId(f"{one.id}:{index}"), *op.parents, *_again(op.parents, again)))
        for index, op in enumerate(one.batch.ops)
    )
    line, waiting = write_batch(replace(one.batch, ops=ops)), drafts.record_kept_back(connection, one.n)
    desk.store.enter(connection, one.space, line)
    if waiting:
        drafts.keep_back(connection, waiting)
    return BatchIds(one.space.id, desk.identity.key).of(line)


def _again(ops: Sequence[OpId], again: Mapping[str, str]) -> list[OpId]:
    """Those of these operations that were said again, as they were."""
    split = (op.partition(":") for op in ops)
    return [OpId(f"{again[batch]}:{index}") for batch, _, index in split if batch in again]
