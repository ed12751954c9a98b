"""All partnerships of this office in one overview: who, which step, what is late, what came last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Literal

from wopdesk.desk import circle, listing, posting
from wopdesk.desk.circle import Circle
from wopdesk.desk.desk import Desk
from wopdesk.programme import advice, agenda
from wopdesk.programme import timeline as steps
from wopdesk.programme.agenda import Duty
from wopdesk.programme.timeline import StepState
from wopdesk.programme.wording import Wording
from wopdesk.records.ids import Space
from wopdesk.records.kinds import FACILITATOR

Status = Literal["late", "waiting", "complete", "on schedule"]


@dataclass(frozen=True)
class Partnership:
    """One partnership on one day.

    Attributes:
        space: where it lives.
        record: the record that describes it; empty while nobody has begun it.
        code, title: as that record says.
        mentee, mentor: names of the offices; empty while they are not chosen.
        role: this office's role in it.
        step: code of the step for which the next ones wait.
        step_title: its name.
        since: the day on which the step before it was done, if that is known.
        status: `late`, else `waiting` where PWON has something to review, else `complete` or `on schedule`.
        overdue: how many duties of anybody are overdue.
        reports: monthly reports that are in.
        expected: months that are due by today or have a report.
        advice: pieces of advice that are open.
        heard: when one of its other offices was last heard of.
    """

    space: Space
    record: str
    code: str
    title: str
    mentee: str
    mentor: str
    role: str
    step: str
    step_title: Wording
    since: date | None
    status: Status
    overdue: int
    reports: int
    expected: int
    advice: int
    heard: datetime | None


@dataclass(frozen=True)
class _Reckoned:
    """What follows from the documents alone."""

    step: StepState
    since: date | None
    status: Status
    overdue: int
    reports: tuple[int, int]
    advice: int


def partnerships(desk: Desk) -> tuple[Partnership, ...]:
    """Every partnership of this office, by code."""
    names = listing.office_names(desk)
    heard = {office: one.heard for office, one in posting.contacts(desk).items() if office != desk.office}
    return tuple(_seen(desk, one, names, heard) for one in circle.circles(desk))


def timeline(desk: Desk, space: Space) -> tuple[StepState, ...]:
    """How each of the fourteen steps of a partnership stands, in the guidelines' order."""
    return _timeline(desk, circle.circle(desk, space))


def _timeline(desk: Desk, seen: Circle) -> tuple[StepState, ...]:
    reckon = partial(steps.timeline, desk.shelf.programme, seen.filed, desk.today, desk.shelf.kinds)
    return tuple(desk.remembered.once(("timeline", seen.space.id, desk.today), seen.documents, reckon))


def current(states: Sequence[StepState]) -> StepState:
    """The step for which the next ones wait; the last one where nothing is left.

    Steps that no other needs (the visits) may go on beside it, and workshops of the whole programme block nobody.
    """
    needed = {code for one in states for code in one.step.needs} | {states[-1].step.code}
    waiting = [one for one in states if one.state == steps.CURRENT and not one.step.whole]
    return next((one for one in waiting if one.step.code in needed), (waiting or states[-1:])[0])


def _seen(desk: Desk, one: Circle, names: dict[str, str], heard: dict[str, datetime | None]) -> Partnership:
    key = ("reckoned", one.space.id, desk.today)
    found = desk.remembered.once(key, one.documents, partial(_reckon, one, _timeline(desk, one)))
    about = one.partnership
    offices = [office for office in (about.mentee, about.mentor, *desk.standing.facilitators) if office]
    return Partnership(
        space=one.space,
        record=about.record,
        code=about.code,
        title=about.title,
        mentee=names.get(about.mentee, about.mentee[:8]),
        mentor=names.get(about.mentor, about.mentor[:8]) or about.mentor_name,
        role=one.role,
        step=found.step.step.code,
        step_title=found.step.step.title,
        since=found.since,
        status=found.status,
        overdue=found.overdue,
        reports=found.reports[0],
        expected=found.reports[1],
        advice=found.advice,
        heard=max(filter(None, map(heard.get, offices)), default=None),
    )


def _reckon(one: Circle, states: Sequence[StepState]) -> _Reckoned:
    step = current(states)
    done = {each.step.code: each.day for each in states if each.state == steps.DONE}
    before = [day for code in (step.step.code, *step.step.needs) if (day := done.get(code))]
    return _Reckoned(
        step=step,
        since=max(before, default=None),
        status=_status(one.duties, states),
        overdue=sum(each.state == agenda.OVERDUE for each in one.duties),
        reports=_reports(one.duties),
        advice=sum(each.stage in advice.OPEN_STAGES for each in one.ledger),
    )


def _status(duties: Sequence[Duty], states: Sequence[StepState]) -> Status:
    if any(one.state == agenda.OVERDUE for one in duties):
        return "late"
    if any(one.state == agenda.WAITING and one.who == FACILITATOR for one in duties):
        return "waiting"
    return "complete" if all(one.state in steps.BEHIND for one in states if one.step.done) else "on schedule"


def _reports(duties: Sequence[Duty]) -> tuple[int, int]:
    """Months that have a report, and those that have one or should have."""
    months = [one for one in duties if one.period]
    there = sum(one.task == agenda.REVIEW or one.state == agenda.DONE for one in months)
    return there, there + sum(one.state == agenda.OVERDUE for one in months)
