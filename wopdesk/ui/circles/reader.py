"""What presenters say documents, months and offices with, in one language. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wopdesk.desk import going
from wopdesk.desk.circle import Circle
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.listing import office_names
from wopdesk.programme.kinds import Kind
from wopdesk.programme.months import is_month, month_name
from wopdesk.programme.wording import Wording
from wopdesk.records.founding import KEY
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
        stamp: of the names.
        not_gone: records that this computer submitted and that still have to be sent.
        saved: those that lie in a saved file, of which nobody said that it was sent.
        unasked: ids of open questions that were not put to the mentor yet; empty where nobody looked.
        connected: whether PWON's invitation was opened, so that anything can be sent.
    """

    kinds: Mapping[str, Kind]
    names: Mapping[str, str]
    today: date
    language: str
    office: str
    stamp: str = ""
    not_gone: frozenset[str] = frozenset()
    saved: frozenset[str] = frozenset()
    unasked: frozenset[str] = frozenset()
    connected: bool = True

    @property
    def to_send(self) -> frozenset[str]:
        """Records of which nobody else is known to have the newest version, as far as that lies with this office."""
        return self.not_gone | self.saved

    @property
    def key(self) -> tuple[object, ...]:
        """All but the kinds that what is said depends on."""
        sending = self.not_gone, self.saved, self.unasked, self.connected
        return (self.language, self.today, self.office, self.stamp, *sending)

    def month(self, period: str) -> str:
        """A month in words."""
        return month_name(period).in_language(self.language)

    def short_month(self, period: str) -> str:
        """A month in few letters: `Oct 2026`; Urdu has no short names."""
        name, _, year = self.month(period).partition(" ")
        return f"{name[:_SHORT] if self.language == 'en' else name} {year}".strip()

    def office_name(self, seen: Circle, role: str) -> str:
        """Who has a role in a partnership, by its written name if its office is unknown; PWON for the facilitator."""
        known = seen.partnership.office(role)
        return self.names.get(known, "") or seen.partnership.written(role) or {FACILITATOR: "PWON"}.get(role, "")

    def title(self, document: Document) -> str | Phrase:
        """A document's kind with its month, or with what it is called."""
        mark = document.founding.text if document.founding.by == KEY else ""
        return self.named(document.kind.title, mark or next(filter(None, map(document.answers.get, _NAMES)), ""))

    def named(self, kind: Wording, mark: str) -> str | Phrase:
        """A kind of document, with what tells it from others of its kind."""
        called = kind.in_language(self.language)
        if is_month(mark):
            return Phrase("{kind}, {month}", {"kind": called, "month": self.month(mark)})
        return Phrase("{kind}: {name}", {"kind": called, "name": mark}) if mark else called


_SHORT = 3
"""Letters of an English month where room is short."""
_NAMES = ("about/title", "about/name", "about/subject")


def reader(desk: Desk, language: str) -> Reader:
    """For a desk, in a language."""
    names = office_names(desk)
    stamp = repr(sorted(names.items()))
    around = (desk.shelf.kinds, names, desk.today, language, desk.office, stamp)
    sending = going.not_gone(desk), going.only_saved(desk)
    return Reader(*around, *sending, connected=bool(desk.identity.root))
