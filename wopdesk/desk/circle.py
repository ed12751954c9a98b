"""One partnership as a whole: its documents, what is to do, the advice, how punctual it is. Screens are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from wopdesk.desk import agenda, documents, partners
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.programme import advice
from wopdesk.programme import agenda as rules
from wopdesk.programme.advice import Entry
from wopdesk.programme.agenda import Duty
from wopdesk.programme.filed import Filed
from wopdesk.programme.partnership import Partnership, read_partnership
from wopdesk.records.ids import Space


@dataclass(frozen=True)
class Punctual:
    """How many of the months that were due have a report, and how many of these came on time."""

    due: int
    on_time: int

    @property
    def share(self) -> int | None:
        """In per cent; None while nothing was due."""
        return self.on_time * 100 // self.due if self.due else None


@dataclass(frozen=True)
class Circle:
    """A partnership on one day.

    Attributes:
        space: its space.
        role: this office's role in it.
        partnership: what its record says.
        documents: every record of it that somebody began.
        filed: the same, as the programme's rules see them.
        duties: what everybody has to do, done ones included.
        ledger: requests and advice, the oldest first.
    """

    space: Space
    role: str
    partnership: Partnership
    documents: tuple[Document, ...]
    filed: tuple[Filed, ...]
    duties: tuple[Duty, ...]
    ledger: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """Its code; its title, or the beginning of its id, while it has none."""
        return self.partnership.code or self.partnership.title or self.space.id[:8]

    def document(self, record: str) -> Document | None:
        """One of its records."""
        return next((one for one in self.documents if one.id == record), None)


def circles(desk: Desk) -> list[Circle]:
    """Every partnership of this office, by code."""
    by_home: dict[str, list[Document]] = {}
    for one in documents.documents(desk):  # once for all of them
        by_home.setdefault(one.home.id, []).append(one)
    spaces = partners.partnership_spaces(desk)
    return sorted((_of(desk, space, tuple(by_home.get(space.id, ()))) for space in spaces), key=lambda one: one.name)


def circle(desk: Desk, space: Space) -> Circle:
    """One partnership as it stands today."""
    return _of(desk, space, tuple(documents.documents(desk, home=space)))


def _of(desk: Desk, space: Space, found: tuple[Document, ...]) -> Circle:
    role, found = agenda.role_in(desk, space), tuple(one for one in found if one.is_begun)
    return desk.remembered.once(("circle", space.id, role, desk.today), found, partial(_circle, desk, space, found))


def _circle(desk: Desk, space: Space, found: tuple[Document, ...]) -> Circle:
    filed = tuple(one.filed for one in found)
    return Circle(
        space=space,
        role=agenda.role_in(desk, space),
        partnership=read_partnership(filed),
        documents=found,
        filed=filed,
        duties=agenda.duties_in(desk, space),
        ledger=tuple(advice.ledger(filed)),
    )


def punctual(desk: Desk, seen: Circle) -> Punctual:
    """How many monthly reports were due by today, and how many came on time: the first version counts."""
    due = [one for one in seen.duties if one.period and one.due and (one.due < desk.today or one.state == rules.DONE)]
    return Punctual(len(due), sum(_in_time(seen.document(one.record), one.due) for one in due))


def _in_time(document: Document | None, due: date | None) -> bool:
    first = document.filed.first if document else None
    return first is not None and due is not None and first <= due
