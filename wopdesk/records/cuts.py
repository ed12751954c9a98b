"""Cuts: from when on a key, or an office in a space, no longer counts, and who may say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wopdesk.records.ids import TEAM, Key, OfficeId, Space
from wopdesk.records.statement import Cut, SignedStatement
from wopdesk.records.voices import Admits, Voice, steps_of, voices_of, widen


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
            return self.office is None and space.type != TEAM and self.cut.member == (space.id, office)
        in_reach = self.office is not None if space.type == TEAM else self.everywhere
        return self.cut.key == key and in_reach


def kept(orders: Iterable[CutOrder]) -> dict[str, frozenset[str]]:
    """Per cut key, the keys it admitted that stay; several cuts intersect."""
    found: dict[str, frozenset[str]] = {}
    for order in orders:
        if order.cut.key:
            stays = frozenset(order.cut.keep)
            found[order.cut.key] = found.get(order.cut.key, stays) & stays
    return found


def office_cuts(held: list[SignedStatement], start: Mapping[str, Voice], admits: Admits) -> list[CutOrder]:
    """Cuts signed by a key of the same office as the key that they cut, or by that key itself.

    Whom a cut key admitted has no say here, unless kept: a thief's second key cannot cut the office's first.
    """
    voices = widen(start, admits)
    steps = steps_of(start, admits)
    admitted = {(one.signer, body.key) for one, body in admits if steps.get(one.signer, 0) < steps.get(body.key, 0)}
    gone = _rewritten(held)
    orders = [
        CutOrder(one.body, one.signer, voices[one.signer].office, (one.signer, one.body.key) in admitted)
        for one in held
        if isinstance(one.body, Cut) and one.id not in gone and _of_one_office(voices, one.signer, one.body.key)
    ]
    fallen = kept(order for order in orders if order.signer in start)
    still = voices_of(start, admits, fallen)
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
