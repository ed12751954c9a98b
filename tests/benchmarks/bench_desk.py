"""Sending and receiving as a person does it: from a data file to bundles on disk, and from there into another one."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from tests.benchmarks.figure import Figure, seconds
from wopdesk.desk import authority, inbox, outbox, welcome
from wopdesk.desk.clock import at_noon
from wopdesk.desk.desk import Desk
from wopdesk.desk.welcome import NewOffice
from wopdesk.exchange.codes import short_code
from wopdesk.records.batch import Operation, write_batch
from wopdesk.records.founding import write_founding
from wopdesk.records.ids import PARTNERSHIP, Founding, Key, OpId, RecordId, Space
from wopdesk.store.sqlite import PRAGMAS

OPERATIONS = 1_000_000 if "--large" in sys.argv else 100_000
PER_BATCH, PER_RECORD = 10, 40
DAY = at_noon(date(2026, 11, 3))
WORDS = ("supply", "pressure", "valve", "leak", "meter", "night", "zone", "pump", "billing", "repair")


def figures() -> Iterator[Figure]:
    """Export and import beside the floor: a digest of each line, rows of batches and of operations, one transaction."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mentee, coordinator = _offices(folder)
        with closing(mentee), closing(coordinator):
            lines = _write(mentee)
            floor = seconds(partial(_floor, folder, lines), 3)
            size = f"{OPERATIONS // 1000} k operations"
            sent = _Sent(mentee, folder / "sent")
            out = seconds(sent.send, 1)
            yield Figure(f"export of {size}, signing to file ÷ floor ({floor:.2f} s)", out / floor, 1.5, 1.0)
            took = seconds(partial(inbox.receive, coordinator, sent.files), 1)
            yield Figure(f"import of {size}, file to register ÷ floor", took / floor, 3.5, 2.0)


@dataclass
class _Sent:
    """One export and the files it wrote."""

    desk: Desk
    folder: Path
    files: Sequence[Path] = ()

    def send(self) -> None:
        self.files = outbox.export(self.desk, "pwon", self.folder)


def _offices(folder: Path) -> tuple[Desk, Desk]:
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


def _write(desk: Desk) -> list[bytes]:
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


def _floor(folder: Path, lines: list[bytes]) -> None:
    path = folder / f"floor-{secrets.token_hex(4)}.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for pragma in PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("CREATE TABLE batch (n INTEGER PRIMARY KEY, id BLOB UNIQUE, line BLOB)")
        raw.execute("CREATE TABLE op (n INTEGER PRIMARY KEY, record INTEGER, field TEXT, value TEXT, state INTEGER)")
        raw.execute("BEGIN IMMEDIATE")
        rows = [(n, hashlib.sha256(line).digest(), line) for n, line in enumerate(lines, 1)]
        raw.executemany("INSERT INTO batch VALUES (?, ?, ?)", rows)
        text = " ".join(WORDS[:8])
        ops = (
            (n << 16 | place, n // 4, f"about/question{place}", text, 0)
            for n, _, _ in rows
            for place in range(PER_BATCH)
        )
        raw.executemany("INSERT INTO op VALUES (?, ?, ?, ?, ?)", ops)
        raw.execute("COMMIT")
