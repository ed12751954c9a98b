"""Offices that a partnership's record names and that are not in it yet: nothing reaches them until PWON adds them."""

from __future__ import annotations

from collections.abc import Iterable

from wopdesk.desk import authority, partners
from wopdesk.desk.circle import Circle, circle
from wopdesk.desk.desk import Desk
from wopdesk.programme.naming import NAMED, Around, Named, State, missing
from wopdesk.records.ids import Space


def incomplete(desk: Desk, seen: Iterable[Circle]) -> list[Circle]:
    """Those of many partnerships that name somebody who does not take part; at PWON's desk alone."""
    if not desk.is_facilitator:
        return []
    members, found = desk.standing.members, []
    for one in seen:  # of thousands, whenever the first screen is shown
        named = filter(None, map(one.partnership.office, NAMED))
        if any((one.space.id, office) not in members for office in named):
            found.append(one)
    return found


def outside(desk: Desk, seen: Circle) -> tuple[Named, ...]:
    """Who is named and does not take part; at PWON's desk, once the record that names them was submitted.

    An office that left, which was named before, is not among them.
    """
    if not desk.is_facilitator:
        return ()
    record = seen.document(seen.partnership.record)
    if record is None or record.latest is None:
        return ()
    return missing(seen.partnership, around(desk, seen.space))


def around(desk: Desk, space: Space) -> Around:
    """What is known of offices around a partnership, by which it is told who of those named has to be added."""
    known = partners.offices(desk)
    inside = (one.id for one in known if desk.standing.role(space, one.id) is not None)
    states = {str(one.id): (one.name, _state(confirmed=one.confirmed)) for one in known}
    programme = desk.identity.programme
    usual = {str(one.id): desk.standing.role(programme, one.id) or "" for one in known} if programme else {}
    return Around(frozenset(inside), states, usual)


def _state(*, confirmed: bool) -> State:
    return "approved" if confirmed else "waiting"


def let_in(desk: Desk, space: Space) -> tuple[str, ...]:
    """Let those who are named and approved take part in the role in which they are named; their names.

    Raises:
        DeskFault: this is not PWON's desk.
    """
    added = [one for one in outside(desk, circle(desk, space)) if one.state == "approved"]
    for one in added:
        authority.make_member(desk, space, one.office, one.role)
    return tuple(one.name for one in added)
