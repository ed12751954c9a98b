"""The documents of a partnership, and those that are due. Knows no Qt."""

from __future__ import annotations

from wopdesk.desk.authorship import author
from wopdesk.desk.circle import Circle
from wopdesk.desk.documents import Document
from wopdesk.programme import agenda
from wopdesk.programme.agenda import Duty
from wopdesk.ui.circles.reader import Reader
from wopdesk.ui.circles.states import state_of
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.partnership.content import Paper
from wopdesk.ui.shell.where import Where


def papers(said: Reader, seen: Circle) -> tuple[Paper, ...]:
    """What is due and not begun, then every document, the newest first."""
    missing = [one for one in seen.duties if one.task == agenda.FILE and not one.record]
    known = sorted(seen.documents, key=lambda one: (one.latest.at if one.latest else "9", one.id), reverse=True)
    return (*(_missing(said, seen, one) for one in reversed(missing)), *(paper(said, seen, one) for one in known))


def paper(said: Reader, seen: Circle, document: Document) -> Paper:
    """One document."""
    state, tone = state_of(said, document)
    office, latest = author(document, seen.partnership), document.latest
    return Paper(
        title=said.title(document),
        version=latest.version.number if latest else 0,
        office=said.names.get(office, office[:8]),
        day=document.filed.submitted,
        state=state,
        tone=tone,
        where=Where("document", record=document.id),
    )


def _missing(said: Reader, seen: Circle, duty: Duty) -> Paper:
    """Whoever writes it can begin it from here."""
    kind = said.kinds[duty.kind].title.in_language(said.language)
    answers = (("about/period", duty.period),) if duty.period else ()
    where = Where("document", kind=duty.kind, space=duty.space, answers=answers) if duty.who == seen.role else None
    late = duty.state == agenda.OVERDUE
    state = Phrase("Overdue") if late else Phrase("Due") if duty.due else Phrase("Not begun")
    return Paper(
        title=Phrase("{kind}, {month}", {"kind": kind, "month": said.month(duty.period)}) if duty.period else kind,
        version=0,
        office=said.office_name(seen, duty.who),
        day=duty.due,
        state=state,
        tone="bad" if late else "warn",
        where=where,
    )
