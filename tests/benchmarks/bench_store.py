"""Importing a great many operations and saving a few, against what SQLite and SHA-256 alone would take."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.archive import AUTHOR, SPACE, Saved, saves, segments
from tests.benchmarks.figure import Figure, seconds
from tests.property.histories import FORM
from tests.records.statements import member, office
from tests.store.desks import arrival, make_store
from wopdesk.records.batch import Batch, Operation

OPERATIONS = 100_000


def figures() -> Iterator[Figure]:
    """Ratios to the floor."""
    with TemporaryDirectory() as folder:
        yield Figure("save ÷ one raw SQLite commit", _save(Path(folder)) / _commit(Path(folder)), 2.0, 1.3)
        made = list(saves(OPERATIONS))
        yield Figure(
            "import of 100 k operations ÷ floor", _import(Path(folder), made) / _floor(Path(folder), made), 3.5, 2
        )


def _save(folder: Path) -> float:
    store = make_store(folder / "save.wopdesk")
    first = next(saves(10)).ops
    numbers = count()

    def save() -> None:
        field = f"about/x{next(numbers)}"
        batch = Batch(
            "2026-10-31T09:12:00Z", "Sample Engineer", {"note": FORM}, (Operation(first[0].rec, field, "12", ()),)
        )
        store.save(SPACE, batch)

    with closing(store):
        return seconds(save, times=100)


def _commit(folder: Path) -> float:
    with closing(_database(folder / "commit.db")) as raw:
        return seconds(lambda: _insert(raw, [(bytes(32), bytes(300))], []), times=100)


def _import(folder: Path, made: Sequence[Saved]) -> float:
    chain = segments(one.line for one in made)
    statements = [
        office("p", "own"),
        office("a", "a1"),
        member(SPACE, "a", "mentee"),
        member(SPACE, "p", "facilitator"),
    ]
    numbers = count()

    def take() -> None:
        with closing(make_store(folder / f"import{next(numbers)}.wopdesk")) as store:
            assert len(store.take(arrival([*statements, *chain])).segments) == len(chain)

    return seconds(take, times=2)


def _floor(folder: Path, made: Sequence[Saved]) -> float:
    """SHA-256 of every line, and all batches and operations as rows in one transaction."""
    numbers = count()

    def write() -> None:
        batches = [(hashlib.sha256(one.line).digest(), one.line) for one in made]
        rows = [(AUTHOR, op.rec, op.field, op.value) for one in made for op in one.ops]
        with closing(_database(folder / f"floor{next(numbers)}.db")) as raw:
            _insert(raw, batches, rows)

    return seconds(write, times=2)


def _database(path: Path) -> sqlite3.Connection:
    """With the pragmas of the data file."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.executescript(
        """PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
        CREATE TABLE batch (n INTEGER PRIMARY KEY, id BLOB, line BLOB);
        CREATE TABLE op (n INTEGER PRIMARY KEY, author TEXT, record TEXT, field TEXT, value TEXT);"""
    )
    return raw


def _insert(raw: sqlite3.Connection, batches: Sequence[tuple[object, ...]], rows: Sequence[tuple[object, ...]]) -> None:
    raw.execute("BEGIN")
    raw.executemany("INSERT INTO batch (id, line) VALUES (?, ?)", batches)
    raw.executemany("INSERT INTO op (author, record, field, value) VALUES (?, ?, ?, ?)", rows)
    raw.execute("COMMIT")
