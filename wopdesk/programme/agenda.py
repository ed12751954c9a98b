"""What each office has to do, and what it waits for: monthly reports, reviews, answers to requests, agreed advice.

Pure: the documents, the kinds, the programme and today come in; `who` says which role moves next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wopdesk.programme import advice
from wopdesk.programme.deadlines import DueRule
from wopdesk.programme.filed import ACCEPTED, AWAITED, DRAFT, RETURNED, Filed, of_kind
from wopdesk.programme.kinds import Kind
from wopdesk.programme.months import last_day, months_between
from wopdesk.programme.partnership import Partnership, read_partnership
from wopdesk.programme.steps import Programme
from wopdesk.records.kinds import MENTEE, MENTOR

DUE, OVERDUE, WAITING, DONE = "due", "overdue", "waiting", "done"
FILE, REVIEW, ANSWER, ACT = "file", "review", "answer", "act"


@dataclass(frozen=True)
class Duty:
    """One thing that somebody has to do, or has done.

    Attributes:
        task: `file` a document, `review` one, `answer` a request, `act` on advice.
        kind: the kind of document concerned.
        space: the partnership's space.
        partnership: the partnership's code.
        period: the month, for monthly documents.
        due: the last day on which it is on time, None where there is no rule.
        state: `due`, `overdue`, `waiting` (handed in, awaits `who`) or `done`.
        who: the role that moves next.
        office: the office in that role, empty when unknown.
        record: the record concerned, empty when nobody has begun it.
        text: the question or advice, empty for documents.
        returned: whether the document came back to be corrected.
    """

    task: str
    kind: str
    space: str
    partnership: str
    period: str
    due: date | None
    state: str
    who: str
    office: str = ""
    record: str = ""
    text: str = ""
    returned: bool = False


def agenda(filed: Iterable[Filed], kinds: Mapping[str, Kind], programme: Programme, today: date) -> list[Duty]:
    """Every duty in every partnership, done ones included, in the order in which they are due.

    Args:
        filed: documents of any number of partnerships.
        kinds: every kind.
        programme: the due rules.
        today: the day on which the agenda is looked at.
    """
    by_space: dict[str, list[Filed]] = {}
    for document in filed:
        by_space.setdefault(document.space, []).append(document)
    views = [_View(space, read_partnership(of_it), of_it, programme, today) for space, of_it in by_space.items()]
    return sorted((duty for view in views for duty in view.duties(kinds)), key=_order)


def month_due(kind: Kind, programme: Programme, period: str) -> date | None:
    """The last day on which a monthly document is on time; None where the kind has no such rule (C322-03, X-10)."""
    if kind.due is None or kind.due.every != "month":
        return None
    return programme.due[kind.due.rule].due(last_day(period))


def writer(kind: Kind) -> str:
    """The role that has to write a kind of document: the mentee where it may start one."""
    return MENTEE if MENTEE in kind.rules.founders else min(kind.rules.founders)


def duties_of(duties: Iterable[Duty], role: str, office: str = "") -> list[Duty]:
    """What a role still has to do itself: due, overdue, or handed in by others and waiting for it.

    Args:
        duties: as `agenda` gives them.
        role: the viewer's.
        office: the viewer's, to leave out what another office in the same role has to do; empty for all.
    """
    mine = (duty for duty in duties if duty.who == role and duty.state != DONE)
    return [duty for duty in mine if not office or duty.office in {"", office}]


def waiting_for_others(duties: Iterable[Duty], role: str) -> list[Duty]:
    """What is open and lies with another role."""
    return [duty for duty in duties if duty.who != role and duty.state != DONE]


@dataclass(frozen=True)
class _View:
    """One partnership's documents on one day."""

    space: str
    partnership: Partnership
    filed: Sequence[Filed]
    programme: Programme
    today: date

    def duties(self, kinds: Mapping[str, Kind]) -> Iterator[Duty]:
        for kind in kinds.values():
            if kind.due and kind.due.every == "month":
                yield from self._monthly(kind)
            elif kind.rules.decides:
                yield from self._reviewed(kind)
        yield from self._advice(self.programme.due["advice_answer"])

    def _monthly(self, kind: Kind) -> Iterator[Duty]:
        """One duty per calendar month of the pilot that has begun, due some days after its end (C322-03, X-10)."""
        reports = {report.get("about/period"): report for report in of_kind(self.filed, kind.kind)}
        for period in self._months():
            due = month_due(kind, self.programme, period)
            yield replace(self._document(kind, reports.get(period), due), period=period)

    def _months(self) -> Iterable[str]:
        start, end = self.partnership.pilot_start, self.partnership.pilot_end
        if start is None:
            return ()
        return months_between(start, min(end or self.today, self.today))

    def _reviewed(self, kind: Kind) -> Iterator[Duty]:
        """Documents without a date that await a verdict or came back; what somebody began is nobody's duty.

        What each partnership has one of (the work plan) is to be begun once it is known when the pilot runs.
        """
        documents = of_kind(self.filed, kind.kind)
        if kind.one_per == () and not documents and self.partnership.pilot_start is not None:
            yield self._document(kind, None, None)
        yield from (self._document(kind, one, None) for one in documents if one.state != DRAFT)

    def _document(self, kind: Kind, document: Filed | None, due: date | None) -> Duty:
        returned = document is not None and document.state == RETURNED
        is_in = document is not None and document.is_in
        accepted = document is not None and document.state == ACCEPTED
        waiting = is_in and not accepted and bool(kind.rules.decides)
        on_its_way = document is not None and document.state == AWAITED
        author = self._author(kind, document)
        duty = self._duty(REVIEW if waiting else FILE, kind.kind, kind.rules.decides if waiting else author, due)
        state = WAITING if waiting or on_its_way else DONE if is_in else duty.state
        return replace(duty, state=state, record=document.record if document else "", returned=returned)

    def _author(self, kind: Kind, document: Filed | None) -> str:
        """The role that writes it: the owner's where it can be told, else the one that has to write the kind."""
        owner = self.partnership.role(document.owner) if document else ""
        return owner or writer(kind)

    def _advice(self, rule: DueRule) -> Iterator[Duty]:
        """Requests without an answer lie with the mentor, open advice with the mentee."""
        for entry in advice.ledger(self.filed):
            if entry.request and entry.stage == advice.ASKED:
                due = rule.due(entry.request.asked) if entry.request.asked else None
                duty = self._duty(ANSWER, "advice_note", MENTOR, due)
                yield replace(duty, record=entry.request.record, text=entry.request.question)
            elif entry.advice and entry.stage in advice.OPEN_STAGES:
                duty = self._duty(ACT, "monthly_report", MENTEE, entry.advice.due)
                yield replace(duty, record=entry.advice.record, text=entry.advice.text)

    def _duty(self, task: str, kind: str, who: str, due: date | None) -> Duty:
        state = OVERDUE if due and self.today > due else DUE
        code, office = self.partnership.code, self.partnership.office(who)
        return Duty(task, kind, self.space, code, "", due, state, who, office)


def _order(duty: Duty) -> tuple[date, str, str, str, str]:
    return duty.due or date.max, duty.partnership, duty.task, duty.period, duty.record
