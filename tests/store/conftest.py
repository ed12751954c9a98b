"""A data file with a little in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.history import SPACE, load
from tests.store.desks import PHOTO, PHOTO_ID, make_store
from wopdesk.records.segment import read_segment
from wopdesk.store.arrivals import Arrival, HeldStatement, SignedSegment
from wopdesk.store.drafts import keep_draft
from wopdesk.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """PWON's file after a first bundle of a mentee, with a photo and a draft."""
    made = make_store(tmp_path / "pwon.wopdesk")
    work = load(200)
    segments = [SignedSegment(read_segment(data), b"signature") for data in work.files]
    made.take(Arrival(segments, [HeldStatement(one, b"signature") for one in work.statements], {PHOTO_ID: PHOTO}))
    with made.writing() as connection:
        keep_draft(connection, "0" * 64, {"about/x": "typed"}, "2026-10-31T09:12:44Z")
    assert made.names.by_id(SPACE.id)
    yield made
    made.close()
