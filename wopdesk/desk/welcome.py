"""Setting up: a new office starts alone, PWON founds the programme, a further computer joins its office."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wopdesk.desk.clock import Clock, system_clock
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.shelf import open_shelf
from wopdesk.exchange import keyfolder, keys
from wopdesk.exchange.keys import SigningKey
from wopdesk.exchange.recovery import RecoveryKit, make_kit
from wopdesk.exchange.signed import Signed, sign_statement
from wopdesk.places import forms_folder
from wopdesk.records.ids import PROGRAMME, Key, OfficeId, Space, is_office
from wopdesk.records.kinds import FACILITATOR, MENTEE, MENTOR, SUPPORTING
from wopdesk.records.statement import Authority, Join, Member, Office, SignedStatement, read_statement, statement_id
from wopdesk.sentence import Sentence
from wopdesk.store.arrivals import Arrival, HeldStatement
from wopdesk.store.identity import Identity
from wopdesk.store.opening import create_store

PROFILES = (MENTEE, MENTOR, SUPPORTING, FACILITATOR)
FACILITATOR_CODE = "pwon"


@dataclass(frozen=True)
class NewOffice:
    """What a person says at the first start.

    Attributes:
        role: the profile: mentee, mentor, supporting or facilitator.
        name: the office's, such as `WASA Faisalabad`.
        person: who is working.
        office: the id of an office that has one already; a new one is drawn otherwise.
        seeds: 32 secret bytes each for keys of samples that must come out the same each time; drawn otherwise.
    """

    role: str
    name: str
    person: str
    office: str = ""
    seeds: Sequence[bytes] = field(default=(), repr=False)


@dataclass(frozen=True)
class Founded:
    """A desk that was set up; for PWON with the recovery kit, which must be printed and put away now."""

    desk: Desk
    kit: RecoveryKit | None = None


def set_up(path: Path, new: NewOffice, clock: Clock = system_clock) -> Founded:
    """Make a data file for an office that is not known to the network yet; for the facilitator, found the network.

    Raises:
        DeskFault: no name, or no such profile.
        StoreFault: the file cannot be made there.
    """
    if new.role not in PROFILES:
        raise DeskFault(
            Sentence("'{role}' is no profile.", role=new.role),
            Sentence("Choose one of: {listed}.", listed=", ".join(PROFILES)),
        )
    if not new.name.strip() or (new.office and not is_office(new.office)):
        raise DeskFault("The office needs a name.", "Say which utility it is.")
    seeds = iter(new.seeds)
    own, authority, root = (_key(next(seeds, b"")) for _ in range(3))
    founding = new.role == FACILITATOR
    office = OfficeId(new.office or secrets.token_hex(16))
    identity = Identity(
        office=office,
        code=FACILITATOR_CODE if founding else code_of(new.name),
        name=new.name.strip(),
        role=new.role,
        key=own.public,
        former=(),
        founder=own.public,
        root=root.public if founding else "",
    )
    desk = make(path, identity, own, (new.person, clock))
    return Founded(desk, _found_network(desk, own, (authority, root)) if founding else None)


def _key(seed: bytes) -> SigningKey:
    return keys.from_seed(seed) if seed else keys.generate()


def make(path: Path, identity: Identity, own: SigningKey, who: tuple[str, Clock]) -> Desk:
    """A new data file of this identity, with its key beside it.

    Raises:
        StoreFault: the file cannot be made there.
    """
    shelf = open_shelf(forms_folder())
    if not path.exists():  # the key first: a file without its key could not be written in
        keyfolder.save(keyfolder.folder_of(path), own)
    store = create_store(path, shelf.rules, identity)
    desk = Desk(store, shelf, *who)
    know_own_spaces(desk)
    return desk


def know_own_spaces(desk: Desk) -> None:
    """Let the team's space and, once its root key is pinned, the programme's be named in what is sent."""
    with desk.store.writing() as connection:
        for space in filter(None, (desk.identity.team, desk.identity.programme)):
            desk.store.names.space(connection, space)


def _found_network(desk: Desk, own: SigningKey, keys_of_pwon: tuple[SigningKey, SigningKey]) -> RecoveryKit:
    """PWON's first statements. The root key goes into the kit and is kept nowhere else."""
    authority, root = keys_of_pwon
    keyfolder.save(keyfolder.folder_of(desk.store.path), authority)
    identity = desk.identity
    programme = Space(PROGRAMME, "", root.public)
    signed = [
        sign_statement(Authority(authority.public), root),
        sign_statement(Office(identity.office, identity.code, identity.name, own.public), authority),
        sign_statement(Member(programme.id, identity.office, FACILITATOR), authority),
    ]
    take_statements(desk, signed)
    return make_kit(root)


def take_statements(desk: Desk, signed: Sequence[Signed]) -> None:
    """Keep statements that were signed here or verified."""
    desk.store.take(Arrival(statements=tuple(map(held_statement, signed))))


def held_statement(one: Signed) -> HeldStatement:
    """A verified statement as the store keeps it."""
    return HeldStatement(SignedStatement(statement_id(one.data), read_statement(one.data), one.signer), one.signature)


@dataclass(frozen=True)
class OfficeCard:
    """What a further computer must know of the office that it joins; read from a bundle of that office to itself."""

    office: OfficeId
    name: str
    role: str
    founder: Key
    root: str


def join_office(path: Path, card: OfficeCard, person: str, clock: Clock = system_clock) -> Desk:
    """Make a data file for a further computer of an office. It drafts at once and counts when another one admits it.

    It signs whose computer it wishes to be; its first bundle carries that to its office. The bundle from which the card
    was read is to be received next.
    """
    own = keys.generate()
    identity = Identity(card.office, code_of(card.name), card.name, card.role, own.public, (), card.founder, card.root)
    desk = make(path, identity, own, (person, clock))
    take_statements(desk, [sign_statement(Join(card.office), own)])
    return desk


def code_of(name: str) -> str:
    """A label for an office: `WASA Faisalabad` → `wasa-faisalabad`. Urdu names keep their letters' codes out of it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "office"
