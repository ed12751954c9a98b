"""Codes as the screen of offices shows them."""

from __future__ import annotations

from wopdesk.ui.i18n import from_left


def spaced(code: str) -> str:
    """A code with room between its groups, so that it is read aloud group by group."""
    return from_left(code.replace("-", " – "))
