"""Sending and receiving as a person does it: from a data file to bundles on disk, and from there into another one."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.benchmarks.correspondence import OPERATIONS, PER_BATCH, WORDS, Sent, offices, write
from tests.benchmarks.figure import Figure, seconds
from wopdesk.desk import inbox
from wopdesk.store.sqlite import PRAGMAS


def figures() -> Iterator[Figure]:
    """Export and import beside the floor: a digest of each line, rows of batches and of operations, one transaction."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mentee, coordinator = offices(folder)
        with closing(mentee), closing(coordinator):
            lines = write(mentee)
            floor = seconds(partial(_floor, folder, lines), 3)
            size = f"{OPERATIONS // 1000} k operations"
            sent = Sent(mentee, folder / "sent")
            out = seconds(sent.send, 1)
            yield Figure(f"export of {size}, signing to file ÷ floor ({floor:.2f} s)", out / floor, 1.5, 1.0)
            took = seconds(partial(inbox.receive, coordinator, sent.files), 1)
            yield Figure(f"import of {size}, file to register ÷ floor", took / floor, 3.5, 2.0)


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
