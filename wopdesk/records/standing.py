"""Whose word counts: from the set of statements to keys, offices, roles and cuts. No clock and no order of arrival."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wopdesk.records.cuts import CutOrder, kept, office_cuts
from wopdesk.records.ids import PROGRAMME, TEAM, OfficeId, Space, SpaceId
from wopdesk.records.kinds import FACILITATOR
from wopdesk.records.statement import EVERY_SPACE, Admit, Authority, Close, Cut, Member, Office, SignedStatement
from wopdesk.records.voices import Admits, Voice, admits_of, approved_keys, joins_of, voices_of

FOUNDER = "founder"
"""Role of the office that opened a space, where no statement gives it another one."""


@dataclass(frozen=True)
class Standing:
    """The meaning of a set of statements under one root key.

    Attributes:
        root: PWON's root key; empty while no invitation was accepted.
        authorities: keys whose statements count as PWON's, the root among them.
        voices: approved keys and those they admitted.
        team_voices: keys that speak in a team space, its founding key's from the start.
        hopeful: keys that count before their own office's eyes, also while approval is awaited.
        joins: office that each key wishes to speak for; it does when a key of that office admits it.
        own_keys: keys of the asking installation; they count before its own eyes from the start.
        members: role by (space, office).
        cuts: cuts in force.
        closed: segments before which no gap is shown any more.
        names: office → (code, name), of the smallest statement id.
    """

    root: str
    authorities: frozenset[str]
    voices: Mapping[str, Voice]
    team_voices: Mapping[str, Voice]
    hopeful: Mapping[str, Voice]
    joins: Mapping[str, OfficeId]
    own_keys: frozenset[str]
    members: Mapping[tuple[str, str], str]
    cuts: tuple[CutOrder, ...]
    closed: frozenset[str]
    names: Mapping[str, tuple[str, str]]

    def office_of(self, key: str, space: Space, own: OfficeId | None = None) -> OfficeId | None:
        """The office for which `key` speaks in `space`, or None.

        With `own`, the office at whose desk the question is asked: its own unapproved keys count there already.
        """
        voice = (self.team_voices if space.type == TEAM else self.voices).get(key)
        if voice and voice.reaches(space.id):
            return voice.office
        if own and key in self.own_keys:
            return own
        waiting = self.hopeful.get(key)
        hopes = waiting and own and waiting.office == own and waiting.reaches(space.id)
        return own if hopes and space.type != TEAM else None

    @property
    def facilitators(self) -> frozenset[str]:
        """PWON's offices: facilitators of the programme."""
        programme = Space(PROGRAMME, "", self.root).id if self.root else ""
        return frozenset(
            office for (space, office), role in self.members.items() if (space, role) == (programme, FACILITATOR)
        )

    def role(self, space: Space, office: str) -> str | None:
        """The role of an office in a space; None when it does not belong to it.

        The founder and PWON belong to a partnership space without any statement, the founder alone to a team space.
        """
        if space.type == TEAM:
            return FOUNDER if office == space.office else None
        stated = self.members.get((space.id, office))
        if stated or space.type == PROGRAMME:
            return stated
        if office in self.facilitators:
            return FACILITATOR
        return FOUNDER if office == space.office else None

    def kept_heads(self, key: str, office: str, space: Space) -> list[frozenset[str]]:
        """For each cut that touches `key` or `office` in `space`, the segments that count with their predecessors."""
        return [
            frozenset(order.cut.spaces.get(space.id, ())) for order in self.cuts if order.touches(key, office, space)
        ]


def standing(
    statements: Iterable[SignedStatement], root: str, team: Space | None = None, own_keys: Iterable[str] = ()
) -> Standing:
    """What the statements mean under `root`.

    Args:
        statements: all that are held; signatures were verified.
        root: the pinned root key, or empty.
        team: the asking installation's own team space; its founding key speaks there without approval.
        own_keys: the asking installation's own keys, present and former.
    """
    held = sorted(statements, key=lambda one: one.id)
    authorities, live, gone = _from_authority(held, root)
    offices = [one.body for one in live if isinstance(one.body, Office)]
    speaking = _speaking(held, approved_keys(offices), team)
    in_force = [one for one in held if one.id not in gone]
    cuts = (*_cuts(live), *office_cuts(in_force, speaking.at_home, speaking.admits))
    return Standing(
        *(root, authorities, *_uncut(held, speaking, cuts), speaking.joins, frozenset(own_keys)),
        members=_members(live),
        cuts=cuts,
        closed=frozenset(one.body.segment for one in live if isinstance(one.body, Close)),
        names=_names(offices),
    )


@dataclass(frozen=True)
class _Speaking:
    """Who speaks before anything is cut.

    Attributes:
        approved: keys that PWON approved.
        at_home: these and the key that founded the team space, which speaks there.
        hoping: these and the same key, as its own office sees it.
        joins: office that each key wishes to speak for.
        admits: what keys that speak at home admitted.
    """

    approved: Mapping[str, Voice]
    at_home: Mapping[str, Voice]
    hoping: Mapping[str, Voice]
    joins: Mapping[str, OfficeId]
    admits: Admits


def _speaking(held: list[SignedStatement], approved: Mapping[str, Voice], team: Space | None) -> _Speaking:
    at_home, hoping = {**_founder(team, at_home=True), **approved}, {**_founder(team, at_home=False), **approved}
    joins = joins_of(held)
    return _Speaking(approved, at_home, hoping, joins, admits_of(held, at_home, joins))


def _founder(team: Space | None, *, at_home: bool) -> dict[str, Voice]:
    """The key that founded the team space: at home it speaks there alone, and hopes to speak everywhere."""
    if team is None:
        return {}
    return {team.nonce: Voice(OfficeId(team.office), frozenset({team.id if at_home else EVERY_SPACE}))}


def _cuts(live: list[SignedStatement]) -> list[CutOrder]:
    """What PWON cuts."""
    return [CutOrder(one.body, one.signer) for one in live if isinstance(one.body, Cut)]


def _uncut(
    held: list[SignedStatement], speaking: _Speaking, cuts: tuple[CutOrder, ...]
) -> tuple[dict[str, Voice], dict[str, Voice], dict[str, Voice]]:
    """The voices that are left: of all spaces, of the team space, and before the own office's eyes."""
    hard = kept(order for order in cuts if order.everywhere)
    known = admits_of(held, speaking.approved, speaking.joins)
    return (
        voices_of(speaking.approved, known, hard),
        voices_of(speaking.at_home, speaking.admits, kept(order for order in cuts if order.office)),
        voices_of(speaking.hoping, speaking.admits, hard),
    )


def _from_authority(
    held: list[SignedStatement], root: str
) -> tuple[frozenset[str], list[SignedStatement], frozenset[str]]:
    """PWON's keys, its statements in force, and all that it replaced; the root prevails over its authority.

    What is replaced stays so, even if its replacer is replaced.
    """
    by_root = [one for one in held if root and one.signer == root]
    gone = {str(old) for one in by_root for old in one.statement.replaces}
    named = {one.body.key for one in by_root if isinstance(one.body, Authority) and one.id not in gone}
    authorities = frozenset(named | {root} - {""})
    pwon = [one for one in held if one.signer in authorities and not isinstance(one.body, (Authority, Admit))]
    of_root = {one.id for one in by_root}
    gone |= {old for one in pwon for old in one.statement.replaces if old not in of_root}
    return authorities, [one for one in pwon if one.id not in gone], frozenset(gone)


def _members(live: list[SignedStatement]) -> dict[tuple[str, str], str]:
    members: dict[tuple[str, str], str] = {}
    for one in live:
        if isinstance(one.body, Member):
            members.setdefault((one.body.space, one.body.office), one.body.role)
    return members


def _names(offices: list[Office]) -> dict[str, tuple[str, str]]:
    names: dict[str, tuple[str, str]] = {}
    for office in offices:
        names.setdefault(office.office, (office.code, office.name))
    return names


def space_of_statement(one: SignedStatement) -> SpaceId | None:
    """The only space to whose members this statement travels; None: it goes to everybody."""
    body = one.body
    if isinstance(body, (Member, Close)):
        return body.space
    if isinstance(body, Cut) and body.member:
        return SpaceId(body.member[0])
    return None
