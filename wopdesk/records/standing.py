"""Whose word counts: from the set of statements to keys, offices, roles and cuts. No clock and no order of arrival."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wopdesk.records.ids import PROGRAMME, TEAM, Key, OfficeId, Space, SpaceId
from wopdesk.records.kinds import FACILITATOR
from wopdesk.records.statement import EVERY_SPACE, Admit, Authority, Close, Cut, Member, Office, SignedStatement

FOUNDER = "founder"
"""Role of the office that opened a space, where no statement gives it another one."""
AWAITED = ""
"""Role of the own office, before its own eyes, in a space where its approval is still awaited."""


Admits = list[tuple[SignedStatement, Admit]]
"""Admissions: the statement and what it says."""


@dataclass(frozen=True)
class Voice:
    """What a key may speak for: an office, in these spaces (or `*`)."""

    office: OfficeId
    spaces: frozenset[str]

    def reaches(self, space: str) -> bool:
        """Whether it speaks in `space`."""
        return EVERY_SPACE in self.spaces or space in self.spaces


@dataclass(frozen=True)
class CutOrder:
    """A cut in force: what it touches and what still counts."""

    cut: Cut
    signer: Key
    office: OfficeId | None = None
    """The signer's office; None: PWON's authority signed."""
    by_admitter: bool = False
    """The signer had admitted the key that it cuts, and stands nearer to PWON's approval than that key."""

    @property
    def everywhere(self) -> bool:
        """Whether it reaches shared spaces: PWON's does, and an installation may cut itself and whom it admitted."""
        return self.office is None or self.signer == self.cut.key or self.by_admitter

    def touches(self, key: str, office: str, space: Space) -> bool:
        """Whether segments of `key`, speaking for `office`, are limited in `space`. PWON's cut spares team spaces."""
        if self.cut.member:
            return self.office is None and self.cut.member == (space.id, office)
        in_reach = self.office is not None if space.type == TEAM else self.everywhere
        return self.cut.key == key and in_reach


@dataclass(frozen=True)
class Standing:
    """The meaning of a set of statements under one root key.

    Attributes:
        root: PWON's root key; empty while no invitation was accepted.
        authorities: keys whose statements count as PWON's, the root among them.
        voices: approved keys and those they admitted.
        team_voices: keys that speak in a team space, its founding key's from the start.
        hopeful: keys that count before their own office's eyes, also while approval is awaited.
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
    approved = _approved(offices)
    first = {team.nonce: Voice(OfficeId(team.office), frozenset({team.id}))} if team else {}
    hoped = {key: Voice(voice.office, frozenset({EVERY_SPACE})) for key, voice in first.items()}
    admits = [(one, one.body) for one in held if isinstance(one.body, Admit)]
    cuts = [CutOrder(one.body, one.signer) for one in live if isinstance(one.body, Cut)]
    cuts += _office_cuts([one for one in held if one.id not in gone], {**first, **approved}, admits)
    hard = _kept(order for order in cuts if order.everywhere)
    return Standing(
        root=root,
        authorities=authorities,
        voices=_voices(approved, admits, hard),
        team_voices=_voices({**first, **approved}, admits, _kept(order for order in cuts if order.office)),
        hopeful=_voices({**hoped, **approved}, admits, hard),
        members=_members(live),
        cuts=tuple(cuts),
        closed=frozenset(one.body.segment for one in live if isinstance(one.body, Close)),
        names=_names(offices),
    )


def _approved(offices: Iterable[Office]) -> dict[str, Voice]:
    """Keys that PWON approved; of two offices for one key, that of the smaller statement id."""
    approved: dict[str, Voice] = {}
    for office in offices:
        approved.setdefault(office.key, Voice(office.office, frozenset({EVERY_SPACE})))
    return approved


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


def _voices(start: Mapping[str, Voice], admits: Admits, kept: Mapping[str, frozenset[str]]) -> dict[str, Voice]:
    """The voices of `start` and of all whom they admitted; what a cut key admitted falls unless kept."""
    counting = [(one, body) for one, body in admits if one.signer not in kept or body.key in kept[one.signer]]
    return _widen(start, _unreplaced(counting, _widen(start, counting)))


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


def _kept(orders: Iterable[CutOrder]) -> dict[str, frozenset[str]]:
    """Per cut key, the keys it admitted that stay; several cuts intersect."""
    kept: dict[str, frozenset[str]] = {}
    for order in orders:
        if order.cut.key:
            stays = frozenset(order.cut.keep)
            kept[order.cut.key] = kept.get(order.cut.key, stays) & stays
    return kept


def _widen(start: Mapping[str, Voice], admits: Admits) -> dict[str, Voice]:
    """The voices of `start` and of all whom they admitted, directly or through others."""
    voices = dict(start)
    changed = True
    while changed:
        changed = False
        for one, body in admits:
            voice = voices.get(one.signer)
            if voice is None or body.key in start:
                continue
            widened = _admitted(voice, body, voices.get(body.key))
            if widened and widened != voices.get(body.key):
                voices[body.key] = widened
                changed = True
    return voices


def _admitted(voice: Voice, body: Admit, before: Voice | None) -> Voice | None:
    """The voice that an admit gives: never wider than the signer's own, never of a second office."""
    if before and before.office != voice.office:
        return None
    asked = frozenset(body.spaces)
    if EVERY_SPACE in asked:
        asked = voice.spaces
    elif EVERY_SPACE not in voice.spaces:
        asked &= voice.spaces
    return Voice(voice.office, asked | (before.spaces if before else frozenset()))


def _office_cuts(held: list[SignedStatement], start: Mapping[str, Voice], admits: Admits) -> list[CutOrder]:
    """Cuts signed by a key of the same office as the key that they cut, or by that key itself.

    Whom a cut key admitted has no say here, unless kept: a thief's second key cannot cut the office's first.
    """
    voices = _widen(start, admits)
    steps = _steps(start, admits)
    admitted = {(one.signer, body.key) for one, body in admits if steps.get(one.signer, 0) < steps.get(body.key, 0)}
    gone = _rewritten(held)
    orders = [
        CutOrder(one.body, one.signer, voices[one.signer].office, (one.signer, one.body.key) in admitted)
        for one in held
        if isinstance(one.body, Cut) and one.id not in gone and _of_one_office(voices, one.signer, one.body.key)
    ]
    kept = _kept(order for order in orders if order.signer in start)
    still = _voices(start, admits, kept)
    return [order for order in orders if order.signer in still]


def _of_one_office(voices: Mapping[str, Voice], one: str, other: str) -> bool:
    return one in voices and other in voices and voices[one].office == voices[other].office


def _rewritten(held: list[SignedStatement]) -> set[str]:
    """Cuts that their own signer replaced by another cut of the same key; of itself no key can take one back."""
    cuts = {(str(one.id), one.signer, one.body.key) for one in held if isinstance(one.body, Cut)}
    return {
        old
        for one in held
        if isinstance(one.body, Cut) and one.signer != one.body.key
        for old in one.statement.replaces
        if (old, one.signer, one.body.key) in cuts
    }


def _steps(start: Iterable[str], admits: Admits) -> dict[str, int]:
    """How many admissions lie between PWON's approval and each key."""
    steps = dict.fromkeys(start, 0)
    reached = set(steps)
    while reached:
        reached = {body.key for one, body in admits if one.signer in reached and body.key not in steps}
        steps |= dict.fromkeys(reached, max(steps.values()) + 1)
    return steps


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
