"""Parts 3 to 6 of the monthly report: what went between mentee and mentor, with ages, owners and days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wopdesk.programme.filed import FiledRow, read_date
from wopdesk.records.version import Version
from wopdesk.reports import blocks
from wopdesk.reports.blocks import Block, Cell, Chip, Column, Detailed
from wopdesk.reports.context import Context
from wopdesk.reports.phrasing import label, rows_of
from wopdesk.reports.words import Term

_STATES = {"done": blocks.GOOD, "not_yet": blocks.WARN, "cannot": blocks.BAD}
_OWN = "mentee"


@dataclass(frozen=True)
class Advised:
    """One piece of advice as the report answers it."""

    text: str
    given: date | None
    due: date | None
    state: str
    said: str
    action: str

    @property
    def is_open(self) -> bool:
        """Whether the mentee still has to act."""
        return self.state not in {"done", "cannot"}


def advised(version: Version, context: Context) -> list[Advised]:
    """The advice that the report answers."""
    return [_advised(row, version, context) for row in rows_of(version, "advice/actions")]


def advice(version: Version, context: Context) -> list[Block]:
    """Advice with its age, whether it is late, its state, and what was done."""
    rows = [_advice(one, context) for one in advised(version, context)]
    columns = (
        (Term("Advice"), 3.0),
        (Term("Given"), 1.32),
        (Term("Due"), 1.32),
        (Term("State"), 1.25),
        (Term("Action"), 2.6),
    )
    return _table(columns, rows, context)


def findings(version: Version, context: Context) -> list[Block]:
    """What was found, and what shows it."""
    rows = [(str(at), row.get("finding"), row.get("evidence")) for at, row in _numbered(version, "findings/found")]
    if not any(evidence for _, _, evidence in rows):
        return _table(((Term("No."), 0.5), (Term("Finding"), 7)), [(at, finding) for at, finding, _ in rows], context)
    return _table(((Term("No."), 0.5), (Term("Finding"), 4), (Term("Evidence"), 3)), rows, context)


def obstacles(version: Version, context: Context) -> list[Block]:
    """What stands in the way, who can remove it, since when."""
    rows = [
        (str(at), row.get("obstacle"), owner(row, version, context), _since(row, context))
        for at, row in _numbered(version, "obstacles/faced")
    ]
    columns = ((Term("No."), 0.5), (Term("Obstacle"), 4.2), (Term("Who can remove it"), 1.7), (Term("Since"), 1.2))
    return _table(columns, rows, context)


def requests(version: Version, context: Context) -> list[Block]:
    """Questions to the mentor, and by when the answer is needed."""
    rows = [(str(at), row.get("question"), _by(row, context)) for at, row in _numbered(version, "requests/asked")]
    columns = ((Term("No."), 0.5), (Term("Question to the mentor"), 5.4), (Term("Answer needed by"), 1.7))
    return _table(columns, rows, context)


def help_wanted(version: Version, context: Context) -> list[tuple[str, str, Cell]]:
    """Questions to the mentor, then obstacles that others can remove: what, who, by or since when."""
    asked = [
        (row.get("question"), context.mentor.name or context.say("Mentor"), _by(row, context))
        for row in rows_of(version, "requests/asked")
    ]
    blocked = [
        (row.get("obstacle"), owner(row, version, context), _since(row, context))
        for row in rows_of(version, "obstacles/faced")
        if row.get("owner") != _OWN
    ]
    return [*asked, *blocked]


def owner(row: FiledRow, version: Version, context: Context) -> str:
    """Who can remove an obstacle; the partners by their names."""
    partners = {"mentee": context.mentee, "mentor": context.mentor}
    said = label(version, f"obstacles/faced[{row.id}]/owner", context.language)
    partner = partners.get(row.get("owner"))
    return f"{said}: {context.say.isolated(partner.name)}" if partner and partner.name and said else said


def _advised(row: FiledRow, version: Version, context: Context) -> Advised:
    item = context.item("open_advice", row.get("advice") or row.id)
    given, due = (read_date(row.get(f"advice_{word}") or item.get(word, "")) for word in ("given", "due"))
    return Advised(
        text=item.get("text") or row.get("advice_text") or item.get("title", ""),
        given=given,
        due=due,
        state=row.get("state"),
        said=label(version, f"advice/actions[{row.id}]/state", context.language),
        action=row.get("action"),
    )


def _advice(one: Advised, context: Context) -> tuple[Cell, ...]:
    say = context.say
    age, late = context.age(one.given), context.age(one.due)
    since = say("{days} ago", days=say.days(age)) if age else ""
    overdue = say("{days} overdue", days=say.days(late)) if late and one.is_open else ""
    chip = Chip(one.said, _STATES.get(one.state, blocks.QUIET)) if one.said else Chip(say("Not answered"), blocks.WARN)
    return (
        one.text,
        Detailed(say.day_short(one.given) if one.given else "", since, plain=True),
        Detailed(say.day_short(one.due) if one.due else say("no date set"), overdue, plain=True),
        chip,
        one.action,
    )


def _since(row: FiledRow, context: Context) -> Cell:
    since = read_date(row.get("since"))
    if since is None:
        return context.say("day not given")
    age = context.age(since)
    how_long = context.say("for {days}", days=context.say.days(age)) if age else ""
    return Detailed(context.say.day_short(since), how_long, plain=True)


def _by(row: FiledRow, context: Context) -> str:
    return context.say.day_short(row.get("needed_by")) or context.say("no date given")


def _numbered(version: Version, repeat: str) -> list[tuple[int, FiledRow]]:
    return list(enumerate(rows_of(version, repeat), 1))


def _table(columns: Sequence[tuple[Term, float]], rows: Sequence[tuple[Cell, ...]], context: Context) -> list[Block]:
    heads = tuple(Column(context.say(title), width) for title, width in columns)
    return [blocks.Table(heads, tuple(rows))] if rows else []
