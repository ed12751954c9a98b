"""What presenters say documents, months and offices with, in one language. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wopdesk.desk.circle import Circle
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, title_of
from wopdesk.desk.listing import office_names
from wopdesk.programme.kinds import Kind
from wopdesk.programme.months import is_month, month_name
from wopdesk.records.kinds import FACILITATOR
from wopdesk.ui.phrase import Phrase


@dataclass(frozen=True)
class Reader:
    """What lines are made with.

    Attributes:
        kinds: every kind.
        names: offices' names by id.
        today: the day.
        language: of titles.
        office: this office.
    """

    kinds: Mapping[str, Kind]
    names: Mapping[str, str]
    today: date
    language: str
    office: str

    def month(self, period: str) -> str:
        """A month in words."""
        return month_name(period).in_language(self.language)

    def office_name(self, seen: Circle, role: str) -> str:
        """Who has a role in a partnership; PWON for the facilitator."""
        known = seen.partnership.office(role)
        return self.names.get(known, "") or {FACILITATOR: "PWON"}.get(role, "")

    def title(self, document: Document) -> str | Phrase:
        """A document's kind with its month; without one, what tells it from others."""
        period = document.founding.text
        if document.kind.due and document.kind.due.every == "month" and is_month(period):
            kind = document.kind.title.in_language(self.language)
            return Phrase("{kind}, {month}", {"kind": kind, "month": self.month(period)})
        return title_of(document, self.language)


def reader(desk: Desk, language: str) -> Reader:
    """For a desk, in a language."""
    return Reader(desk.shelf.kinds, office_names(desk), desk.today, language, desk.office)
