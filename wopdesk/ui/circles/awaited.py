"""Who is named in a partnership and not in it yet, read from the desk, and adding them. Knows no Qt."""

from __future__ import annotations

from wopdesk.desk import gathering
from wopdesk.desk.circle import Circle
from wopdesk.desk.desk import Desk
from wopdesk.ui.circles.content import Awaited


def awaited(desk: Desk, seen: Circle, language: str) -> Awaited | None:
    """They, with roles in a language; None where everybody who is named takes part, or another office adds them."""
    found = gathering.outside(desk, seen)
    if not found:
        return None
    return Awaited(
        space=seen.space.id,
        ready=tuple((one.name, role_name(desk, one.role, language)) for one in found if one.state == "approved"),
        waiting=tuple(one.name for one in found if one.state == "waiting"),
        unknown=tuple(one.name for one in found if one.state == "unknown"),
    )


def let_in(desk: Desk, space: str) -> tuple[str, ...]:
    """Add those that can be added; their names.

    Raises:
        DeskFault: this is not PWON's desk.
    """
    return gathering.let_in(desk, desk.space(space))


def role_name(desk: Desk, role: str, language: str) -> str:
    """A role in words; empty for one that the programme does not know."""
    actor = desk.shelf.programme.actors.get(role)
    return actor.title.in_language(language) if actor else ""
