"""Reads one partnership from the desk. Knows no Qt."""

from __future__ import annotations

from dataclasses import replace

from wopdesk.desk import portfolio
from wopdesk.desk.circle import Circle, circle
from wopdesk.desk.desk import Desk
from wopdesk.records.kinds import MENTEE, MENTOR
from wopdesk.ui.circles.awaited import awaited
from wopdesk.ui.circles.reader import Reader, reader
from wopdesk.ui.circles.standings import status_of
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.partnership.content import Partnership
from wopdesk.ui.screens.partnership.figures import figures, trends
from wopdesk.ui.screens.partnership.happenings import history
from wopdesk.ui.screens.partnership.ledger import pieces
from wopdesk.ui.screens.partnership.members import invitable, members
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
        members=members(desk, said, seen),
        invitable=invitable(desk, seen) if desk.is_facilitator else None,
        awaited=awaited(desk, seen),
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


def _title(said: Reader, seen: Circle) -> Phrase | str:
    known = seen.partnership
    if known.mentee and known.mentor:
        names = {"mentee": said.office_name(seen, MENTEE), "mentor": said.office_name(seen, MENTOR)}
        return Phrase("{mentee} with mentor {mentor}", names)
    return known.title or seen.name
