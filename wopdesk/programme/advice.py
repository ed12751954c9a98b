"""The advice ledger: what was asked, what the mentor answered, whether the mentee agreed, what was done.

Requests come from part 6 of monthly reports, advice from advice notes, actions from part 3 of later reports
(guidelines 3.2.2). Only what was submitted and not returned counts, but for questions: a report that is corrected for
its figures still asks, until a later version asks no more. Ids are those of the rows that stand for an item in other
documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wopdesk.programme.filed import DRAFT, RETURNED, Filed, of_kind, read_date
from wopdesk.records.ids import row_of_item

ASKED, GIVEN, AGREED, ACTED_ON, DECLINED = "asked", "given", "agreed", "acted_on", "declined"
OPEN_STAGES = frozenset({GIVEN, AGREED})
"""Stages in which the mentee still has to act."""

NOTE, PIECES = "advice_note", "advice/items"
"""The kind of document that gives advice, and its repeat of the pieces of advice."""
QUESTIONS = "requests/asked"
"""The repeat of a monthly report in which questions stand."""

_STAGE_OF_STATE = {"done": ACTED_ON, "cannot": DECLINED, "not_yet": AGREED}


@dataclass(frozen=True)
class Request:
    """A question of the mentee.

    Attributes:
        id: the row id that stands for it elsewhere.
        record, row: where it was asked.
        period: the month of that report.
        question: as written.
        asked: the day the report was submitted.
        needed_by: the day given by the mentee, if any.
    """

    id: str
    record: str
    row: str
    period: str
    question: str
    asked: date | None
    needed_by: date | None


@dataclass(frozen=True)
class Advice:
    """One piece of advice from the mentor.

    Attributes:
        id: the row id that stands for it elsewhere.
        record, row: where it was given.
        request: id of the request that it answers, empty when nobody asked.
        kind: `solution`, `recommendation` or `lesson` (guidelines 5.2).
        text: as written.
        given: the day of the note.
        due: the day by which to act, if any.
    """

    id: str
    record: str
    row: str
    request: str
    kind: str
    text: str
    given: date | None
    due: date | None

    def was_given_by(self, day: date) -> bool:
        """Whether a report of the time up to a day lists it; what was given later belongs into a later report."""
        return self.given is None or self.given <= day


@dataclass(frozen=True)
class Action:
    """What a monthly report says was done about a piece of advice.

    Attributes:
        advice: the advice's id.
        record: the report.
        period: its month.
        state: `done`, `not_yet` or `cannot`.
        text: what was done.
        reported: the day the report was submitted.
    """

    advice: str
    record: str
    period: str
    state: str
    text: str
    reported: date | None


@dataclass(frozen=True)
class Entry:
    """One line of the ledger: a request with or without an answer, or advice that nobody had asked for.

    A request answered by several pieces of advice has a line for each.
    """

    request: Request | None
    advice: Advice | None
    actions: tuple[Action, ...] = ()

    @property
    def stage(self) -> str:
        """`asked`, `given`, `agreed`, `acted_on` or `declined`.

        The mentee agrees to advice by reporting on it, and declines by reporting that it cannot be followed; advice
        never reported on is neither (guidelines 5.2: only what "has been agreed" counts).
        """
        if self.advice is None:
            return ASKED
        return _STAGE_OF_STATE.get(self.actions[-1].state, GIVEN) if self.actions else GIVEN

    @property
    def since(self) -> date | None:
        """The day from which it waits in this stage."""
        if self.stage == ASKED:
            return self.request.asked if self.request else None
        if self.stage == AGREED:
            return next(action.reported for action in self.actions if action.state == "not_yet")
        return self.actions[-1].reported if self.actions else self.advice.given if self.advice else None

    def age(self, today: date) -> int | None:
        """Whole days in this stage, None when the day is unknown."""
        return (today - self.since).days if self.since else None


def ledger(filed: Iterable[Filed]) -> list[Entry]:
    """Every request and every piece of advice of a partnership, the oldest first."""
    known_here = list(filed)
    asking = [document for document in known_here if document.is_in or document.state == RETURNED]
    counted = [document for document in known_here if document.is_in]
    asked, given, done = requests(asking), advices(counted), actions(counted)
    known = {request.id: request for request in asked}
    entries = [
        Entry(known.get(advice.request), advice, tuple(action for action in done if action.advice == advice.id))
        for advice in given
    ]
    answered = {advice.request for advice in given}
    entries += [Entry(request, None) for request in asked if request.id not in answered]
    return sorted(entries, key=_first_day)


def requests(filed: Iterable[Filed]) -> list[Request]:
    """The questions asked in monthly reports, in the order of the reports."""
    return [
        Request(
            id=row_of_item(report.record, row.id),
            record=report.record,
            row=row.id,
            period=report.get("about/period"),
            question=row.get("question"),
            asked=report.submitted,
            needed_by=read_date(row.get("needed_by")),
        )
        for report in _reports(filed)
        for row in report.repeat(QUESTIONS)
        if row.get("question")
    ]


def advices(filed: Iterable[Filed]) -> list[Advice]:
    """The advice given in advice notes."""
    return [
        Advice(
            id=row_of_item(note.record, row.id),
            record=note.record,
            row=row.id,
            request=row.get("request"),
            kind=row.get("kind"),
            text=row.get("text"),
            given=read_date(note.get("about/date")) or note.submitted,
            due=read_date(row.get("due")),
        )
        for note in of_kind(filed, NOTE)
        for row in note.repeat(PIECES)
        if row.get("text")
    ]


def begun(filed: Iterable[Filed]) -> dict[str, str]:
    """The notes that are being written, by the request that they answer."""
    drafts = [note for note in of_kind(filed, NOTE) if note.state == DRAFT]
    return {row.get("request"): note.record for note in drafts for row in note.repeat(PIECES)}


def actions(filed: Iterable[Filed]) -> list[Action]:
    """What monthly reports say was done about advice, in the order of their months."""
    return [
        Action(
            advice=row.get("advice") or row.id,
            record=report.record,
            period=report.get("about/period"),
            state=row.get("state"),
            text=row.get("action"),
            reported=report.submitted,
        )
        for report in _reports(filed)
        for row in report.repeat("advice/actions")
        if row.get("state")
    ]


def _reports(filed: Iterable[Filed]) -> Sequence[Filed]:
    return sorted(of_kind(filed, "monthly_report"), key=lambda report: (report.get("about/period"), report.record))


def _first_day(entry: Entry) -> tuple[date, str, str]:
    day = (entry.request and entry.request.asked) or (entry.advice and entry.advice.given) or date.max
    return day, entry.request.id if entry.request else "", entry.advice.id if entry.advice else ""
