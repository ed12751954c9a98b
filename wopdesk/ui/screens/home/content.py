"""What the first screen shows, as values. Knows neither a desk nor Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wopdesk.ui.circles.content import Standing
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.tokens import Tone

NEW = "new"
"""Asked of the list of partnerships: start one."""


@dataclass(frozen=True)
class Line:
    """One thing to do, to wait for, or that came in.

    Attributes:
        picture: icon of what it is.
        text: what, in one sentence.
        detail: where it belongs, or why; empty when that says nothing more.
        status: how urgent it is; None where there is nothing to say.
        tone: what the status means.
        where: the work itself; None where there is nothing to open.
    """

    picture: str
    text: Phrase
    detail: Phrase | str = ""
    status: Phrase | None = None
    tone: Tone = "quiet"
    where: Where | None = None


@dataclass(frozen=True)
class Home:
    """All of it.

    Attributes:
        office: this office's name.
        today: the day.
        kept: what was typed and not saved, found after a crash.
        mine: what this office must do, overdue first.
        unsent: to whom something is to be sent.
        others: what it waits for.
        arrived: what came in, the newest first.
        partnerships: how each stands.
        first: what comes first, while there is no partnership.
        overdue: how many duties of anybody are overdue, as `partnerships` say it of each.
        late: how many of them are this office's own.
    """

    office: str
    today: date
    kept: tuple[Line, ...] = ()
    mine: tuple[Line, ...] = ()
    unsent: tuple[Line, ...] = ()
    others: tuple[Line, ...] = ()
    arrived: tuple[Line, ...] = ()
    partnerships: tuple[Standing, ...] = ()
    first: tuple[Line, ...] = ()
    overdue: int = 0
    late: int = 0
