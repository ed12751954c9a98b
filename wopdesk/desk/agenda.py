"""What this office has to do next, what it waits for, and what partners asked and answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from wopdesk.desk import documents, partners
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.programme import advice, agenda
from wopdesk.programme.advice import Entry
from wopdesk.programme.agenda import Duty
from wopdesk.programme.filed import Filed
from wopdesk.records.ids import Space


@dataclass(frozen=True)
class Agenda:
    """An office's work on one day.

    Attributes:
        mine: what it has to do itself, the most urgent first.
        others: what it waits for.
    """

    mine: tuple[Duty, ...]
    others: tuple[Duty, ...]


def todo(desk: Desk) -> Agenda:
    """Due, overdue and waiting, in every partnership of this office."""
    mine: list[Duty] = []
    others: list[Duty] = []
    for space in partners.partnership_spaces(desk):
        role, duties = role_in(desk, space), duties_in(desk, space)
        mine += agenda.duties_of(duties, role, desk.office)
        others += agenda.waiting_for_others(duties, role)
    return Agenda(_urgent_first(mine), _urgent_first(others))


def duties_in(desk: Desk, space: Space) -> tuple[Duty, ...]:
    """What everybody has to do in a partnership today, done duties included."""
    found = documents.documents(desk, home=space)
    return desk.remembered.once(("duties", space.id, desk.today), found, partial(_duties, desk, found))


def _duties(desk: Desk, found: Sequence[Document]) -> tuple[Duty, ...]:
    filed = [one.filed for one in found if one.is_begun]
    return tuple(agenda.agenda(filed, desk.shelf.kinds, desk.shelf.programme, desk.today))


def _urgent_first(duties: Sequence[Duty]) -> tuple[Duty, ...]:
    return tuple(sorted(duties, key=lambda duty: (duty.due is None, duty.due, duty.partnership, duty.period)))


def role_in(desk: Desk, space: Space) -> str:
    """This office's role in a space; its profile while no statement gives it one."""
    stated = desk.standing.members.get((space.id, desk.office))
    return stated or desk.identity.role


def filed_in(desk: Desk, space: Space) -> tuple[Filed, ...]:
    """The documents of a partnership, as the programme's rules see them."""
    return tuple(one.filed for one in documents.documents(desk, home=space))


def ledger(desk: Desk, space: Space) -> list[Entry]:
    """Every request and every piece of advice of a partnership, the oldest first."""
    return advice.ledger(filed_in(desk, space))
