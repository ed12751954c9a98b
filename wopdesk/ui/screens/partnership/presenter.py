"""Reads one partnership from the desk. Knows no Qt."""

from __future__ import annotations

from dataclasses import replace

from wopdesk.desk import authority, partners, portfolio
from wopdesk.desk.circle import Circle, circle
from wopdesk.desk.desk import Desk
from wopdesk.records.ids import OfficeId
from wopdesk.records.kinds import MENTEE, MENTOR, ROLES, SUPPORTING
from wopdesk.ui.circles.reader import Reader, reader
from wopdesk.ui.circles.standings import status_of
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.partnership.content import Invitable, Member, Partnership
from wopdesk.ui.screens.partnership.figures import figures, trends
from wopdesk.ui.screens.partnership.happenings import history
from wopdesk.ui.screens.partnership.ledger import pieces
from wopdesk.ui.screens.partnership.papers import papers
from wopdesk.ui.screens.partnership.stages import phase_sentence, stages_of


def content(desk: Desk, space: str, language: str) -> Partnership:
    """One partnership, with titles in a language.

    Raises:
        DeskFault: it is not known here.
    """
    said, seen = reader(desk, language), circle(desk, desk.space(space))
    return replace(
        _headed(desk, said, seen),
        papers=papers(said, seen),
        advice=pieces(said, seen),
        trends=trends(desk, said, seen),
        figures=figures(desk, seen),
        history=history(said, seen),
        members=_members(desk, said, seen),
        invitable=_invitable(desk, said, seen) if desk.is_facilitator else None,
    )


def _headed(desk: Desk, said: Reader, seen: Circle) -> Partnership:
    """What it is called, how it stands, and its timeline."""
    steps = portfolio.timeline(desk, seen.space)
    status, tone = status_of(said, seen, steps)
    return Partnership(
        space=seen.space.id,
        record=seen.partnership.record,
        code=seen.partnership.code,
        title=_title(said, seen),
        status=status,
        tone=tone,
        stages=stages_of(said, seen, steps),
        now=steps.index(portfolio.current(steps)),
        phase=phase_sentence(desk.shelf.programme, steps, said.language),
    )


def add_member(desk: Desk, space: str, office: str, role: str) -> None:
    """State that an office takes part; what it may see goes to it with the next sending.

    Raises:
        DeskFault: this is not PWON's desk.
    """
    authority.make_member(desk, desk.space(space), OfficeId(office), role)


def _title(said: Reader, seen: Circle) -> Phrase | str:
    known = seen.partnership
    if known.mentee and known.mentor:
        names = {"mentee": said.office_name(seen, MENTEE), "mentor": said.office_name(seen, MENTOR)}
        return Phrase("{mentee} with mentor {mentor}", names)
    return known.title or seen.name


def _members(desk: Desk, said: Reader, seen: Circle) -> tuple[Member, ...]:
    """Whoever takes part: mentee, mentor, PWON, then others."""
    order = {role: number for number, role in enumerate(ROLES)}
    roles = {one.id: desk.standing.role(seen.space, one.id) for one in partners.offices(desk)}
    found = [
        (order.get(role, len(order)), said.names.get(office, office[:8]), _role(desk, role, said.language))
        for office, role in roles.items()
        if role is not None and partners.takes_part(desk, seen.space, office)
    ]
    return tuple(Member(name, role) for _, name, role in sorted(found))


def _role(desk: Desk, role: str, language: str) -> str:
    actor = desk.shelf.programme.actors.get(role)
    return actor.title.in_language(language) if actor else ""


def _invitable(desk: Desk, said: Reader, seen: Circle) -> Invitable:
    """Offices that are approved and do not take part yet; those that the record names first."""
    free = [
        (str(one.id), one.name)
        for one in partners.offices(desk)
        if one.confirmed and not partners.takes_part(desk, seen.space, one.id)
    ]
    free.sort(key=lambda one: not seen.partnership.role(one[0]))
    meant = [(office, _meant(desk, seen, OfficeId(office))) for office, _ in free]
    roles = [(role, _role(desk, role, said.language)) for role in (MENTEE, MENTOR, SUPPORTING)]
    return Invitable(tuple(free), tuple(roles), tuple(meant))


def _meant(desk: Desk, seen: Circle, office: OfficeId) -> str:
    """The role that the record gives an office, or else that for which PWON approved it; empty for none to be added."""
    programme = desk.identity.programme
    approved = desk.standing.role(programme, office) if programme else None
    role = seen.partnership.role(office) or approved
    return role if role in {MENTEE, MENTOR, SUPPORTING} else ""
