"""What is shown of every partnership, as values. Knows neither a desk nor Qt."""

from __future__ import annotations

from dataclasses import dataclass

from wopdesk.ui.phrase import Phrase
from wopdesk.ui.theme.tokens import Tone


@dataclass(frozen=True)
class Standing:
    """How one partnership stands.

    Attributes:
        space: its space.
        code, title: as its record has them.
        mentee, mentor: names of the offices, empty while they are not chosen.
        partner: who works with whom, without this office.
        step: code and name of the step that goes on.
        last: month of the last report that came in words, empty while there is none; `last_month` is its sign.
        on_time: share of reports on time in per cent, None while none was due.
        advice: how much advice is open.
        status: in a word or two.
        tone: what the status means.
        overdue: how many duties of anybody there are overdue.
    """

    space: str
    code: str
    title: str
    mentee: str
    mentor: str
    partner: str
    step: str
    last: str
    last_month: str
    on_time: int | None
    advice: int
    status: Phrase
    tone: Tone
    overdue: int = 0


@dataclass(frozen=True)
class Awaited:
    """Offices that a partnership names and that are not in it yet.

    Attributes:
        space: of the partnership.
        ready: names and roles of those that can be added now.
        waiting: names of those that wait for approval.
        unknown: names of those that nobody here knows.
        otherwise: names of those that take part in the programme in another role: that one, and the one named here.
    """

    space: str
    ready: tuple[tuple[str, Phrase | str], ...] = ()
    waiting: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    otherwise: tuple[tuple[str, Phrase | str, Phrase | str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Of all of them."""
        return (*(name for name, _ in self.ready), *self.waiting, *self.unknown)
