"""`bundle.json` is read only as it is written."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wopdesk.exchange.envelope import AuthorHave, Envelope, Sender, SpaceHave, Want, new_id, read_envelope
from wopdesk.records.text import Unreadable, canonical

HEX64 = st.binary(min_size=32, max_size=32).map(bytes.hex)
OFFICES = st.binary(min_size=16, max_size=16).map(bytes.hex)


def sorted_ids(ids: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(ids, unique=True, max_size=3).map(lambda found: tuple(sorted(found)))


ENVELOPES = st.builds(
    Envelope,
    id=OFFICES,
    sender=st.builds(Sender, OFFICES, HEX64, st.text(min_size=1, max_size=20).filter(str.isprintable)),
    to=sorted_ids(OFFICES),
    at=st.datetimes(datetime.fromisoformat("1000-01-01")).map(lambda at: at.isoformat(timespec="seconds") + "Z"),
    app=st.just("WOPDesk 0.1.0"),
    have=st.dictionaries(
        HEX64,
        st.builds(
            SpaceHave,
            HEX64,
            st.dictionaries(HEX64, st.builds(AuthorHave, sorted_ids(HEX64), sorted_ids(HEX64)), max_size=2),
        ),
        max_size=2,
    ),
    want=st.builds(Want, sorted_ids(HEX64), sorted_ids(HEX64)),
    part=st.sampled_from(["1/1", "1/3", "3/3", "12/400"]),
)


@given(ENVELOPES)
def test_what_is_written_is_read(envelope: Envelope) -> None:
    assert read_envelope(envelope.data) == envelope


def test_the_members_are_those_of_the_format(envelope: Envelope) -> None:
    body = json.loads(envelope.data)
    assert sorted(body) == sorted(["v", "id", "from", "to", "at", "have", "want", "part", "app"])
    assert sorted(body["from"]) == ["key", "name", "office"]
    ((_, space),) = body["have"].items()
    assert sorted(space) == ["authors", "statements"]
    assert [sorted(author) for author in space["authors"].values()] == [["also", "heads"]]
    assert sorted(body["want"]) == ["blobs", "segments"]


def test_an_urdu_name_keeps_its_joiners(envelope: Envelope) -> None:
    named = dataclasses.replace(envelope.sender, name="پی\N{ZERO WIDTH NON-JOINER}واٹر")
    assert read_envelope(dataclasses.replace(envelope, sender=named).data).sender == named


WRONG: dict[str, Callable[[dict[str, Any]], object]] = {
    "member missing": lambda body: body.pop("app"),
    "member too many": lambda body: body.update(more=1),
    "id": lambda body: body.update(id="x"),
    "time": lambda body: body.update(at="2026-13-31T09:12:44Z"),
    "time in another writing": lambda body: body.update(at="2026-10-31 09:12:44"),
    "time of another type": lambda body: body.update(at=1),
    "part": lambda body: body.update(part="0/1"),
    "part beyond the last": lambda body: body.update(part="2/1"),
    "part of another type": lambda body: body.update(part=1),
    "part in other digits": lambda body: body.update(part="\N{EXTENDED ARABIC-INDIC DIGIT ONE}/1"),
    "program with a line end": lambda body: body.update(app="WOPDesk\n1"),
    "no program": lambda body: body.update(app=""),
    "sender no object": lambda body: body.update({"from": []}),
    "sender's office": lambda body: body["from"].update(office="x"),
    "sender's key": lambda body: body["from"].update(key="X" * 64),
    "sender without a name": lambda body: body["from"].update(name=""),
    "sender's name turns the line": lambda body: body["from"].update(name="a\N{RIGHT-TO-LEFT OVERRIDE}b"),
    "sender's name of another type": lambda body: body["from"].update(name=1),
    "sender's name too long": lambda body: body["from"].update(name="x" * 201),
    "recipients not sorted": lambda body: body.update(to=["2" * 32, "1" * 32]),
    "recipient twice": lambda body: body.update(to=["1" * 32, "1" * 32]),
    "recipient no office": lambda body: body.update(to=["a" * 64]),
    "recipients no list": lambda body: body.update(to="1" * 32),
    "space no id": lambda body: body.update(have={"x": {"statements": "a" * 64, "authors": {}}}),
    "space without digest": lambda body: body.update(have={"a" * 64: {"statements": "", "authors": {}}}),
    "author no key": lambda body: body.update(have={"a" * 64: {"statements": "a" * 64, "authors": {"x": {}}}}),
    "wants a member too many": lambda body: body["want"].update(more=[]),
    "wants something else": lambda body: body["want"].update(blobs=[1]),
    "a truth for a number": lambda body: body.update(v=True),
    "a later version": lambda body: body.update(v=2),
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG.keys())
def test_anything_else_is_unreadable(envelope: Envelope, change: Callable[[dict[str, Any]], object]) -> None:
    body = json.loads(envelope.data)
    change(body)
    with pytest.raises(Unreadable):
        read_envelope(canonical(body))


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"\xff", b"{" * 10_000, b" " * (4 * 1024 * 1024 + 1)])
def test_bytes_that_are_no_envelope_are_unreadable(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_envelope(data)


def test_another_writing_of_the_same_envelope_is_unreadable(envelope: Envelope) -> None:
    for other in (envelope.data + b"\n", json.dumps(json.loads(envelope.data)).encode()):
        with pytest.raises(Unreadable):
            read_envelope(other)


def test_ids_are_fresh() -> None:
    assert len({new_id() for _ in range(20)}) == 20
    assert all(len(new_id()) == 32 for _ in range(3))
