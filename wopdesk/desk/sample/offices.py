"""The sample's desks: how each office is set up, joins the network, and hands a bundle to another one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from wopdesk.desk import authority, further, inbox, mailing, outbox, people, posting, welcome
from wopdesk.desk.clock import at_noon
from wopdesk.desk.desk import Desk
from wopdesk.desk.looking import Receipt
from wopdesk.desk.welcome import NewOffice
from wopdesk.exchange.codes import short_code
from wopdesk.places import resources_folder
from wopdesk.records.ids import Key
from wopdesk.records.kinds import FACILITATOR, MENTEE, MENTOR

OFFICES = {
    "mentee": NewOffice(MENTEE, "WASA Faisalabad", "Sample Engineer"),
    "mentor": NewOffice(MENTOR, "WASA Lahore", "Sample Mentor Engineer"),
    "coordinator": NewOffice(FACILITATOR, "PWON", "Sample Coordinator"),
}
"""The offices whose desks are there to be played with; each has a data file of that name."""

OTHERS = {
    "multan": NewOffice(MENTEE, "WASA Multan", "Sample Billing Officer"),
    "rawalpindi": NewOffice(MENTOR, "WASA Rawalpindi", "Sample Mentor Officer"),
    "gujranwala": NewOffice(MENTEE, "WASA Gujranwala", "Sample Superintendent"),
    "peshawar": NewOffice(MENTEE, "WSSP Peshawar", "Sample Manager"),
}
"""The offices around them, whose data files lie apart."""
SECOND = "coordinator-2"
"""PWON's further computer."""


def data(name: str) -> dict[str, Any]:
    """What a part of the sample says, as resources/sample has it."""
    found: dict[str, Any] = json.loads((resources_folder() / "sample" / f"{name}.json").read_text("utf-8"))
    return found


@dataclass
class Offices:
    """All desks of the sample.

    Attributes:
        folder: where the three data files lie; the others and the bundles lie in folders below.
        today: the day at all desks.
    """

    folder: Path
    today: date
    _desks: dict[str, Desk] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Desk:
        return self._desks[name]

    @property
    def mentee(self) -> Desk:
        """WASA Faisalabad's."""
        return self["mentee"]

    @property
    def mentor(self) -> Desk:
        """WASA Lahore's."""
        return self["mentor"]

    @property
    def coordinator(self) -> Desk:
        """PWON's."""
        return self["coordinator"]

    @property
    def bundles(self) -> Path:
        """All bundles that travelled."""
        return self.folder / "bundles"

    def on(self, day: date) -> None:
        """Let it be this day at all desks."""
        self.today = day
        for desk in self._desks.values():
            desk.clock = at_noon(day)

    def set_up(self, name: str) -> Desk:
        """Set up an office's desk."""
        new = OFFICES.get(name) or OTHERS[name]
        desk = welcome.set_up(self._file(name), new, at_noon(self.today)).desk
        return self._keep(name, desk, new.person)

    def join(self, name: str) -> Desk:
        """Set up an office's desk, open PWON's invitation there and write to PWON."""
        desk, invitation = self.set_up(name), self.bundles / "invitation-from-pwon.wopx"
        if not invitation.exists():
            self.bundles.mkdir(exist_ok=True)
            invitation.write_bytes(authority.invitation(self.coordinator))
        _taken(inbox.receive(desk, [invitation], short_code(Key(self.coordinator.identity.root))))
        self.send(desk, self.coordinator)
        return desk

    def approve(self, name: str) -> None:
        """Let PWON approve an office, whose code was compared."""
        own = self[name].identity
        authority.approve(self.coordinator, own.code, short_code(own.key), own.role)

    def further(self, person: str) -> Desk:
        """Set up PWON's further computer and admit it."""
        first = self.coordinator
        (introduction,) = outbox.export(first, first.office, self.bundles)
        second = further.begin(self._file(SECOND), introduction, (FACILITATOR, person), at_noon(self.today))
        self._keep(SECOND, second, person)
        self.send(second, first)
        authority.admit(first, second.identity.key, short_code(second.identity.key))
        self.send(first, second)
        return second

    def send(self, sender: Desk, *receivers: Desk) -> None:
        """Export, and receive at other desks, as if the files had gone by email."""
        for receiver in receivers:
            _taken(inbox.receive(receiver, outbox.export(sender, receiver.office, self.bundles)))

    def receive(self, receiver: Desk, file: Path) -> Receipt:
        """Receive one file."""
        (receipt,) = _taken(inbox.receive(receiver, [file]))
        return receipt

    def say_sent(self) -> None:
        """Let everybody say that the files which it saved last were sent, as they were."""
        for desk in self._desks.values():
            for office, contact in posting.contacts(desk).items():
                if contact.saved:
                    mailing.sent_to(desk, office)

    def close(self) -> None:
        """Let go of the files."""
        for desk in self._desks.values():
            desk.close()

    def _file(self, name: str) -> Path:
        folder = self.folder if name in OFFICES else self.folder / "others"
        folder.mkdir(exist_ok=True)
        return folder / f"{name}.wopdesk"

    def _keep(self, name: str, desk: Desk, person: str) -> Desk:
        people.choose(desk, person)
        self._desks[name] = desk
        return desk


def _taken(receipts: list[Receipt]) -> list[Receipt]:
    """A sample in which a bundle is refused is a bug."""
    for receipt in receipts:
        if receipt.refused is not None:
            raise receipt.refused
    return receipts
