"""Part 2 of the monthly report: activities beside the work plan, other work, photos."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wopdesk.programme.filed import FiledRow
from wopdesk.records.version import Version
from wopdesk.reports import blocks
from wopdesk.reports.blocks import END, Block, Cell, Chip, Column
from wopdesk.reports.context import Context
from wopdesk.reports.phrasing import number, rows_of
from wopdesk.reports.words import Term

_ALL = 100
_NEAR = 5
"""Per cent by which work may lag and still be on course."""
_FAR = 15
COMPLETE, AHEAD, ON_COURSE, BEHIND, FAR_BEHIND = (
    Term("Complete"),
    Term("Ahead"),
    Term("On course"),
    Term("Behind plan"),
    Term("Far behind plan"),
)
TONES = {
    COMPLETE: blocks.GOOD,
    AHEAD: blocks.INFO,
    ON_COURSE: blocks.GOOD,
    BEHIND: blocks.WARN,
    FAR_BEHIND: blocks.BAD,
}
_COLUMNS = (
    (Term("Activity"), 4.3, blocks.START),
    (Term("Done (mark = plan)"), 1.5, blocks.START),
    (Term("Before"), 0.8, END),
    (Term("Now"), 0.75, END),
    (Term("Plan"), 0.75, END),
    (Term("State"), 1.35, blocks.START),
)
_NO_CONSENT = Term("This photo stays with the team: the persons on it did not agree to its being shared.")
_NOT_HERE = Term("This photo has not arrived yet.")


@dataclass(frozen=True)
class Share:
    """How much of some work is done, and how much should be by plan, in per cent; `planned` is None without a plan."""

    done: int
    planned: int | None

    @property
    def state(self) -> Term:
        """In words."""
        behind = (self.planned or 0) - self.done
        if self.done >= _ALL:
            return COMPLETE
        if behind < 0:
            return AHEAD
        if behind <= _NEAR:
            return ON_COURSE
        return BEHIND if behind <= _FAR else FAR_BEHIND


def overall(version: Version, context: Context) -> Share | None:
    """The plan's activities together, each counting alike; None while there is no plan."""
    plan = context.items("work_plan_activities")
    if not plan:
        return None
    now = {row.get("activity"): row.get("done") for row in rows_of(version, "work/activities")}
    done = _mean(now.get(key) or item.get("done", "") for key, item in plan.items())
    return Share(done, _mean(item.get("planned", "") for item in plan.values()))


def shares(version: Version, context: Context) -> list[Share]:
    """Of the activities of the month that the plan has."""
    rows = ((row, _plan_of(row, context)) for row in rows_of(version, "work/activities"))
    return [_share(row.get("done"), planned) for row, planned in rows if planned]


def activities(version: Version, context: Context) -> list[Block]:
    """Each activity with its share done beside the plan, and what was done; then what waits; then photos."""
    rows = [_activity(row, version, context) for row in rows_of(version, "work/activities")]
    columns = tuple(Column(context.say(title), width, align) for title, width, align in _COLUMNS)
    rows += _waiting(version, context) if rows else []
    table = [blocks.Table(columns, tuple(rows))] if rows else []
    other = version.answers.get("work/other", "")
    words: list[Block] = [blocks.Heading(context.say("Other work"), level=2), blocks.Paragraph(other)] if other else []
    return [*table, *words, *_photos(version, context)]


def _activity(row: FiledRow, version: Version, context: Context) -> tuple[Cell, ...]:
    item, planned = context.item("work_plan_activities", row.get("activity")), _plan_of(row, context)
    before = version.previous.get(f"work/activities[{row.id}]/done") or row.get("before") or item.get("done", "")
    share = _share(row.get("done"), planned)
    words = "\n".join(filter(None, (row.get("description"), row.get("done_reason"))))
    chip = _chip(share, context) if planned else Chip(context.say("Not in the plan"))
    shown = version.shown.get(f"work/activities[{row.id}]/activity", {})
    title = item.get("title") or shown.get(context.language) or shown.get("en") or row.get("activity")
    return (
        blocks.Detailed(title, words),
        blocks.Bar(share.done, share.planned, chip.tone),
        _percent(before),
        blocks.Strong(_percent(row.get("done"))),
        _percent(planned),
        chip,
    )


def _waiting(version: Version, context: Context) -> Iterable[tuple[Cell, ...]]:
    """Activities of the plan that should have been worked on and were not."""
    named = {row.get("activity") for row in rows_of(version, "work/activities")}
    for key, item in context.items("work_plan_activities").items():
        share = _share(item.get("done", ""), item.get("planned", ""))
        if key not in named and share.state in {BEHIND, FAR_BEHIND}:
            title = blocks.Detailed(item.get("title", ""), context.say("No work this month."))
            bar = blocks.Bar(share.done, share.planned, TONES[share.state])
            done = _percent(item.get("done", ""))
            yield title, bar, done, done, _percent(item.get("planned", "")), _chip(share, context)


def _plan_of(row: FiledRow, context: Context) -> str:
    return row.get("planned") or context.item("work_plan_activities", row.get("activity")).get("planned", "")


def _share(done: str, planned: str) -> Share:
    return Share(round(number(done) or 0), round(number(planned) or 0) if planned else None)


def _chip(share: Share, context: Context) -> Chip:
    return Chip(context.say(share.state), TONES[share.state])


def _percent(text: str) -> str:
    return f"{text} %" if text else ""


def _mean(texts: Iterable[str]) -> int:
    values = [number(text) or 0 for text in texts]
    return round(sum(values) / len(values)) if values else 0


def _photos(version: Version, context: Context) -> list[Block]:
    photos = tuple(_photo(row, context) for row in rows_of(version, "work/photos"))
    return [blocks.Heading(context.say("Photos"), level=2), blocks.Photos(photos)] if photos else []


def _photo(row: FiledRow, context: Context) -> blocks.Photo:
    """With consent "no" nothing tells of it even where all is at hand: a team's paper is passed on."""
    if row.get("consent") == "no":
        return blocks.Photo("", absent=context.say(_NO_CONSENT))
    parts = (row.get("caption"), row.get("place"), context.say.day(row.get("taken")))
    where = " · ".join(context.say.isolated(part) for part in parts if part)
    return blocks.Photo(where, context.photos.get(row.get("photo")), context.say(_NOT_HERE))
