"""Histories: what several offices wrote and signed, honest and hostile, and orders in which it can arrive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from tests.records.statements import (
    PROGRAMME_SPACE,
    ROOT,
    admit,
    cut,
    cut_member,
    join,
    key,
    member,
    office,
    office_id,
    partnership,
    team,
)
from wopdesk.records.batch import Batch, BlobRef, Operation, Value, write_batch
from wopdesk.records.founding import write_founding
from wopdesk.records.ids import BatchIds, BlobId, Founding, Key, OpId, RecordId, SegmentId, Space
from wopdesk.records.kinds import KindRules
from wopdesk.records.segment import Segment
from wopdesk.records.statement import SignedStatement

FORM, OTHER_FORM = "f" * 64, "e" * 64
OWN = key("own")
"""The key at whose desk everything arrives: an installation of office p, which is PWON."""
SPACES = (partnership("a"), partnership("b"), PROGRAMME_SPACE, team("p", "own"))
AUTHORS = tuple(map(key, ("a1", "a2", "b1", "p1", "x1")))
ROW, NESTED = "r" * 16, "s" * 16
FIELDS = (
    "about/x",
    "about/y",
    f"@row/work/done/{ROW}",
    f"work/done[{ROW}]/title",
    "@version",
    f"@review/{'d' * 64}/{office_id('p')}",
    f"@review/{'d' * 64}/{office_id('b')}",
    "@behalf",
    "@retired",
    "@later/unknown",
)
KINDS: dict[str, dict[str, Any]] = {
    "note": {
        "home": "partnership",
        "owner": "author",
        "founders": ["mentee", "mentor"],
        "writers": [],
        "reviewers": ["facilitator"],
        "form": FORM,
    },
    "plan": {
        "home": "partnership",
        "owner": "founder",
        "founders": ["mentee"],
        "writers": ["mentor"],
        "reviewers": ["mentor"],
        "form": FORM,
    },
    "utility": {
        "home": "programme",
        "owner": "author",
        "founders": ["mentee"],
        "writers": [],
        "reviewers": [],
        "form": FORM,
    },
}
RULES = {
    name: KindRules(
        name,
        kind["home"],
        "home",
        kind["owner"],
        frozenset(kind["founders"]),
        frozenset(kind["writers"]),
        frozenset(kind["reviewers"]),
        "",
        frozenset({FORM}),
    )
    for name, kind in KINDS.items()
}
RECORDS = (
    Founding(SPACES[0].id, office_id("a"), "note", "nonce", "1"),
    Founding(SPACES[0].id, office_id("a"), "plan", "key", "2"),
    Founding(SPACES[0].id, office_id("b"), "plan", "key", "3"),
    Founding(SPACES[1].id, office_id("b"), "note", "nonce", "4"),
    Founding(SPACES[2].id, office_id("a"), "utility", "key", ""),
    Founding(SPACES[0].id, office_id("a"), "later", "nonce", "5"),
)
HONEST_RECORDS = RECORDS[:2]
HONEST_AUTHORS = (*map(key, ("a1", "a2", "a1", "b1")), OWN)


@dataclass(frozen=True)
class Written:
    """A batch line with who wrote it where."""

    space: Space
    author: Key
    line: bytes


@dataclass(frozen=True, repr=False)  # hypothesis refuses to print what is as long as this
class History:
    """Everything that arrives or is saved, in two orders, cut into steps."""

    segments: tuple[Segment, ...]
    statements: tuple[SignedStatement, ...]
    own: tuple[Written, ...]
    orders: tuple[tuple[tuple[object, ...], ...], ...]


Item = Segment | SignedStatement | Written


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any history of a few batches."""
    written = draw(_batches())
    own = tuple(one for one in written if one.author == OWN)
    segments = draw(_segments([one for one in written if one.author != OWN]))
    statements = (office("p", "own"), *draw(_statements(segments)))
    items: list[Item] = [*segments, *statements, *own]
    orders = tuple(draw(_order(items)) for _ in range(2))
    return History(tuple(segments), statements, own, orders)


@st.composite
def _batches(draw: st.DrawFn) -> list[Written]:
    """Mostly what an office may write about a record at home; in between, anything."""
    written: list[Written] = []
    ops: dict[str, tuple[str, str, str]] = {}
    for number in range(draw(st.integers(2, 10))):
        honest = draw(_MOSTLY)
        record = draw(st.sampled_from(HONEST_RECORDS if honest else RECORDS))
        space = draw(st.sampled_from([one for one in SPACES if not honest or one.id == record.home]))
        author = draw(st.sampled_from(HONEST_AUTHORS if honest else [*AUTHORS, OWN]))
        fields: dict[tuple[str, str], Value] = {}
        if honest or draw(st.booleans()):
            fields[record.record, "@kind"] = write_founding(record) if honest else draw(_kind_values(record))
        for _ in range(draw(st.integers(1, 3))):
            about = record if draw(_MOSTLY) else draw(st.sampled_from(RECORDS))
            fields[about.record, draw(st.sampled_from(FIELDS[: 4 if honest else None]))] = draw(_VALUES)
        made = [
            Operation(RecordId(name), field, value, draw(_parents(ops, (space.id, name, field), honest=honest)))
            for (name, field), value in fields.items()
        ]
        forms = {kind: FORM if honest or draw(_MOSTLY) else OTHER_FORM for kind in KINDS}
        line = write_batch(Batch(f"2026-10-31T09:12:{number:02}Z", "Sample Engineer", forms, tuple(made)))
        written.append(Written(space, author, line))
        batch = BatchIds(space.id, author).of(line)
        ops |= {f"{batch}:{index}": (space.id, op.rec, op.field) for index, op in enumerate(made)}
    return written


_NEARLY_ALWAYS = st.sampled_from([True] * 20 + [False])
_SELDOM = st.sampled_from([False] * 5 + [True])
_MOSTLY = st.sampled_from([True] * 5 + [False])
_VALUES: st.SearchStrategy[Value] = st.sampled_from(["1", "2", "3", None, BlobRef(BlobId("b" * 64))])


def _kind_values(record: Founding) -> st.SearchStrategy[Value]:
    right = write_founding(record)
    return st.sampled_from([right, right, right, write_founding(RECORDS[3]), None, "[]"])


def _parents(
    ops: dict[str, tuple[str, str, str]], cell: tuple[str, str, str], *, honest: bool
) -> st.SearchStrategy[tuple[OpId, ...]]:
    """Mostly operations of the same cell, sometimes any, sometimes one that never comes."""
    same = [OpId(name) for name, at in ops.items() if at == cell]
    if honest:
        seen = st.just(same) | st.lists(st.sampled_from(same), unique=True) if same else st.just(same)
        return seen.map(tuple)
    nearly = [OpId(name) for name, at in ops.items() if at[1:] == cell[1:] and at != cell]
    never = [OpId(f"{'0' * 64}:0"), *(OpId(f"{name[:64]}:9") for name in list(ops)[:1])]
    pools = [pool for pool in (same, same, same, nearly, list(map(OpId, ops)), never) if pool]
    return st.lists(st.sampled_from(pools).flatmap(st.sampled_from), max_size=3, unique=True).map(tuple)


@st.composite
def _segments(draw: st.DrawFn, written: list[Written]) -> list[Segment]:
    """Each author's batches of a space in a chain, with gaps, doubles, overlaps and lines that nobody can read."""
    segments: list[Segment] = []
    for place in dict.fromkeys((one.space, one.author) for one in written):
        lines = [one.line for one in written if (one.space, one.author) == place]
        chain: list[Segment] = []
        while lines:
            size = draw(st.integers(1, len(lines)))
            chain.append(_after(place, chain, lines[:size]))
            lines = lines[size:]
        if draw(st.booleans()):
            again = draw(
                st.lists(st.sampled_from([*chain[0].lines, *chain[-1].lines, b"garbage"]), min_size=1, max_size=3)
            )
            chain.append(_after(place, chain if draw(st.booleans()) else [], again))
        segments += [one for one in chain if draw(_MOSTLY)]
    return segments


def _after(place: tuple[Space, Key], chain: list[Segment], lines: list[bytes]) -> Segment:
    return Segment(*place, tuple(one.id for one in chain[-1:]), tuple(lines))


@st.composite
def _statements(draw: st.DrawFn, segments: list[Segment]) -> list[SignedStatement]:
    first = [
        office("p", "p1"),
        office("a", "a1"),
        office("b", "b1"),
        member(PROGRAMME_SPACE, "p", "facilitator"),
        member(PROGRAMME_SPACE, "a", "mentee"),
        member(SPACES[0], "b", "mentor"),
        member(SPACES[0], "a", "mentee"),
        admit("a1", "a2", draw(st.sampled_from([("*",), (SPACES[0].id,)]))),
    ]
    found = [one for one in [*first, join("a2")] if draw(_NEARLY_ALWAYS)]
    hostile = [admit("b1", "a2"), admit("b1", "x1"), join("a2", "b"), join("x1", "a"), join("x1", "b")]
    found += [one for one in hostile if draw(_SELDOM)]
    if draw(st.booleans()):
        who = draw(st.sampled_from(["a1", "a2", "b1", "p1"]))
        keep = draw(st.sampled_from([(), ("a2",)]))
        found.append(cut(who, spaces=_held(draw, [one for one in segments if one.author == key(who)]), keep=keep))
    if draw(st.booleans()):
        here = [one for one in segments if one.author == key("b1")]
        found.append(cut_member(SPACES[0], "b", spaces=_held(draw, here)))
    if draw(st.booleans()):
        old = draw(st.sampled_from(found))
        found.append(office("b", "b1", old, by=draw(st.sampled_from([ROOT, ROOT, key("a1")]))))
    return list({one.id: one for one in found}.values())


def _held(draw: st.DrawFn, segments: list[Segment]) -> dict[str, tuple[SegmentId, ...]]:
    found: dict[str, tuple[SegmentId, ...]] = {}
    for one in segments:
        if draw(st.booleans()):
            found[one.space.id] = (*found.get(one.space.id, ()), one.id)
    return found


@st.composite
def _order(draw: st.DrawFn, items: list[Item]) -> tuple[tuple[object, ...], ...]:
    """One order of arrival in steps; some things come twice."""
    twice = draw(st.lists(st.sampled_from(items), max_size=2))
    mixed = draw(st.permutations([*items, *twice]))
    steps: list[list[object]] = [[]]
    for one in mixed:
        if draw(st.integers(0, 2)) == 0:
            steps.append([])
        steps[-1].append(one)
    return tuple(map(tuple, steps))
