"""The fourteen steps of a partnership as its timeline shows them. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wopdesk.desk import portfolio
from wopdesk.desk.circle import Circle
from wopdesk.programme import agenda
from wopdesk.programme.steps import Programme
from wopdesk.programme.timeline import CURRENT, DONE, PASSED, StepState
from wopdesk.ui.circles.reader import Reader
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.partnership.content import Stage, State


def stages_of(said: Reader, seen: Circle, steps: Sequence[StepState]) -> tuple[Stage, ...]:
    """Every step; of the one that goes on, by when it is due."""
    now = portfolio.current(steps)
    return tuple(_stage(one, now, said, seen) for one in steps)


def phase_sentence(programme: Programme, steps: Sequence[StepState], language: str) -> Phrase:
    """How far the phase is in which the current step lies."""
    phase = portfolio.current(steps).step.phase
    title = next(one.title.in_language(language) for one in programme.phases if one.code == phase)
    within = [one for one in steps if one.step.phase == phase]
    values = {"phase": title, "done": sum(one.state == DONE for one in within), "total": len(within)}
    return Phrase("{phase}: {done} of {total} steps done", values)


def _stage(one: StepState, now: StepState, said: Reader, seen: Circle) -> Stage:
    due = _due(one, said, seen) if one is now else None
    return Stage(
        code=one.step.code,
        short=one.step.short.in_language(said.language),
        title=one.step.title.in_language(said.language),
        when=one.day or due,
        state=_state(one, now, late=due is not None and due < said.today),
        reason=one.reason.in_language(said.language),
    )


def _state(one: StepState, now: StepState, *, late: bool) -> State:
    if one.state == DONE:
        return "done"
    if one.state == PASSED:
        return "passed"
    if one is not now or one.state != CURRENT:
        return "ahead"
    return "overdue" if late else "current"


def _due(one: StepState, said: Reader, seen: Circle) -> date | None:
    """By when the next document of a step is due."""
    kinds = {kind.kind for kind in said.kinds.values() if kind.step == one.step.code}
    open_duties = [duty for duty in seen.duties if duty.task == agenda.FILE and duty.state != agenda.DONE]
    return next((duty.due for duty in open_duties if duty.due and duty.kind in kinds), None)
