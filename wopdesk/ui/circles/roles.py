"""What each role is called, wherever a screen names one. Knows neither a desk nor Qt."""

from __future__ import annotations

from collections.abc import Mapping

from wopdesk.records.kinds import FACILITATOR, MENTEE, MENTOR, SUPPORTING
from wopdesk.records.standing import FOUNDER
from wopdesk.ui.phrase import Phrase

_NAMES: Mapping[str, Phrase] = {
    MENTEE: Phrase("Mentee"),
    MENTOR: Phrase("Mentor"),
    SUPPORTING: Phrase("Supporting partner"),
    FACILITATOR: Phrase("Facilitator"),
    FOUNDER: Phrase("Founder"),
}


def role_name(role: str) -> Phrase | str:
    """A role in words; empty for none."""
    return _NAMES.get(role, role)
