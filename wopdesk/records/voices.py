"""Who speaks: keys that PWON approved, and keys that these admitted, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wopdesk.records.ids import OfficeId
from wopdesk.records.statement import EVERY_SPACE, Admit, Join, Office, SignedStatement

Admits = list[tuple[SignedStatement, Admit]]
"""Admits that count: the statement and what it says."""


@dataclass(frozen=True)
class Voice:
    """What a key may speak for: an office, in these spaces (or `*`)."""

    office: OfficeId
    spaces: frozenset[str]

    def reaches(self, space: str) -> bool:
        """Whether it speaks in `space`."""
        return EVERY_SPACE in self.spaces or space in self.spaces


def approved_keys(offices: Iterable[Office]) -> dict[str, Voice]:
    """Keys that PWON approved; of two offices for one key, that of the smaller statement id."""
    approved: dict[str, Voice] = {}
    for office in offices:
        approved.setdefault(office.key, Voice(office.office, frozenset({EVERY_SPACE})))
    return approved


def joins_of(held: Iterable[SignedStatement]) -> dict[str, OfficeId]:
    """The office that each key wishes to speak for, from statements in order of their ids: its first join counts."""
    joins: dict[str, OfficeId] = {}
    for one in held:
        if isinstance(one.body, Join):
            joins.setdefault(one.signer, one.body.office)
    return joins


def admits_of(held: Iterable[SignedStatement], start: Mapping[str, Voice], joins: Mapping[str, OfficeId]) -> Admits:
    """The admits of keys that joined their admitter's office. So nobody claims a key that belongs to others."""
    office = {**joins, **{key: voice.office for key, voice in start.items()}}
    return [
        (one, one.body)
        for one in held
        if isinstance(one.body, Admit) and one.signer in office and joins.get(one.body.key) == office[one.signer]
    ]


def voices_of(start: Mapping[str, Voice], admits: Admits, kept: Mapping[str, frozenset[str]]) -> dict[str, Voice]:
    """The voices of `start` and of all whom they admitted; what a cut key admitted falls unless kept."""
    counting = [(one, body) for one, body in admits if one.signer not in kept or body.key in kept[one.signer]]
    return widen(start, _unreplaced(counting, widen(start, counting)))


def _unreplaced(admits: Admits, voices: Mapping[str, Voice]) -> Admits:
    """Admits that no admit of the same office replaced; what is replaced stays so."""
    office_of = {str(one.id): voices[one.signer].office for one, _ in admits if one.signer in voices}
    gone = {
        old
        for one, _ in admits
        for old in one.statement.replaces
        if one.id in office_of and office_of.get(old) == office_of[one.id]
    }
    return [(one, body) for one, body in admits if one.id not in gone]


def widen(start: Mapping[str, Voice], admits: Admits) -> dict[str, Voice]:
    """The voices of `start` and of all whom they admitted, directly or through others."""
    voices, by_signer = dict(start), _by_signer(admits)
    waiting = dict.fromkeys(start)
    while waiting:  # in rounds, so that a key is looked at again only when all of a round has widened it
        widened: dict[str, None] = {}
        for signer in waiting:
            for body in by_signer.get(signer, ()):
                before = voices.get(body.key)
                after = _admitted(voices[signer], body, before) if body.key not in start else before
                if after is not None and after != before:
                    voices[body.key] = after
                    widened[body.key] = None
        waiting = widened
    return voices


def _by_signer(admits: Admits) -> dict[str, list[Admit]]:
    found: dict[str, list[Admit]] = {}
    for one, body in admits:
        found.setdefault(one.signer, []).append(body)
    return found


def _admitted(voice: Voice, body: Admit, before: Voice | None) -> Voice:
    """The voice that an admit gives: never wider than the signer's own."""
    asked = frozenset(body.spaces)
    if EVERY_SPACE in asked:
        asked = voice.spaces
    elif EVERY_SPACE not in voice.spaces:
        asked &= voice.spaces
    return Voice(voice.office, asked | (before.spaces if before else frozenset()))


def steps_of(start: Iterable[str], admits: Admits) -> dict[str, int]:
    """How many admissions lie between PWON's approval and each key."""
    steps, by_signer = dict.fromkeys(start, 0), _by_signer(admits)
    reached = list(steps)
    while reached:
        admitted = {body.key for signer in reached for body in by_signer.get(signer, ())} - steps.keys()
        steps |= dict.fromkeys(admitted, steps[reached[0]] + 1)
        reached = list(admitted)
    return steps
