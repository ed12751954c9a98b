"""Who takes part in a partnership, who may, and adding one. Knows no Qt."""

from __future__ import annotations

from wopdesk.desk import authority, partners
from wopdesk.desk.circle import Circle
from wopdesk.desk.desk import Desk
from wopdesk.records.ids import OfficeId
from wopdesk.records.kinds import MENTEE, MENTOR, ROLES, SUPPORTING
from wopdesk.ui.circles.reader import Reader
from wopdesk.ui.circles.roles import role_name
from wopdesk.ui.screens.partnership.content import Invitable, Member


def add_member(desk: Desk, space: str, office: str, role: str) -> None:
    """State that an office takes part; what it may see goes to it with the next sending.

    Raises:
        DeskFault: this is not PWON's desk.
    """
    authority.make_member(desk, desk.space(space), OfficeId(office), role)


def members(desk: Desk, said: Reader, seen: Circle) -> tuple[Member, ...]:
    """Whoever takes part: mentee, mentor, PWON, then others."""
    order = {role: number for number, role in enumerate(ROLES)}
    roles = {one.id: desk.standing.role(seen.space, one.id) for one in partners.offices(desk)}
    found = [
        (order.get(role, len(order)), said.names.get(office, office[:8]), role)
        for office, role in roles.items()
        if role is not None and partners.takes_part(desk, seen.space, office)
    ]
    return tuple(Member(name, role_name(role)) for _, name, role in sorted(found))


def invitable(desk: Desk, seen: Circle) -> Invitable:
    """Offices that are approved and do not take part yet; those that the record names first."""
    free = [
        (str(one.id), one.name)
        for one in partners.offices(desk)
        if one.confirmed and not partners.takes_part(desk, seen.space, one.id)
    ]
    free.sort(key=lambda one: not seen.partnership.role(one[0]))
    meant = [(office, _meant(desk, seen, OfficeId(office))) for office, _ in free]
    roles = [(role, role_name(role)) for role in (MENTEE, MENTOR, SUPPORTING)]
    named = frozenset(office for office, _ in free if seen.partnership.role(office))
    return Invitable(tuple(free), tuple(roles), tuple(meant), named)


def _meant(desk: Desk, seen: Circle, office: OfficeId) -> str:
    """The role that the record gives an office, or else that for which PWON approved it; empty for none to be added."""
    programme = desk.identity.programme
    approved = desk.standing.role(programme, office) if programme else None
    role = seen.partnership.role(office) or approved
    return role if role in {MENTEE, MENTOR, SUPPORTING} else ""
