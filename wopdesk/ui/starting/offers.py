"""What may be started at a desk. Knows no Qt."""

from __future__ import annotations

from wopdesk.desk import starting
from wopdesk.desk.desk import Desk
from wopdesk.desk.starting import Startable
from wopdesk.ui.shell.where import Where
from wopdesk.ui.starting.content import Choice, Offer


def offers(desk: Desk, language: str) -> tuple[Offer, ...]:
    """What this office may start."""
    return tuple(_offer(one, language) for one in starting.startable(desk))


def open_partnership(desk: Desk, title: str) -> Where:
    """Open a partnership with PWON alone, and go on with its record."""
    return Where("document", record=starting.start_partnership(desk, title).id)


def _offer(one: Startable, language: str) -> Offer:
    asked = tuple(
        Choice(
            each.path,
            each.label.in_language(language),
            tuple((value, said.in_language(language)) for value, said in each.choices),
        )
        for each in one.asked
    )
    return Offer(one.kind, one.title.in_language(language), one.space, one.circle, asked)
