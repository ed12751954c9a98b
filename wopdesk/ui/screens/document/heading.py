"""What the window's head says of a record: kind and month, partnership and day, state."""

from __future__ import annotations

from datetime import date

from wopdesk.programme.filed import ACCEPTED, AWAITED, DRAFT, RETURNED, SUBMITTED
from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.saying import written
from wopdesk.ui.screens.document.background import Background
from wopdesk.ui.shell.screen import Heading
from wopdesk.ui.theme.tokens import Tone

_STATES: dict[str, Tone] = {DRAFT: "quiet", SUBMITTED: "info", AWAITED: "info", RETURNED: "warn", ACCEPTED: "good"}
_AND = " · "


def heading(around: Background, language: str) -> Heading:
    """The heading of a record."""
    kind = around.kind
    mark = around.mark.in_language(language)
    title = _AND.join(part for part in (kind.title.in_language(language), mark) if part)
    named = _without(mark, around.partnership)  # what the title says is not said again below
    author = "" if around.own or around.author == mark else around.author
    further = [part for part in (named, author, _due(around)) if part]
    alone = tr("Step {step} of the guidelines", step=from_left(kind.step)) if kind.step else ""
    below = _AND.join([*([kind.step] if kind.step else []), *further]) if further else alone
    return Heading(title, below, _state(around), _tone(around))


def _without(mark: str, named: str) -> str:
    """A partnership's name without what tells the record from others, where that stands in it as a part of its own."""
    return "" if named == mark else named.removesuffix(_AND + mark) if mark else named


def _due(around: Background) -> str:
    """When it is due, while that is still to be kept."""
    if around.due is None or around.state not in {DRAFT, RETURNED}:
        return ""
    return tr("due {day}", day=written(around.due, short=True))


def _state(around: Background) -> str:
    if _is_late(around.due, around):
        return tr("Overdue")
    names = {DRAFT: tr("Draft"), SUBMITTED: tr("Submitted"), RETURNED: tr("Returned"), ACCEPTED: tr("Accepted")}
    return {**names, AWAITED: tr("On its way")}[around.state]


def _tone(around: Background) -> Tone:
    return "bad" if _is_late(around.due, around) else _STATES[around.state]


def _is_late(due: date | None, around: Background) -> bool:
    return due is not None and around.state == DRAFT and around.today > due
