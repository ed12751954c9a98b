"""What the list of partnerships shows, as values. Knows neither a desk nor Qt."""

from __future__ import annotations

from dataclasses import dataclass

from wopdesk.ui.circles.content import Standing


@dataclass(frozen=True)
class Partnerships:
    """How each stands, and whether this is PWON's desk, which opens them for others."""

    standings: tuple[Standing, ...]
    coordinator: bool = False
