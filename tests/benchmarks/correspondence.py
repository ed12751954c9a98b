"""Two offices that know each other, and as much as one of them may ever send to the other."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wopdesk.desk import authority, inbox, outbox, welcome
from wopdesk.desk.clock import at_noon
from wopdesk.desk.desk import Desk
from wopdesk.desk.welcome import NewOffice
from wopdesk.exchange.codes import short_code
from wopdesk.records.batch import Operation, write_batch
from wopdesk.records.founding import write_founding
from wopdesk.records.ids import PARTNERSHIP, Founding, Key, OpId, RecordId, Space

OPERATIONS = 1_000_000 if "--large" in sys.argv else 100_000
PER_BATCH, PER_RECORD = 10, 40
DAY = at_noon(date(2026, 11, 3))
WORDS = ("supply", "pressure", "valve", "leak", "meter", "night", "zone", "pump", "billing", "repair")


@dataclass
class Sent:
    """One export and the files it wrote."""

    desk: Desk
    folder: Path
    files: Sequence[Path] = ()

    def send(self) -> None:
        """Write it."""
        self.files = outbox.export(self.desk, "pwon", self.folder)


def offices(folder: Path) -> tuple[Desk, Desk]:
    """A mentee and PWON, which approved it."""
    coordinator = welcome.set_up(
        folder / "pwon.wopdesk", NewOffice("facilitator", "PWON", "Sample Coordinator"), DAY
    ).desk
    mentee = welcome.set_up(folder / "mentee.wopdesk", NewOffice("mentee", "WASA Sample", "Sample Engineer"), DAY).desk
    invitation = folder / "invitation.wopx"
    invitation.write_bytes(authority.invitation(coordinator))
    inbox.receive(mentee, [invitation], short_code(Key(coordinator.identity.root)))
    inbox.receive(coordinator, outbox.export(mentee, "pwon", folder / "joining"))
    authority.approve(coordinator, "wasa-sample", short_code(mentee.identity.key))
    inbox.receive(mentee, outbox.export(coordinator, "wasa-sample", folder / "approved"))
    return mentee, coordinator


def write(desk: Desk) -> list[bytes]:
    """Partnership records as an office might write them over many years; their lines."""
    home = Space(PARTNERSHIP, desk.office, secrets.token_hex(16))
    lines = []
    with desk.store.writing() as connection:
        for number in range(OPERATIONS // PER_RECORD):
            founding = Founding(home.id, desk.office, "partnership", "nonce", str(number))
            for part in range(PER_RECORD // PER_BATCH):
                ops = tuple(_operations(founding, part))
                line = write_batch(desk.batch({"partnership"}, ops))
                desk.store.enter(connection, home, line)
                lines.append(line)
    return lines


def _operations(founding: Founding, part: int) -> Iterator[Operation]:
    record = RecordId(founding.record)
    for place in range(PER_BATCH):
        if (part, place) == (0, 0):
            yield Operation(record, "@kind", write_founding(founding), ())
            continue
        words = " ".join(WORDS[(part + place + step) % len(WORDS)] for step in range(8))
        yield Operation(record, f"about/question{part * PER_BATCH + place}", words, tuple[OpId, ...]())
