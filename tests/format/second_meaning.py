"""What bundles mean: whose word counts and what is visible, from docs/format.md alone."""

import functools
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.format.second_reader import Batch, Bundle, Op, Segment, Statement, canonical, h

EVERYWHERE = frozenset("*")
STEP = r"[A-Za-z_][A-Za-z0-9_.\-]*(?:\[[a-z2-7]{16}\])?"
KNOWN_FIELD = re.compile(
    rf"{STEP}(?:/{STEP}){{0,63}}|@kind|@version|@behalf|@retired|@row/.+/[a-z2-7]{{16}}|@withdrawn/[0-9a-f]{{64}}"
    r"|@review/[0-9a-f]{64}/[0-9a-f]{32}|@scan/[0-9a-f]{64}/.+"
)
Place = tuple[str, str, str]
"""Space, record and field."""


class Kind(NamedTuple):
    """What kind.toml says about who may write."""

    forms: frozenset[str]
    owner: str
    founders: frozenset[str]
    writers: frozenset[str]
    reviewers: frozenset[str]


def kinds(folder: Path) -> dict[str, Kind]:
    """The kinds of a folder of forms."""
    found = {}
    for file in folder.glob("*/kind.toml"):
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        form = h("form", file.with_name("form.xml").read_bytes(), file.read_bytes())
        roles = (frozenset(told[name]) for name in ("founders", "writers", "reviewers"))
        found[told["kind"]] = Kind(frozenset([form, *told["former"]]), told["owner"], *roles)
    return found


class Voice(NamedTuple):
    """For whom a key speaks, and in which spaces."""

    office: str
    spaces: frozenset[str]

    def narrowed(self, spaces: frozenset[str]) -> frozenset[str]:
        """What it can hand on of these."""
        if "*" in self.spaces or "*" in spaces:
            return spaces if "*" in self.spaces else self.spaces
        return self.spaces & spaces


def voices(start: Mapping[str, Voice], admits: Iterable[Statement], joined: Mapping[str, str]) -> dict[str, Voice]:
    """The approved keys and those whom they admitted, and whom those admitted."""
    in_order = sorted(admits)
    found = dict(start)
    for _ in in_order:
        now = dict(start)
        for one in in_order:
            key, by = one.text("key"), found.get(one.signer)
            spaces = by.narrowed(frozenset(one.texts("spaces"))) if by else frozenset()
            if by and spaces and key not in start and joined.get(key) == by.office:
                now[key] = Voice(by.office, spaces | (now[key].spaces if key in now else frozenset()))
        found = now
    return found


def _unreplaced(told: list[tuple[str, Statement]]) -> list[Statement]:
    """What offices say, but what their own later words replaced."""
    offices = {one.id: office for office, one in told}
    gone = {old for office, one in told for old in one.replaces if offices.get(old) == office}
    return [one for _, one in told if one.id not in gone]


def _kept(admits: Iterable[Statement], cuts: Iterable[Statement]) -> list[Statement]:
    """Without the admits by cut keys, unless every cut of that key keeps the key that it admitted."""
    keep: dict[str, set[str]] = {}
    for cut in cuts:
        key, kept = cut.text("key"), set(cut.texts("keep"))
        keep[key] = keep.get(key, kept) & kept
    return [one for one in admits if one.text("key") in keep.get(one.signer, {one.text("key")})]


@dataclass(frozen=True)
class Standing:
    """What a set of statements means under a root key."""

    root: str
    statements: tuple[Statement, ...]

    @functools.cached_property
    def authorities(self) -> frozenset[str]:
        """Keys that speak as PWON's authority."""
        by_root = [one for one in self.statements if one.signer == self.root]
        gone = {other for one in by_root for other in one.replaces}
        keys = (one.text("key") for one in by_root if one.type == "authority" and one.id not in gone)
        return frozenset([self.root, *keys])

    @functools.cached_property
    def said(self) -> tuple[Statement, ...]:
        """What authorities say; who they are says the root alone."""
        heard = (one for one in self.statements if one.signer in self.authorities)
        return tuple(one for one in heard if one.type != "authority" or one.signer == self.root)

    @functools.cached_property
    def gone(self) -> frozenset[str]:
        """What an authority replaced, but what the root signed only by the root."""
        by_root = {one.id for one in self.said if one.signer == self.root}
        return frozenset(
            other for one in self.said for other in one.replaces if other not in by_root or one.signer == self.root
        )

    def live(self, kind: str) -> list[Statement]:
        """What authorities say of one type, the smallest id last, so that it prevails."""
        return sorted((one for one in self.said if one.type == kind and one.id not in self.gone), reverse=True)

    @functools.cached_property
    def approved(self) -> dict[str, Voice]:
        """Keys that an authority named for an office."""
        return {one.text("key"): Voice(one.text("office"), EVERYWHERE) for one in self.live("office")}

    @functools.cached_property
    def joined(self) -> dict[str, str]:
        """Keys with the office for which they wish to speak, the smallest id last, so that it prevails."""
        joins = sorted((one for one in self.statements if one.type == "join"), reverse=True)
        return {one.signer: one.text("office") for one in joins}

    def admits(self, start: Mapping[str, Voice]) -> list[Statement]:
        """The admits that count and that no admit of their own office replaced."""
        told = [one for one in self.statements if one.type == "admit"]
        found = voices(start, told, self.joined)
        told = [one for one in told if one.signer in found]
        told = [one for one in told if self.joined.get(one.text("key")) == found[one.signer].office]
        told = [one for one in told if found[one.signer].narrowed(frozenset(one.texts("spaces")))]
        return _unreplaced([(found[one.signer].office, one) for one in told])

    def own_cuts(self, start: Mapping[str, Voice]) -> list[Statement]:
        """Cuts by a key of the same office as the key that is cut; not by those whom an elder cut took along."""
        admits = self.admits(start)
        office = {key: voice.office for key, voice in voices(start, admits, self.joined).items()}
        own = [one for one in self.statements if one.type == "cut" and one.text("key") in office]
        own = [one for one in own if office.get(one.signer) == office[one.text("key")]]
        elder = [one for one in own if one.signer == one.text("key") or one.signer in start]
        heard = voices(start, _kept(admits, elder), self.joined)
        told = [(one.text("key"), one) for one in own if one.signer in heard]
        return [one for one in _unreplaced(told) if one.id not in self.gone]

    def start(self, space: tuple[str, ...]) -> dict[str, Voice]:
        """Who speaks in a space without being admitted; in a team space its founding key, too."""
        own = {space[2]: Voice(space[1], frozenset([h("space", *space)]))} if space[0] == "team" else {}
        return {**own, **self.approved}

    def cuts(self, space: tuple[str, ...]) -> list[Statement]:
        """The cuts that reach a space."""
        start, team = self.start(space), space[0] == "team"
        admitted = {(one.signer, one.text("key")) for one in self.admits(start) if one.text("key") not in start}
        near = [
            one
            for one in self.own_cuts(start)
            if team or one.signer == one.text("key") or (one.signer, one.text("key")) in admitted
        ]
        return near if team else [*self.live("cut"), *near]

    def voices_in(self, space: tuple[str, ...]) -> dict[str, Voice]:
        """Who speaks in a space: without the keys that a cut key admitted, unless they are kept."""
        start = self.start(space)
        return voices(start, _kept(self.admits(start), self.cuts(space)), self.joined)

    def role(self, space: tuple[str, ...], office: str) -> str | None:
        """The role of an office in a space."""
        if space[0] != "team":
            roles = {(one.text("space"), one.text("office")): one.text("role") for one in self.live("member")}
            stated = roles.get((h("space", *space), office))
            programme = roles.get((h("space", "programme", "", self.root), office))
            if stated or (programme == "facilitator" and space[0] == "partnership"):
                return stated or programme
        return "founder" if office == space[1] else None


class Author(NamedTuple):
    """Who wrote a batch."""

    office: str
    role: str


class Meaning:
    """What all of some bundles say together."""

    def __init__(self, bundles: Iterable[Bundle], root: str, known: Mapping[str, Kind]) -> None:
        bundles = list(bundles)
        self.known = known
        self.segments = {one.id: one for bundle in bundles for one in bundle.segments}
        self.standing = Standing(root, tuple({one.id: one for bundle in bundles for one in bundle.statements}.values()))
        self.foundings = self._foundings()

    def _foundings(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """By space and record the five parts that `@kind` reveals there."""
        found = {}
        for segment in self.segments.values():
            for op in (op for batch in segment.batches for op in batch.ops if op.field == "@kind"):
                parts = founding(op)
                if parts and (parts[0] == segment.space_id or segment.space[0] == "team"):
                    found[segment.space_id, op.record] = parts
        return found

    def author(self, segment: Segment) -> Author | None:
        """For whom a segment counts."""
        voice = self.standing.voices_in(segment.space).get(segment.author)
        role = self.standing.role(segment.space, voice.office) if voice else None
        if not voice or not role or not {"*", segment.space_id} & voice.spaces:
            return None
        for cut in self.standing.cuts(segment.space):
            touched = cut.text("key") == segment.author or cut.texts("member") == (segment.space_id, voice.office)
            kept = cut.told["spaces"]
            heads = kept.get(segment.space_id, []) if isinstance(kept, dict) else []
            if touched and segment.id not in self._until(heads):
                return None
        return Author(voice.office, role)

    def _until(self, heads: Iterable[str]) -> set[str]:
        """Segments and their predecessors."""
        found: set[str] = set()
        ahead = [one for one in heads if one in self.segments]
        while ahead:
            one = ahead.pop()
            found.add(one)
            ahead += [each for each in self.segments[one].after if each in self.segments and each not in found]
        return found

    def counting(self) -> dict[Place, tuple[dict[tuple[str, int], Op], set[tuple[str, int]]]]:
        """By place all operations, and the ids of those that count."""
        places: dict[Place, tuple[dict[tuple[str, int], Op], set[tuple[str, int]]]] = defaultdict(lambda: ({}, set()))
        where = {
            op.id: (segment.space_id, op.record, op.field)
            for segment in self.segments.values()
            for batch in segment.batches
            for op in batch.ops
        }
        for segment in self.segments.values():
            author = self.author(segment)
            for batch in segment.batches:
                for op in batch.ops:
                    place = where[op.id]
                    ops, good = places[place]
                    ops[op.id] = op
                    near = all(where.get(parent, place) == place for parent in op.parents)
                    if near and self._counts(op, batch, segment, author):
                        good.add(op.id)
        return places

    def _counts(self, op: Op, batch: Batch, segment: Segment, author: Author | None) -> bool:
        parts = self.foundings.get((segment.space_id, op.record))
        if op.field == "@kind":
            return founding(op) == parts is not None
        kind = self.known.get(parts[2]) if parts else None
        if not parts or not kind or not author or batch.forms.get(parts[2]) not in kind.forms:
            return False
        return bool(KNOWN_FIELD.fullmatch(op.field)) and self._may(op, batch, segment, author, parts)

    def _may(self, op: Op, batch: Batch, segment: Segment, author: Author, parts: tuple[str, ...]) -> bool:
        """Whether the office may write the field."""
        kind = self.known[parts[2]]
        if op.field.startswith("@review/"):
            return op.field.endswith(f"/{author.office}") and author.role in kind.reviewers
        if segment.space[0] == "team":
            return True
        if kind.owner == "founder" and parts[1] != segment.space[1]:
            return False
        owns = parts[1] == author.office and author.role in kind.founders | {"founder"}
        stands_in = any(
            (each.record, each.field, each.value) == (op.record, "@behalf", author.office) for each in batch.ops
        )
        return owns or author.role in kind.writers or (author.role == "facilitator" and stands_in)

    def visible(self) -> dict[Place, list[Op]]:
        """By place the visible operations, the displayed one first."""
        found = {}
        for place, (ops, good) in self.counting().items():
            covered: set[tuple[str, int]] = set()
            ahead = [parent for one in good for parent in ops[one].parents]
            while ahead:
                one = ahead.pop()
                if one in ops and one not in covered:
                    covered.add(one)
                    ahead += ops[one].parents
            if good - covered:
                found[place] = [ops[one] for one in sorted(good - covered)]
        return found


def founding(op: Op) -> tuple[str, ...] | None:
    """The five parts that a `@kind` reveals, when the record's id is their hash."""
    try:
        parts = json.loads(op.value) if isinstance(op.value, str) else None
    except ValueError:
        return None
    if not isinstance(parts, list) or len(parts) != 5 or not all(isinstance(part, str) for part in parts):
        return None
    return tuple(parts) if canonical(parts) == op.value and h("record", *parts) == op.record else None
