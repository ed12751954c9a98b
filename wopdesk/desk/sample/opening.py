"""How PWON opens a partnership of the sample and shares it with those who take part."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from wopdesk.desk import authority, filing, submitting
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, documents
from wopdesk.desk.sample.offices import Offices
from wopdesk.records.ids import PARTNERSHIP, Space


def space(offices: Offices) -> Space:
    """A place for a new partnership."""
    return Space(PARTNERSHIP, offices.coordinator.office, secrets.token_hex(16))


def open_partnership(offices: Offices, home: Space, answers: Mapping[str, str], members: tuple[str, str]) -> Document:
    """Describe it, let mentee and mentor take part, and send it to both."""
    coordinator = offices.coordinator
    partnership = filing.start(coordinator, "partnership", home, answers)
    for name in members:
        authority.make_member(coordinator, home, offices[name].office, offices[name].identity.role)
    submitting.submit(coordinator, partnership.id)
    offices.send(coordinator, *map(offices.__getitem__, members))
    return partnership


def report(desk: Desk, home: Space, period: str) -> Document:
    """The report of a month, as a desk has it."""
    return next(one for one in documents(desk, "monthly_report", home) if one.answers.get("about/period") == period)
