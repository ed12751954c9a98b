"""What one partnership asks of this office, and what this office waits for there, line by line. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from wopdesk.desk.authorship import author
from wopdesk.desk.circle import Circle
from wopdesk.desk.documents import Document
from wopdesk.programme import advice, agenda
from wopdesk.programme.advice import Advice, Request
from wopdesk.programme.agenda import DUE, OVERDUE, REVIEW, Duty
from wopdesk.programme.datasets import one_line
from wopdesk.programme.filed import DRAFT
from wopdesk.programme.months import last_day
from wopdesk.records.kinds import MENTEE, MENTOR
from wopdesk.records.review import RETURN
from wopdesk.ui.circles.reader import Reader
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.home.content import Line
from wopdesk.ui.shell.where import SEND, Where
from wopdesk.ui.theme.tokens import Tone

_SOON = 7
"""Days before which a duty is shown as coming soon."""
Urgent = tuple[Phrase | None, Tone]


def mine(reader: Reader, seen: Circle) -> Iterator[tuple[date | None, Line]]:
    """What this office has to do there, with the day by which."""
    for duty in agenda.duties_of(seen.duties, seen.role, reader.office):
        if duty.task not in {agenda.ANSWER, agenda.ACT}:
            yield duty.due, _document_line(reader, seen, duty)
    yield from ((None, _unsent_line(reader, seen, one)) for one in seen.documents if one.id in reader.not_gone)
    for document in _begun(reader, seen):
        yield None, _begun_line(reader, seen, document, (None, "quiet"))
    for request in _unanswered(seen):
        if seen.role == MENTOR:
            yield request.needed_by, _request_line(reader, seen, request)
    if seen.role == MENTEE:
        for entry in seen.ledger:
            if entry.advice and entry.stage in advice.OPEN_STAGES:
                yield entry.advice.due, _advice_line(reader, seen, entry.advice, agreed=entry.stage == advice.AGREED)


def others(reader: Reader, seen: Circle) -> Iterator[tuple[date | None, Line]]:
    """What lies with other offices there."""
    waiting = agenda.waiting_for_others(seen.duties, seen.role)
    for duty in waiting:
        if duty.task in {agenda.FILE, agenda.REVIEW} and duty.record not in reader.not_gone:
            yield duty.due, _waiting_line(reader, seen, duty)
    if seen.role != MENTOR:
        for request in _unanswered(seen):
            if request.id not in reader.unasked:
                yield request.needed_by, _asked_line(reader, seen, request)
    if seen.role != MENTEE and (pending := [one for one in waiting if one.task == agenda.ACT]):
        yield None, _acting_line(reader, seen, len(pending))


def _unanswered(seen: Circle) -> list[Request]:
    return [one.request for one in seen.ledger if one.request and one.stage == advice.ASKED]


def _answers(seen: Circle) -> dict[str, str]:
    """Notes that were begun, by the open question that they answer; the question leads to them."""
    drafts = advice.begun(seen.filed)
    return {one.id: drafts[one.id] for one in _unanswered(seen) if one.id in drafts}


def _document_line(reader: Reader, seen: Circle, duty: Duty) -> Line:
    document = seen.document(duty.record)
    title = _title(reader, duty, document)
    where = Where("document", record=duty.record)
    if duty.task == REVIEW:
        sender = reader.names.get(author(document, seen.partnership), "") if document else ""
        text = Phrase("Review: {title}", {"title": title})
        status, tone = _since(document)
        return Line(
            "eye", text, Phrase("{office} · {code}", {"office": sender, "code": seen.name}), status, tone, where
        )
    if duty.returned:
        return _returned_line(reader, seen, duty, document)
    status, tone = urgency(duty.due, reader.today)
    if document is not None:
        return _begun_line(reader, seen, document, (status, tone))
    answers = (("about/period", duty.period),) if duty.period else ()
    where = Where("document", kind=duty.kind, space=duty.space, answers=answers)
    if duty.due is None:
        status, tone = Phrase("Not begun"), "warn"
    return Line("file-text", Phrase("Write: {title}", {"title": title}), seen.name, status, tone, where)


def _begun(reader: Reader, seen: Circle) -> list[Document]:
    """What this office began and nobody asked for, so that it is not forgotten."""
    asked = {duty.record for duty in seen.duties} | set(_answers(seen).values())
    mine = (one for one in seen.documents if author(one, seen.partnership) == reader.office and one.id not in asked)
    return [one for one in mine if one.state == DRAFT]


def _begun_line(reader: Reader, seen: Circle, document: Document, urgent: Urgent) -> Line:
    detail = Phrase("{code} · begun, not sent yet", {"code": seen.name})
    text = Phrase("Finish: {title}", {"title": reader.title(document)})
    return Line("pencil", text, detail, *urgent, Where("document", record=document.id))


def _unsent_line(reader: Reader, seen: Circle, document: Document) -> Line:
    """It was submitted, and nobody can review it before it has gone: this leads to where it is sent."""
    values = {"title": reader.title(document)}
    detail = Phrase("{code} · submitted, not sent yet", {"code": seen.name})
    where = Where("document", record=document.id, kind=SEND)
    if not reader.connected:
        text = Phrase("Hand on the paper: {title}", values)
        detail = Phrase("{code} · kept here until your office is connected with PWON", {"code": seen.name})
        return Line("printer", text, detail, Phrase("Submitted"), "info", where)
    return Line("send", Phrase("Send: {title}", values), detail, Phrase("To be sent"), "warn", where)


def _returned_line(reader: Reader, seen: Circle, duty: Duty, document: Document | None) -> Line:
    """With who returned it and why, as the newest review that did says."""
    title = _title(reader, duty, document)
    said = (
        [one for one in document.latest.reviews if one.review.verdict == RETURN] if document and document.latest else []
    )
    text = Phrase("Correct: {title}", {"title": title})
    detail: Phrase | str = seen.name
    if said:
        who = reader.names.get(said[-1].office, said[-1].office[:8])
        detail = Phrase("{office}: “{reason}”", {"office": who, "reason": said[-1].review.reason})
    return Line("undo-2", text, detail, Phrase("Returned"), "warn", Where("document", record=duty.record))


def _request_line(reader: Reader, seen: Circle, request: Request) -> Line:
    values = {"office": reader.office_name(seen, MENTEE), "question": request.question}
    answers = (("about/subject", one_line(request.question)), ("advice/items[1]/request", request.id))
    where = Where("document", kind="advice_note", space=seen.space.id, answers=answers)
    detail = Phrase(
        "{code} · asked in the report of {month}", {"code": seen.name, "month": reader.month(request.period)}
    )
    if note := _answers(seen).get(request.id, ""):
        where, detail = Where("document", record=note), Phrase("{code} · begun, not sent yet", {"code": seen.name})
    text = Phrase("{office} asks: {question}", values)
    return Line("message-square", text, detail, *_needed(request.needed_by, reader.today), where)


def _advice_line(reader: Reader, seen: Circle, given: Advice, *, agreed: bool) -> Line:
    """It is acted on in the first report that lists it, so that is where it leads, and what it names."""
    values = {"office": reader.office_name(seen, MENTOR)}
    detail = Phrase("Agreed advice of {office}", values) if agreed else Phrase("Advice of {office}", values)
    where = Where("partnership", space=seen.space.id)
    if (report := _report_of(seen, given)) is not None:
        where, month = _advice_in(seen, report), reader.month(report.period)
        detail = Phrase("{advice} · in the report of {month}", {"advice": detail, "month": month})
    status, tone = urgency(given.due, reader.today)
    return Line("list-checks", Phrase("Act on: {advice}", {"advice": given.text}), detail, status, tone, where)


def _report_of(seen: Circle, given: Advice) -> Duty | None:
    """The report to be written next that lists a piece of advice; None where that month has not begun."""
    open_ = (one for one in seen.duties if one.task == agenda.FILE and one.period and one.state in {DUE, OVERDUE})
    return next((one for one in open_ if given.was_given_by(last_day(one.period))), None)


def _advice_in(seen: Circle, report: Duty) -> Where:
    if report.record:
        return Where("document", record=report.record, space=seen.space.id, path="advice")
    answers = (("about/period", report.period),)
    return Where("document", kind=report.kind, space=seen.space.id, path="advice", answers=answers)


def _waiting_line(reader: Reader, seen: Circle, duty: Duty) -> Line:
    document = seen.document(duty.record)
    values = {"office": reader.office_name(seen, duty.who), "title": _title(reader, duty, document)}
    where = Where("document", record=duty.record) if duty.record else Where("partnership", space=duty.space)
    if duty.task == REVIEW:
        status, _ = _since(document)
        return Line("eye", Phrase("{office} reviews: {title}", values), seen.name, status, "quiet", where)
    status, tone = urgency(duty.due, reader.today)
    text = Phrase("{office} corrects: {title}", values) if duty.returned else Phrase("{office} writes: {title}", values)
    return Line("file-text", text, seen.name, status, tone if tone == "bad" else "quiet", where)


def _asked_line(reader: Reader, seen: Circle, request: Request) -> Line:
    values = {"office": reader.office_name(seen, MENTOR), "question": request.question}
    status, tone = _needed(request.needed_by, reader.today)
    where = Where("document", record=request.record, path="requests")
    text = Phrase("{office} answers: {question}", values)
    if not values["office"]:
        text = Phrase("Waits for a mentor: {question}", values)
    return Line("message-square", text, seen.name, status, tone if tone == "bad" else "quiet", where)


def _acting_line(reader: Reader, seen: Circle, count: int) -> Line:
    values = {"office": reader.office_name(seen, MENTEE), "count": count}
    text = Phrase("{office} acts on {count} pieces of advice", values)
    if count == 1:
        text = Phrase("{office} acts on one piece of advice", values)
    return Line("list-checks", text, seen.name, None, "quiet", Where("partnership", space=seen.space.id))


def _title(reader: Reader, duty: Duty, document: Document | None) -> str | Phrase:
    if document is not None:
        return reader.title(document)
    kind = reader.kinds[duty.kind].title.in_language(reader.language)
    return Phrase("{kind}, {month}", {"kind": kind, "month": reader.month(duty.period)}) if duty.period else kind


def urgency(due: date | None, today: date) -> Urgent:
    """How much time is left."""
    if due is None:
        return None, "quiet"
    days = (due - today).days
    if days < 0:
        return Phrase("1 day overdue") if days == -1 else Phrase("{days} days overdue", {"days": -days}), "bad"
    if days == 0:
        return Phrase("Due today"), "warn"
    if days == 1:
        return Phrase("Due tomorrow"), "warn"
    if days <= _SOON:
        return Phrase("Due in {days} days", {"days": days}), "warn"
    return Phrase("Due {day}", {"day": due}), "info"


def _needed(day: date | None, today: date) -> Urgent:
    """By when an answer is needed."""
    if day is None:
        return Phrase("Asked"), "info"
    return Phrase("Needed by {day}", {"day": day}), "bad" if day < today else "warn" if (
        day - today
    ).days <= _SOON else "info"


def _since(document: Document | None) -> Urgent:
    """Since when it lies there."""
    sent = document.filed.submitted if document else None
    return (Phrase("Submitted {day}", {"day": sent}), "info") if sent else (None, "quiet")
