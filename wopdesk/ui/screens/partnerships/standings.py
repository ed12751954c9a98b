"""How each partnership stands, in a word and a colour. Knows no Qt."""

from __future__ import annotations

from wopdesk.desk.circle import Circle, punctual
from wopdesk.desk.desk import Desk
from wopdesk.programme import advice, agenda
from wopdesk.programme.steps import Programme
from wopdesk.programme.timeline import CURRENT, DONE, StepState, timeline
from wopdesk.records.kinds import FACILITATOR
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.partnerships.content import Standing
from wopdesk.ui.screens.partnerships.reader import Reader
from wopdesk.ui.theme.tokens import Tone


def standing(desk: Desk, reader: Reader, seen: Circle) -> Standing:
    """One partnership's line."""
    steps = timeline(desk.shelf.programme, seen.filed, desk.today)
    step = current_step(steps)
    status, tone = status_of(seen, steps)
    return Standing(
        space=seen.space.id,
        code=seen.partnership.code,
        title=seen.partnership.title,
        partner=partners_of(reader, seen),
        step=f"{step.step.code} {step.step.title.in_language(reader.language)}" if step else "",
        last=reader.month(last_report(seen)) if last_report(seen) else "",
        on_time=punctual(desk, seen).share,
        advice=sum(one.stage in advice.OPEN_STAGES for one in seen.ledger),
        status=status,
        tone=tone,
    )


def partners_of(reader: Reader, seen: Circle) -> str:
    """Mentee and mentor but for this office; both at PWON's desk."""
    known = [office for office in (seen.partnership.mentee, seen.partnership.mentor) if office]
    shown = [office for office in known if office != reader.office]
    return " – ".join(reader.names.get(office, office[:8]) for office in shown)


def current_step(steps: list[StepState]) -> StepState | None:
    """The step for which the next ones wait; the last one done where nothing is left.

    Steps that no other needs (the visits) may go on beside it, and workshops of the whole programme block nobody.
    """
    needed = {code for one in steps for code in one.step.needs} | {steps[-1].step.code}
    waiting = [one for one in steps if one.state == CURRENT and not one.step.whole]
    chain = [one for one in waiting if one.step.code in needed] or waiting
    return chain[0] if chain else next((one for one in reversed(steps) if one.state == DONE), None)


def last_report(seen: Circle) -> str:
    """The month of the last report that was handed in and not returned."""
    return max(
        (one.get("about/period") for one in seen.filed if one.kind == "monthly_report" and one.is_in), default=""
    )


def status_of(seen: Circle, steps: list[StepState]) -> tuple[Phrase, Tone]:
    """The worst that can be said of a partnership, else the best."""
    overdue = sum(one.state == agenda.OVERDUE for one in seen.duties)
    if overdue:
        return (Phrase("1 overdue") if overdue == 1 else Phrase("{count} overdue", {"count": overdue})), "bad"
    if any(one.returned and one.state != agenda.DONE for one in seen.duties):
        return Phrase("Returned"), "warn"
    if any(one.state == agenda.WAITING and one.who == FACILITATOR for one in seen.duties):
        return Phrase("In review"), "info"
    if all(one.state == DONE for one in steps if one.step.done):
        return Phrase("Completed"), "good"
    return (Phrase("On schedule"), "good") if seen.partnership.pilot_start else (Phrase("In preparation"), "quiet")


def phase_sentence(programme: Programme, steps: list[StepState], language: str) -> Phrase:
    """How far the phase is in which the current step lies."""
    now = current_step(steps)
    phase = now.step.phase if now else programme.phases[-1].code
    title = next(one.title.in_language(language) for one in programme.phases if one.code == phase)
    within = [one for one in steps if one.step.phase == phase]
    values = {"phase": title, "done": sum(one.state == DONE for one in within), "total": len(within)}
    return Phrase("{phase}: {done} of {total} steps done", values)
