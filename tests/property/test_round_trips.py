"""What is written is read back equal, and what is read is, written again, the same bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records.statements import admit, authority, close, cut, cut_member, join, key, member, office, partnership
from wopdesk.records.batch import Batch, BlobRef, Operation, Value, read_batch, write_batch
from wopdesk.records.founding import read_founding, write_founding
from wopdesk.records.ids import BlobId, Founding, Key, OfficeId, OpId, RecordId, SegmentId, Space, SpaceId
from wopdesk.records.review import VERDICTS, Review, read_review
from wopdesk.records.segment import SIZE_LIMIT, Segment, fill_segments, read_segment
from wopdesk.records.statement import SignedStatement, read_statement
from wopdesk.records.text import Unreadable, canonical
from wopdesk.records.version import Version, read_version

HEX64 = st.integers(0, 2**256 - 1).map("{:064x}".format)
HEX32 = st.integers(0, 2**128 - 1).map("{:032x}".format)
TEXTS = st.text(max_size=20)
PATHS = st.from_regex(r"[a-z]{1,5}(/[a-z]{1,5}(\[[a-z2-7]{16}\])?){0,2}", fullmatch=True)
ANSWERS = st.dictionaries(PATHS, TEXTS, max_size=4)
PARENTS = st.lists(st.builds("{}:{}".format, HEX64, st.integers(0, 999_999)).map(OpId), max_size=3).map(tuple)
WRITTEN: st.SearchStrategy[Value] = TEXTS | st.none() | st.builds(BlobRef, HEX64.map(BlobId))
OPS = st.builds(Operation, HEX64.map(RecordId), PATHS, WRITTEN, PARENTS)
BATCHES = st.builds(
    Batch,
    st.just("2026-10-31T09:12:44Z"),
    TEXTS,
    st.dictionaries(st.text(min_size=1, max_size=5), HEX64, max_size=2),
    st.lists(OPS, min_size=1, max_size=4, unique_by=lambda op: op[:2]).map(tuple),
)
SPACES = st.builds(Space, st.sampled_from(["partnership", "team"]), HEX32, HEX64)
LINES = st.binary(min_size=64, max_size=110).filter(lambda line: b"\n" not in line)
SEGMENTS = st.builds(
    Segment,
    SPACES,
    HEX64.map(Key),
    st.lists(HEX64.map(SegmentId), max_size=2).map(tuple),
    st.lists(LINES, min_size=1, max_size=4).map(tuple),
)
VERSIONS = st.builds(
    Version,
    st.integers(1, 999_999),
    HEX64,
    HEX64,
    st.lists(HEX64, max_size=2).map(tuple),
    ANSWERS,
    st.dictionaries(PATHS, st.lists(TEXTS, max_size=3).map(tuple), max_size=2),
    ANSWERS,
    st.dictionaries(PATHS, st.dictionaries(st.sampled_from(["en", "ur"]), TEXTS), max_size=2),
    ANSWERS,
)
HOME = partnership("a")
STATEMENTS = (
    authority(key("d")),
    office("a", "a1"),
    join("a2"),
    admit("a1", "a2", (HOME.id, "*")),
    member(HOME, "b", "mentor"),
    cut("a1", admit("a1", "a2"), spaces={HOME.id: (SegmentId("5" * 64),)}, keep=("a2",)),
    cut_member(HOME, "b"),
    close("a1", HOME, SegmentId("5" * 64)),
)


@given(BATCHES)
def test_batches(batch: Batch) -> None:
    line = write_batch(batch)
    assert b"\n" not in line
    assert read_batch(line) == batch


@given(SEGMENTS)
def test_segments(segment: Segment) -> None:
    again = read_segment(segment.data)
    assert again == segment
    assert again.data == segment.data


@given(VERSIONS)
def test_versions(version: Version) -> None:
    again = read_version(version.blob)
    assert again == version
    assert again.digest == version.digest


@given(st.builds(Review, st.sampled_from(VERDICTS), TEXTS, ANSWERS))
def test_reviews(review: Review) -> None:
    assert read_review(review.text) == review


@given(HEX64, HEX32, st.sampled_from(["key", "nonce"]), TEXTS)
def test_foundings(home: str, owner: str, by: str, text: str) -> None:
    founding = Founding(SpaceId(home), OfficeId(owner), "note", by, text)
    assert read_founding(write_founding(founding)) == founding


@pytest.mark.parametrize("one", STATEMENTS, ids=lambda one: type(one.body).__name__)
def test_statements(one: SignedStatement) -> None:
    again = read_statement(one.statement.data)
    assert again == one.statement
    assert again.data == one.statement.data


@pytest.mark.parametrize("one", STATEMENTS, ids=lambda one: type(one.body).__name__)
@pytest.mark.parametrize(
    "change", [{"v": True}, {"v": 2}, {"by": "x"}, {"more": ""}, {"replaces": ["x"]}, {"type": "later"}]
)
def test_a_statement_of_another_shape_is_refused(one: SignedStatement, change: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        read_statement(canonical(json.loads(one.statement.data) | change))


@given(VERSIONS, st.sampled_from(["0", "01", "", "1.5", "-1", "\u0661", "1000000", 1]))
def test_a_version_has_one_writing_of_its_number(version: Version, number: object) -> None:
    with pytest.raises(Unreadable):
        read_version(canonical(json.loads(version.blob) | {"number": number}))


@given(
    BATCHES,
    st.sampled_from([{"v": True}, {"v": "1"}, {"at": "2026"}, {"by": 1}, {"ops": []}, {"more": 1}, {"forms": []}]),
)
def test_a_batch_of_another_shape_is_refused(batch: Batch, change: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        read_batch(canonical(json.loads(write_batch(batch)) | change))


@given(BATCHES)
def test_a_field_is_written_once_in_a_batch(batch: Batch) -> None:
    body = json.loads(write_batch(batch))
    with pytest.raises(Unreadable, match="twice"):
        read_batch(canonical(body | {"ops": [*body["ops"], body["ops"][0]]}))


@given(st.lists(st.integers(1, SIZE_LIMIT // 2), min_size=1, max_size=12))
def test_lines_are_cut_into_segments_that_fit(sizes: list[int]) -> None:
    lines = [b"x" * size for size in sizes]
    groups = list(fill_segments(lines))
    assert [line for group in groups for line in group] == lines
    assert all(len(Segment(HOME, Key("a" * 64), (), group).data) <= SIZE_LIMIT for group in groups)
