"""What the disk can do to a data file: each is told in three sentences, and nothing is lost."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.benchmarks.history import SPACE, load
from tests.property.histories import RULES
from tests.store.desks import IDENTITY, make_store, views
from wopdesk.records.batch import Batch
from wopdesk.store.checking import check
from wopdesk.store.faults import StoreFault
from wopdesk.store.location import unsafe_place
from wopdesk.store.opening import create_store, open_store
from wopdesk.store.store import Store


def tell(told: pytest.ExceptionInfo[StoreFault]) -> str:
    """What happened; the other two sentences must be there as well."""
    assert all(text.endswith(".") for text in (told.value.what, told.value.safe, told.value.next))
    assert str(told.value) == f"{told.value.what} {told.value.safe} {told.value.next}"
    return told.value.what


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(StoreFault) as told:
        open_store(tmp_path / "none.wopdesk", RULES)
    assert "no data file" in tell(told)


def test_a_file_that_is_there_already(store: Store) -> None:
    with pytest.raises(StoreFault) as told:
        make_store(store.path)
    assert "already" in tell(told)


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\x00", b"text " * 2000])
def test_a_file_that_is_none_of_ours(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.wopdesk"
    path.write_bytes(data)
    with pytest.raises(StoreFault) as told:
        open_store(path, RULES)
    assert "no data file" in tell(told) or "not a data file" in tell(told)
    assert path.read_bytes() == data


def test_a_file_of_a_newer_version(store: Store) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as raw:
        raw.execute("PRAGMA user_version = 999")
    with pytest.raises(StoreFault) as told:
        open_store(store.path, RULES)
    assert "newer version" in tell(told)


def test_a_locked_file(store: Store) -> None:
    before = views(store)
    work = load(10)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        impatient = open_store(store.path, RULES, patience=0)
        with impatient.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM batch").scalar() == 20
        with pytest.raises(StoreFault) as told:
            impatient.save(SPACE, work.batches[0])
        other.execute("ROLLBACK")
    assert "in use" in tell(told)
    assert views(store) == before
    assert impatient.save(SPACE, work.batches[0])
    impatient.close()


def test_a_full_disk(small_disk: Path) -> None:
    store = make_store(small_disk / "x.wopdesk")
    batches = load(4000, per_batch=10).batches
    with pytest.raises(StoreFault) as told:
        save_all(store, batches)
    assert "full" in tell(told)
    (small_disk / "ballast").unlink()
    with store.reading() as connection:
        kept = connection.exec_driver_sql("SELECT count(*) FROM batch").scalar_one()
    assert 0 < kept < len(batches)
    assert check(store, lambda *_: True) == []
    assert store.save(SPACE, batches[kept])
    store.close()


def save_all(store: Store, batches: list[Batch]) -> None:
    for batch in batches:
        store.save(SPACE, batch)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes, of which two are taken."""
    if (
        os.geteuid() != 0
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", tmp_path], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("only root can make a small disk")
    (tmp_path / "ballast").write_bytes(bytes(4 * 1024 * 1024))
    yield tmp_path
    subprocess.run(["umount", "--lazy", tmp_path], check=True)


_LIMITED = """
import sys
from pathlib import Path
from tests.benchmarks.history import SPACE, load
from tests.store.desks import make_store
from wopdesk.store.faults import StoreFault
store = make_store(Path(sys.argv[1]))
try:
    for kept, batch in enumerate(load(20000).batches):
        store.save(SPACE, batch)
except StoreFault as fault:
    print(kept, fault)
"""


def test_a_limit_on_the_files_size(tmp_path: Path) -> None:
    path = tmp_path / "x.wopdesk"
    found = subprocess.run(
        [sys.executable, "-c", _LIMITED, path],
        check=True,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000)),
    )
    kept = int(found.stdout.split()[0])
    with closing(open_store(path, RULES)) as store, store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM batch").scalar() == kept


def test_a_disk_that_cannot_be_written(small_disk: Path) -> None:
    path = small_disk / "x.wopdesk"
    make_store(path).close()
    data = path.read_bytes()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(StoreFault) as told:
        open_store(path, RULES)
    assert "cannot be written" in tell(told)
    assert path.read_bytes() == data


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreFault) as told:
        make_store(tmp_path / "file" / "x.wopdesk")
    assert "cannot be made" in tell(told)


@pytest.mark.parametrize("name", ["OneDrive - Office", "Dropbox", "Google Drive"])
def test_a_folder_that_is_synchronised(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreFault) as told:
        create_store(tmp_path / name / "x.wopdesk", RULES, IDENTITY)
    assert "synchronised" in tell(told)
    assert not (tmp_path / name).exists()
    assert unsafe_place(tmp_path / "x.wopdesk") == ""
