"""A photo that a colleague saved while one was chosen for the same question: neither is lost."""

from __future__ import annotations

import pytest

from tests.desk.offices import Network
from tests.desk.test_photos import camera
from wopdesk.desk import documents, filing, grounds, settling, typing
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.store import reading

PHOTOS, ROW = "work/photos", "a" * 16
PHOTO, TAKEN = f"{PHOTOS}[{ROW}]/photo", f"{PHOTOS}[{ROW}]/taken"


@pytest.fixture
def both(net: Network) -> tuple[Desk, Desk, Document]:
    """Two computers of the mentee with a report in which a photo stands."""
    other, report = net.second(), net.report(net.a, work__nothing="")
    typing.keep_typing(net.a, report.id, {}, {PHOTOS: (ROW,)})
    typing.keep_file(net.a, report.id, PHOTO, camera((40, 40)), "IMG-20261012-WA0003.jpg")
    typing.save_typed(net.a, report.id)
    net.meet(net.a, other)
    return net.a, other, report


def replace(desk: Desk, report: Document, side: int) -> str:
    """Another photo, saved; its name."""
    kept = typing.keep_file(desk, report.id, PHOTO, camera((side, side)))
    typing.save_typed(desk, report.id)
    return kept.answer


def names(document: Document) -> set[str]:
    (found,) = document.differences
    assert found.field == PHOTO
    return {grounds.text_of(one.value) for one in found.choices}


def holds(desk: Desk, name: str) -> bool:
    with desk.store.reading() as connection:
        return reading.blob(connection, name) is not None


def test_a_photo_that_came_in_after_one_was_kept_stands_beside_it(
    net: Network, both: tuple[Desk, Desk, Document]
) -> None:
    mine, other, report = both
    kept = typing.keep_file(mine, report.id, PHOTO, camera((60, 60))).answer
    theirs = replace(other, report, 50)
    net.send(other, mine)
    assert typing.colliding(mine, report.id) == {PHOTO}
    assert names(typing.save_typed(mine, report.id)) == {kept, theirs}
    net.meet(mine, other)
    assert names(documents.find_document(other, report.id)) == {kept, theirs}
    settling.settle(other, report.id, PHOTO, kept)
    net.meet(mine, other)
    for desk in (mine, other):
        assert documents.find_document(desk, report.id).answers[PHOTO] == kept
        assert holds(desk, kept)
        assert holds(desk, theirs)


def test_a_photo_that_came_in_between_choosing_and_keeping_was_not_seen(
    net: Network, both: tuple[Desk, Desk, Document]
) -> None:
    mine, other, report = both
    seen = grounds.seen(documents.find_document(mine, report.id))
    theirs = replace(other, report, 50)
    net.send(other, mine)
    kept = typing.keep_file(mine, report.id, PHOTO, camera((60, 60)), seen=seen).answer
    assert typing.colliding(mine, report.id) == {PHOTO}
    assert names(typing.save_typed(mine, report.id)) == {kept, theirs}


def test_a_photo_chosen_over_one_that_was_seen_replaces_it(net: Network, both: tuple[Desk, Desk, Document]) -> None:
    mine, other, report = both
    replace(other, report, 50)
    net.send(other, mine)
    mended = replace(mine, report, 60)
    document = documents.find_document(mine, report.id)
    assert (document.answers[PHOTO], document.differences) == (mended, [])


def test_a_row_taken_away_while_a_photo_was_chosen_for_it_is_settled(
    net: Network, both: tuple[Desk, Desk, Document]
) -> None:
    mine, other, report = both
    seen = grounds.seen(documents.find_document(mine, report.id))
    filing.remove_row(other, report.id, PHOTOS, ROW)
    net.send(other, mine)
    kept = typing.keep_file(mine, report.id, PHOTO, camera((60, 60)), seen=seen).answer
    assert [one.field for one in typing.save_typed(mine, report.id).differences] == [f"@row/{PHOTOS}/{ROW}"]
    settling.settle(mine, report.id, f"@row/{PHOTOS}/{ROW}", settling.KEEP)
    answers = documents.find_document(mine, report.id).answers
    assert (answers[PHOTO], answers[TAKEN]) == (kept, "2026-03-14")
