"""Whole offices for tests: data files with real keys and statements, made once and copied for each test."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path

from tests import story
from wopdesk.desk import authority, filing, inbox, looking, outbox, partners, submitting, welcome
from wopdesk.desk.desk import Desk, desk_at
from wopdesk.desk.documents import Document
from wopdesk.desk.shelf import Shelf, open_shelf
from wopdesk.desk.welcome import NewOffice, OfficeCard
from wopdesk.exchange.codes import short_code
from wopdesk.places import forms_folder
from wopdesk.records.ids import PARTNERSHIP, Key, Space
from wopdesk.records.kinds import FACILITATOR, MENTEE, MENTOR

NAMES = {"p": "PWON", "a": "WASA Faisalabad", "b": "WASA Lahore", "d": "WASA Multan"}
CODES = {"p": "pwon", "a": "wasa-faisalabad", "b": "wasa-lahore", "d": "wasa-multan"}
ROLES = {"p": FACILITATOR, "a": MENTEE, "b": MENTOR, "d": MENTEE}
REPORT = {
    "about/prepared_by": "Sample Engineer",
    "about/nil_return": "no",
    "progress/figures[1]/value": "4",
    "progress/figures[2]/value": "49",
    "work/nothing": "OK",
    "findings/nothing": "OK",
    "obstacles/nothing": "OK",
    "requests/nothing": "OK",
}
"""A monthly report that can be submitted, but for its month."""


class Ticking:
    """A clock that goes on by a second whenever it is looked at, so that no two moments are the same."""

    def __init__(self, day: date) -> None:
        self.moment = datetime.combine(day, time(8), UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment

    def to(self, day: date) -> None:
        self.moment = datetime.combine(day, time(8), UTC)

    def later(self, days: float) -> None:
        self.moment += timedelta(days=days)


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """Kinds and forms; they never change, so that every desk may share them."""
    return open_shelf(forms_folder())


def open_at(path: Path, clock: Ticking, person: str = "Sample Engineer") -> Desk:
    """A desk at a data file, with the forms that all share."""
    return desk_at(path, shelf(), person, clock)


@dataclass
class Network:
    """Offices around one partnership. Which desks there are, is what files lie in the folder."""

    folder: Path
    clock: Ticking
    stack: ExitStack
    desks: dict[str, Desk] = field(default_factory=dict)

    def desk(self, name: str) -> Desk:
        """The desk of this name, opened when it is first asked for."""
        if name not in self.desks:
            self.desks[name] = open_at(self.folder / f"{name}.wopdesk", self.clock)
            self.stack.callback(self.close, name)
        return self.desks[name]

    def close(self, name: str) -> None:
        """Close a desk; it opens again when it is asked for."""
        if name in self.desks:
            self.desks.pop(name).close()

    @property
    def p(self) -> Desk:
        return self.desk("p")

    @property
    def a(self) -> Desk:
        return self.desk("a")

    @property
    def b(self) -> Desk:
        return self.desk("b")

    @property
    def home(self) -> Space:
        """The partnership's space."""
        return partners.partnership_spaces(self.p)[0]

    def on(self, day: str) -> None:
        """Let it be this day for everybody."""
        self.clock.to(date.fromisoformat(day))

    def new(self, name: str, role: str, office: str) -> Desk:
        """A further office, unknown to the network."""
        new = NewOffice(role, office, "Sample Engineer")
        self.desks[name] = welcome.set_up(self.folder / f"{name}.wopdesk", new, self.clock).desk
        self.stack.callback(self.close, name)
        return self.desks[name]

    def further(self, name: str, of: str) -> Desk:
        """A further computer of an office, not yet admitted."""
        own = self.desk(of).identity
        card = OfficeCard(own.office, own.name, own.role, own.founder, own.root)
        path = self.folder / f"{name}.wopdesk"
        self.desks[name] = welcome.join_office(path, card, "Sample Engineer", self.clock)
        self.stack.callback(self.close, name)
        return self.desks[name]

    def second(self, name: str = "a2", of: str = "a") -> Desk:
        """A further computer of an office, admitted there, with all that the office has."""
        new, first = self.further(name, of), self.desk(of)
        self.send(new, first)
        authority.admit(first, new.identity.key, short_code(new.identity.key))
        self.meet(new, first)
        return new

    def keep(self, name: str, under: str) -> Path:
        """Copy a desk's file and keys, as a backup or a copied disk does."""
        self.close(name)
        for end in (".wopdesk", ".wopdesk.keys"):
            source, target = self.folder / (name + end), self.folder / (under + end)
            if source.is_dir():
                shutil.rmtree(target, ignore_errors=True)
                shutil.copytree(source, target)
            else:
                shutil.copyfile(source, target)
        return self.folder / f"{under}.wopdesk"

    def put_back(self, under: str, name: str) -> Desk:
        """Restore a copy over a desk."""
        self.close(name)
        self.keep(under, name)
        return self.desk(name)

    def files(self, sender: Desk, receiver: Desk) -> list[Path]:
        """What a desk sends to another one's office."""
        target = Path(tempfile.mkdtemp(dir=self.folder))
        return outbox.export(sender, receiver.office, target)

    def send(self, sender: Desk, receiver: Desk) -> list[looking.Receipt]:
        """Send and receive."""
        return taken(inbox.receive(receiver, self.files(sender, receiver)))

    def meet(self, *desks: Desk) -> None:
        """Let desks send to one another until nothing is new."""
        for _ in range(8):
            pairs = [(one, other) for one in desks for other in desks if one is not other]
            new = [receipt.new for one, other in pairs for receipt in self.send(one, other)]
            if not any(new):
                return
        raise AssertionError("they never have enough")

    def report(self, desk: Desk, period: str = "2026-03", **answers: str) -> Document:
        """Start a monthly report and fill it so that it can be submitted."""
        extra = {path.replace("__", "/"): text for path, text in answers.items()}
        return filing.start(desk, "monthly_report", self.home, {"about/period": period, **REPORT, **extra})


def taken(receipts: list[looking.Receipt]) -> list[looking.Receipt]:
    """Receipts of which none was refused."""
    assert receipts
    for receipt in receipts:
        assert receipt.refused is None, receipt.refused
    return receipts


def join(network: Network, desk: Desk) -> None:
    """Open PWON's invitation at a desk, and write to PWON."""
    invitation = network.folder / f"invitation-{secrets.token_hex(4)}.wopx"
    invitation.write_bytes(authority.invitation(network.p))
    taken(inbox.receive(desk, [invitation], short_code(Key(network.p.identity.root))))
    network.send(desk, network.p)


def approve(network: Network, desk: Desk) -> None:
    """Let PWON approve a desk's key."""
    key = desk.identity.key
    authority.approve(network.p, key, short_code(key), desk.identity.role)


def open_partnership(desk: Desk, members: Iterable[Desk], answers: Mapping[str, str]) -> Space:
    """A partnership opened by PWON, with its work plan."""
    home = Space(PARTNERSHIP, desk.office, secrets.token_hex(16))
    partnership = filing.start(desk, "partnership", home, answers)
    for member in members:
        authority.make_member(desk, home, member.office, member.identity.role)
    submitting.submit(desk, partnership.id)
    submitting.submit(desk, filing.start(desk, "work_plan", home, story.WORK_PLAN).id)
    return home


def build(folder: Path, names: str = "pab") -> None:
    """Make PWON, a mentee and a mentor in one partnership; each knows all of it."""
    with ExitStack() as stack:
        network = Network(folder, Ticking(date(2026, 3, 1)), stack)
        desks = {name: network.new(name, ROLES[name], NAMES[name]) for name in names}
        partner = [desk for name, desk in desks.items() if name != "p"]
        for desk in partner:
            join(network, desk)
            approve(network, desk)
        open_partnership(network.p, partner, story.PARTNERSHIP)
        for desk in partner:
            network.send(network.p, desk)


def copy_of(template: Path, folder: Path, stack: ExitStack) -> Network:
    """A network of its own for one test, in November 2026."""
    shutil.copytree(template, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("tmp*", "invitation*"))
    return Network(folder, Ticking(date(2026, 11, 3)), stack)
