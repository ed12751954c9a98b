"""How each partnership stands, in a word and a colour. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from wopdesk.desk import portfolio
from wopdesk.desk.circle import Circle, punctual
from wopdesk.desk.desk import Desk
from wopdesk.programme import advice, agenda
from wopdesk.programme.timeline import BEHIND, StepState
from wopdesk.records.kinds import FACILITATOR, MENTEE, MENTOR
from wopdesk.ui.circles.content import Standing
from wopdesk.ui.circles.reader import Reader
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.theme.tokens import Tone


def standing(desk: Desk, reader: Reader, seen: Circle) -> Standing:
    """One partnership's line; as it was, where nothing of it changed."""
    key = ("standing", seen.space.id, *reader.key)
    return desk.remembered.once(key, (seen,), partial(_standing, desk, reader, seen))


def _standing(desk: Desk, reader: Reader, seen: Circle) -> Standing:
    steps = portfolio.timeline(desk, seen.space)
    step = portfolio.current(steps)
    last = last_report(seen)
    status, tone = status_of(reader, seen, steps)
    return Standing(
        space=seen.space.id,
        code=seen.partnership.code,
        title=seen.partnership.title,
        mentee=reader.office_name(seen, MENTEE),
        mentor=reader.office_name(seen, MENTOR),
        partner=partners_of(reader, seen),
        step=f"{step.step.code} {step.step.title.in_language(reader.language)}",
        last=reader.short_month(last) if last else "",
        last_month=last,
        on_time=punctual(desk, seen).share,
        advice=sum(one.stage in advice.OPEN_STAGES for one in seen.ledger),
        status=status,
        tone=tone,
        overdue=overdue_in(seen),
    )


def partners_of(reader: Reader, seen: Circle) -> str:
    """Mentee and mentor but for this office; both at PWON's desk. A mentor not known yet as its name was written."""
    known = [office for office in (seen.partnership.mentee, seen.partnership.mentor) if office]
    shown = [office for office in known if office != reader.office]
    named = [reader.names.get(office, office[:8]) for office in shown]
    return " – ".join(filter(None, (*named, seen.partnership.mentor_name)))


def last_report(seen: Circle) -> str:
    """The month of the last report that was handed in and not returned."""
    return max(
        (one.get("about/period") for one in seen.filed if one.kind == "monthly_report" and one.is_in), default=""
    )


def overdue_in(seen: Circle) -> int:
    """How many duties of anybody are overdue there."""
    return sum(one.state == agenda.OVERDUE for one in seen.duties)


def status_of(reader: Reader, seen: Circle, steps: Sequence[StepState]) -> tuple[Phrase, Tone]:
    """The worst that can be said of a partnership, else the best."""
    overdue = overdue_in(seen)
    if overdue:
        return (Phrase("1 overdue") if overdue == 1 else Phrase("{count} overdue", {"count": overdue})), "bad"
    if any(one.returned and one.state != agenda.DONE for one in seen.duties):
        return Phrase("Returned"), "warn"
    if not reader.to_send.isdisjoint(one.id for one in seen.documents):
        return Phrase("To be sent"), "warn"
    if any(one.state == agenda.WAITING and one.who == FACILITATOR for one in seen.duties):
        return Phrase("In review"), "info"
    if all(one.state in BEHIND for one in steps if one.step.done):
        return Phrase("Completed"), "good"
    return (Phrase("On schedule"), "good") if seen.partnership.pilot_start else (Phrase("In preparation"), "quiet")
