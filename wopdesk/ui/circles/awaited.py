"""Who is named in a partnership and not in it yet, read from the desk, and adding them. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from wopdesk.desk import gathering
from wopdesk.desk.circle import Circle
from wopdesk.desk.desk import Desk
from wopdesk.programme.naming import Named
from wopdesk.ui.circles.content import Awaited
from wopdesk.ui.circles.roles import role_name


def awaited(desk: Desk, seen: Circle) -> Awaited | None:
    """They, with their roles; None where everybody who is named takes part, or another office adds them."""
    return told(seen.space.id, gathering.outside(desk, seen))


def told(space: str, found: Sequence[Named]) -> Awaited | None:
    """The same of those that were found already."""
    if not found:
        return None
    return Awaited(
        space=space,
        ready=tuple((one.name, role_name(one.role)) for one in found if one.state == "approved"),
        waiting=tuple(one.name for one in found if one.state == "waiting"),
        unknown=tuple(one.name for one in found if one.state == "unknown"),
        otherwise=tuple((one.name, role_name(one.usual), role_name(one.role)) for one in found if one.is_otherwise),
    )


def let_in(desk: Desk, space: str) -> tuple[str, ...]:
    """Add those that can be added; their names.

    Raises:
        DeskFault: this is not PWON's desk.
    """
    return gathering.let_in(desk, desk.space(space))
