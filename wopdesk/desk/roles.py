"""Roles as sentences name them. Knows no screen: the words are said in its language there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import reduce

from wopdesk.records.kinds import FACILITATOR, MENTEE, MENTOR, SUPPORTING
from wopdesk.records.standing import FOUNDER
from wopdesk.sentence import Sentence

_CALLED: Mapping[str, Sentence] = {
    MENTEE: Sentence("mentee"),
    MENTOR: Sentence("mentor"),
    FACILITATOR: Sentence("facilitator"),
    SUPPORTING: Sentence("supporting"),
    FOUNDER: Sentence("founder"),
}


def either(roles: Collection[str]) -> Sentence:
    """One of these roles, whichever."""
    called = [_CALLED.get(role, Sentence(role)) for role in sorted(roles)] or [Sentence("nobody")]
    return reduce(lambda one, other: Sentence("{one} or {other}", one=one, other=other), called)
