"""What was backed up comes back, and a backup never harms what is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.property.histories import RULES
from tests.store.desks import PHOTO, PHOTO_ID, views
from wopdesk.store import reading
from wopdesk.store.backup import BLOBS, back_up_daily, backups, contents, forget_blob, prune, restore
from wopdesk.store.drafts import read_draft
from wopdesk.store.faults import StoreFault
from wopdesk.store.opening import open_store
from wopdesk.store.store import Store

DAY = date(2026, 10, 31)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def test_what_was_backed_up_comes_back(store: Store, folder: Path, tmp_path: Path) -> None:
    before = views(store)
    backup = back_up_daily(store, folder, DAY)
    target = tmp_path / "again.wopdesk"
    assert restore(backup, target) is None
    again = open_store(target, RULES)
    assert views(again) == before
    assert again.identity == store.identity
    with again.reading() as connection:
        assert reading.blob(connection, PHOTO_ID) == PHOTO
        assert read_draft(connection, "0" * 64) == {"about/x": "typed"}
    again.close()


def test_the_former_file_is_moved_aside(store: Store, folder: Path) -> None:
    backup = back_up_daily(store, folder, DAY)
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM draft")
    store.close()
    former = restore(backup, store.path)
    assert former is not None
    for path, drafts in (former, 0), (store.path, 1):
        opened = open_store(path, RULES)
        with opened.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM draft").scalar() == drafts
        opened.close()


def test_a_file_that_is_open_anywhere_is_not_put_aside(store: Store, folder: Path) -> None:
    backup = back_up_daily(store, folder, DAY)
    before, beside = views(store), sorted(store.path.parent.iterdir())
    with pytest.raises(StoreFault, match="in use"):
        restore(backup, store.path)
    assert views(store) == before
    assert sorted(store.path.parent.iterdir()) == beside


def test_a_backup_says_what_is_in_it_and_stays_as_it_is(store: Store, folder: Path) -> None:
    backup = back_up_daily(store, folder, DAY)
    data = backup.read_bytes()
    found = contents(backup)
    assert (found.office, found.saves, found.last, found.drafts, found.missing) == (
        "PWON",
        20,
        "2026-10-31T09:12:44Z",
        1,
        0,
    )
    assert backup.read_bytes() == data
    assert sorted(path.name for path in folder.iterdir()) == [BLOBS, backup.name]


def test_one_backup_a_day_and_blobs_once(store: Store, folder: Path) -> None:
    first = back_up_daily(store, folder, DAY)
    photo = (folder / BLOBS / PHOTO_ID).stat()
    again = back_up_daily(store, folder, DAY)
    later = back_up_daily(store, folder, date(2026, 11, 1))
    assert first == again
    assert backups(folder, "pwon") == [later, first]
    assert (folder / BLOBS / PHOTO_ID).stat() == photo
    assert PHOTO not in first.read_bytes()


def test_only_the_newest_are_kept(store: Store, folder: Path) -> None:
    made = [back_up_daily(store, folder, date(2026, 11, day)) for day in range(1, 5)]
    prune(folder, "pwon", 2)
    assert backups(folder, "pwon") == [made[3], made[2]]
    assert backups(folder, "other") == []


def test_a_withdrawn_photo_leaves_the_backups(store: Store, folder: Path, tmp_path: Path) -> None:
    backup = back_up_daily(store, folder, DAY)
    forget_blob(folder, PHOTO_ID)
    assert contents(backup).missing == 1
    restore(backup, tmp_path / "again.wopdesk")
    again = open_store(tmp_path / "again.wopdesk", RULES)
    with again.reading() as connection:
        assert reading.blob(connection, PHOTO_ID) is None
    again.close()


def test_a_damaged_photo_is_not_restored(store: Store, folder: Path) -> None:
    backup = back_up_daily(store, folder, DAY)
    (folder / BLOBS / PHOTO_ID).write_bytes(b"other")
    assert contents(backup).missing == 1


def test_a_data_file_that_was_copied_as_it_is_comes_back_with_its_photos(store: Store, tmp_path: Path) -> None:
    before = views(store)
    store.close()
    assert contents(store.path).missing == 0
    restore(store.path, tmp_path / "again.wopdesk")
    again = open_store(tmp_path / "again.wopdesk", RULES)
    assert views(again) == before
    with again.reading() as connection:
        assert reading.blob(connection, PHOTO_ID) == PHOTO
    again.close()


def test_a_damaged_backup_is_refused_and_the_file_stays(store: Store, folder: Path) -> None:
    backup = back_up_daily(store, folder, DAY)
    backup.write_bytes(b"no data file at all, but some other bytes" * 100)
    store.close()
    data = store.path.read_bytes()
    with pytest.raises(StoreFault) as told:
        restore(backup, store.path)
    assert told.value.what
    assert told.value.safe
    assert told.value.next
    assert store.path.read_bytes() == data


def test_a_folder_that_is_a_file_is_told(store: Store, folder: Path) -> None:
    folder.write_text("no folder")
    with pytest.raises(StoreFault, match="cannot be written"):
        back_up_daily(store, folder, DAY)
