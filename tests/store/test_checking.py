"""Every kind of damage is named, and nothing else is."""

from __future__ import annotations

import pytest

from tests.store.desks import PHOTO_ID, views
from wopdesk.store.checking import Part, check
from wopdesk.store.store import Store


def right(*_signed: object) -> bool:
    return True


def test_a_sound_file_has_no_findings(store: Store) -> None:
    before = sorted(store.path.parent.iterdir())
    assert check(store, right) == []
    assert sorted(store.path.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("UPDATE batch SET line = CAST(line || ' ' AS BLOB) WHERE n = 3", Part.BATCH),
        ("UPDATE segment SET after = ''||replace(hex(zeroblob(32)), '0', 'a') WHERE n = 1", Part.SEGMENT),
        ("UPDATE statement SET data = CAST(data || ' ' AS BLOB)", Part.STATEMENT),
        ("UPDATE blob SET data = x'00'", Part.BLOB),
        ("UPDATE op SET state = 1 WHERE n = (SELECT max(n) FROM op)", Part.VIEW),
        ("UPDATE op SET value = 'other' WHERE n = (SELECT max(n) FROM op)", Part.VIEW),
        ("DELETE FROM op WHERE n = (SELECT max(n) FROM op)", Part.VIEW),
        ("UPDATE record SET owner = 'x' WHERE n = 1", Part.VIEW),
        ("DELETE FROM founded WHERE record = 1", Part.VIEW),
        ("UPDATE verdict SET said = 'x'", Part.VIEW),
    ],
)
def test_damage_is_named(store: Store, statement: str, part: Part) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql(statement)
    assert part in {one.part for one in check(store, right)}


def test_a_wrong_signature_is_named(store: Store) -> None:
    found = check(store, lambda _key, namespace, _data, _signature: namespace != "segment@wopdesk")
    assert {one.part for one in found} == {Part.SEGMENT}


def test_a_view_is_mended_by_building_it_anew(store: Store) -> None:
    before = views(store)
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE op SET state = 7")
    store.rebuild()
    assert check(store, right) == []
    assert views(store) == before


def test_a_damaged_page_is_named(store: Store) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO blob VALUES ('x', zeroblob(200000))")
    with store.reading() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    data = bytearray(store.path.read_bytes())
    data[8192:8700] = b"\xff" * 508
    store.path.write_bytes(bytes(data))
    assert {one.part for one in check(store, right)} == {Part.FILE}


def test_the_photo_is_in_the_file(store: Store) -> None:
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT sha256 FROM blob").scalars().all() == [PHOTO_ID]
