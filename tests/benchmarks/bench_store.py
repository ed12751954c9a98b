"""Saving, receiving and sending, each beside what the same rows cost raw SQLite on the same disk."""

from __future__ import annotations

import gc
import hashlib
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from time import perf_counter

import sqlalchemy as sa

from tests.benchmarks.figure import Figure
from tests.benchmarks.history import SPACE, Load, load
from tests.property.histories import RULES
from tests.records.statements import ROOT, key, office_id
from tests.store.desks import make_store
from wopdesk.records.segment import read_segment
from wopdesk.records.statement import SignedStatement
from wopdesk.store import outgoing, reading, schema
from wopdesk.store.arrivals import Arrival, HeldStatement, SignedSegment
from wopdesk.store.identity import Identity
from wopdesk.store.opening import create_store, open_store
from wopdesk.store.sqlite import PRAGMAS
from wopdesk.store.store import Store

SAVES = 300
SIZES = (100_000, 1_000_000) if "--large" in sys.argv else (100_000,)


def figures() -> Iterator[Figure]:
    """Save, import, export and the first questions of a screen."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _saving(Path(folder))
        for operations in SIZES:
            yield from _exchange(Path(folder), load(operations))


def _saving(folder: Path) -> Iterator[Figure]:
    work = load(2 * SAVES, per_batch=1)
    mentee = Identity(office_id("a"), "a", "Office a", "mentee", key("a1"), (), key("a1"), ROOT)
    with (
        closing(create_store(folder / "save.wopdesk", RULES, mentee)) as store,
        closing(_raw(folder / "raw.db")) as raw,
    ):
        raw.execute("CREATE TABLE row (n INTEGER PRIMARY KEY, line BLOB)")
        _take(store, load(40).statements, [])
        batches = list(work.batches)
        ours, floor = [], []
        for number, batch in enumerate(batches[:SAVES]):
            floor.append(_timed(partial(_commit, raw, number, work.line(number))))
            ours.append(_timed(partial(store.save, SPACE, batch)))
        yield Figure("save, one answer, durable ÷ one raw commit", _middle(ours) / _middle(floor), 2.0, 1.3)


def _commit(raw: sqlite3.Connection, number: int, line: bytes) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO row VALUES (?, ?)", (number, line))
    raw.execute("COMMIT")


def _exchange(folder: Path, work: Load) -> Iterator[Figure]:
    size = f"{len(work.ops) // 1000} k operations"
    runs = 3 if len(work.ops) <= 100_000 else 1
    floors, times = [], []
    for run in range(runs):  # side by side: what disturbs one disturbs the other
        floors.append(_timed(partial(_floor, folder / f"floor{run}-{len(work.ops)}.db", work)))
        with closing(make_store(folder / f"take{run}-{len(work.ops)}.wopdesk")) as store:
            times.append(_timed(partial(_receive, store, work)))
    floor = min(floors)
    yield Figure(f"store alone: take {size} ÷ floor ({floor:.2f} s)", min(times) / floor, 3.5, 2.0)
    with closing(open_store(folder / f"take0-{len(work.ops)}.wopdesk", RULES)) as store:
        send = min(_timed(lambda: _send(store)) for _ in range(runs))
        yield Figure(f"store alone: give {size} ÷ the same floor", send / floor, 1.5, 1.0)
        yield Figure(f"record after record, displayed values, {size}: each", _first_view(store), 20, 5, "ms")


def _floor(path: Path, work: Load) -> None:
    """What cannot be spared: a digest of every line, and the rows of batches and operations."""
    with closing(_raw(path)) as raw:
        for table in (schema.batch, schema.op):
            raw.execute(str(sa.schema.CreateTable(table).compile(dialect=sa.dialects.sqlite.dialect())))
            for index in table.indexes:
                raw.execute(str(sa.schema.CreateIndex(index).compile(dialect=sa.dialects.sqlite.dialect())))
        raw.execute("BEGIN IMMEDIATE")
        rows = [(n, hashlib.sha256(line).digest(), 1, 1, 1, line) for n, line in enumerate(work.lines, 1)]
        raw.executemany("INSERT INTO batch VALUES (?, ?, ?, ?, ?, ?)", rows)
        raw.executemany("INSERT INTO op VALUES (?, ?, ?, ?, ?, ?, ?)", work.ops)
        raw.execute("COMMIT")


def _receive(store: Store, work: Load) -> None:
    """In bundles of some thirty segments, as an office would; the first brings the statements."""
    _take(store, work.statements, [])
    for start in range(0, len(work.files), 30):
        _take(store, [], work.files[start : start + 30])


def _take(store: Store, statements: list[SignedStatement], files: list[bytes]) -> None:
    held = [HeldStatement(one, b"signature") for one in statements]
    store.take(Arrival([SignedSegment(read_segment(data), b"signature") for data in files], held))


def _send(store: Store) -> None:
    with store.reading() as connection:
        graph = outgoing.read_graph(connection, ())
        wanted = sorted(graph.of([SPACE.id]))
        assert all(
            hashlib.sha256(one.segment.data).hexdigest()
            for one in outgoing.read_segments(connection, store.names, wanted)
        )


def _first_view(store: Store) -> float:
    """Milliseconds for the displayed values of one record, of a hundred asked one after the other."""
    with store.reading() as connection:
        rows = reading.records(connection)[:100]
        taken = _timed(lambda: [reading.values(connection, row.id, SPACE.id) for row in rows])
    return taken / len(rows) * 1000


def _raw(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")
    return raw


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    start = perf_counter()
    work()
    taken = perf_counter() - start
    gc.enable()
    return taken


def _middle(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]
