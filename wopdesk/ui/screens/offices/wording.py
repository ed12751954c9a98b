"""Roles and codes as the screen of offices says them."""

from __future__ import annotations

from wopdesk.ui.i18n import from_left, tr


def role_name(role: str) -> str:
    """A role in words; empty for none."""
    names = {
        "mentee": tr("Mentee"),
        "mentor": tr("Mentor"),
        "supporting": tr("Supporting"),
        "facilitator": tr("Facilitator"),
        "founder": tr("Founder"),
    }
    return names.get(role, role)


def spaced(code: str) -> str:
    """A code with room between its groups, so that it is read aloud group by group."""
    return from_left(code.replace("-", " – "))
