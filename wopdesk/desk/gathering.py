"""Offices that a partnership's record names and that are not in it yet: nothing reaches them until PWON adds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from wopdesk.desk import authority, partners
from wopdesk.desk.circle import Circle, circle
from wopdesk.desk.desk import Desk
from wopdesk.records.ids import OfficeId, Space
from wopdesk.records.kinds import MENTEE, MENTOR


@dataclass(frozen=True)
class Named:
    """An office as a record names it.

    Attributes:
        office: its id; empty where only a name was written.
        name: its name.
        role: the role in which it is named.
        state: whether PWON approved it, so that it can be added, it waits for that, or nobody here knows it.
    """

    office: OfficeId
    name: str
    role: str
    state: Literal["approved", "waiting", "unknown"]


def incomplete(desk: Desk, seen: Iterable[Circle]) -> list[Circle]:
    """Those of many partnerships that name somebody who does not take part; at PWON's desk alone."""
    if not desk.is_facilitator:
        return []
    members, found = desk.standing.members, []
    for one in seen:  # of thousands, whenever the first screen is shown
        space, mentee, mentor = one.space.id, one.partnership.mentee, one.partnership.mentor
        if (mentee and (space, mentee) not in members) or (mentor and (space, mentor) not in members):
            found.append(one)
    return found


def outside(desk: Desk, seen: Circle) -> tuple[Named, ...]:
    """Mentee and mentor as far as they do not take part; at PWON's desk, once the record that names them was submitted.

    An office that left, which was named before, is not among them.
    """
    if not desk.is_facilitator:
        return ()
    found = tuple(_outside(desk, seen))
    record = seen.document(seen.partnership.record) if found else None
    return found if record is not None and record.latest is not None else ()


def _outside(desk: Desk, seen: Circle) -> Iterator[Named]:
    for role in (MENTEE, MENTOR):
        office = seen.partnership.office(role)
        if office and desk.standing.role(seen.space, office) is None:
            yield _named(desk, OfficeId(office), role)
        elif not office and seen.partnership.written(role):
            yield Named(OfficeId(""), seen.partnership.written(role), role, "unknown")


def _named(desk: Desk, office: OfficeId, role: str) -> Named:
    known = next((one for one in partners.offices(desk) if one.id == office), None)
    if known is None:
        return Named(office, office[:8], role, "unknown")
    return Named(office, known.name, role, "approved" if known.confirmed else "waiting")


def let_in(desk: Desk, space: Space) -> tuple[str, ...]:
    """Let those who are named and approved take part in the role in which they are named; their names.

    Raises:
        DeskFault: this is not PWON's desk.
    """
    added = [one for one in outside(desk, circle(desk, space)) if one.state == "approved"]
    for one in added:
        authority.make_member(desk, space, one.office, one.role)
    return tuple(one.name for one in added)
