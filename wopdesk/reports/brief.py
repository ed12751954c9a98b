"""The first page of the monthly report, for those who read one page: the state, three figures, help wanted, each part.

It is kept to one page: long texts begin here and stand in full in their part.
"""

from __future__ import annotations

from collections.abc import Sequence

from wopdesk.programme.figures import figure
from wopdesk.records.version import Version
from wopdesk.reports import blocks, exchange, figures, work
from wopdesk.reports.blocks import Block, Column, Detailed, Tile
from wopdesk.reports.context import Context
from wopdesk.reports.figures import BETTER, MET, WORSE, Fact
from wopdesk.reports.phrasing import beginning, rows_of
from wopdesk.reports.words import Term

_FIGURES = 3
_HELP = 4
_LENGTH = 150
"""Characters of a text on this page."""
_SHORT = 5
"""Characters of a unit that fit beside a large figure."""
_UNSAID = Term("Not filled in")


def brief(version: Version, context: Context, parts: Sequence[str]) -> list[Block]:
    """The page's blocks after title and facts.

    Args:
        version: what was reported.
        context: the plan, the targets and the offices.
        parts: titles of the six parts, as said on paper.
    """
    chart = figures.leading_chart(version, context)
    return [
        blocks.Tiles(tuple(_tiles(version, context))),
        *_help(version, context),
        *(_glance(version, context, parts) if any(version.rows.values()) else ()),
        *([chart] if chart else []),
        blocks.NewPage(),
    ]


def _tiles(version: Version, context: Context) -> list[Tile]:
    known = [fact for fact in figures.facts(version, context) if fact.value][:_FIGURES]
    found = [_state(version, context), *(_figure(fact, context) for fact in known)]
    others = [_advice(version, context), _requests(version, context)]
    return [*found, *others[: max(0, 1 + _FIGURES - len(found))]]


def _state(version: Version, context: Context) -> Tile:
    say, share = context.say, work.overall(version, context)
    if share is None:
        return Tile(say("Work plan"), say("None yet"), say("There is no work plan to compare with."), blocks.QUIET)
    note = say("{done} % of the work plan done, {planned} % planned", done=share.done, planned=share.planned)
    tone = work.TONES[share.state]
    return Tile(say("Status"), say(share.state), note, tone, share=share.done, planned=share.planned)


def _figure(fact: Fact, context: Context) -> Tile:
    say, short = context.say, len(fact.unit) <= _SHORT
    notes = (
        "" if short else fact.unit,
        say("before {figure}", figure=figure(fact.before)) if fact.before else "",
        say("target {figure}", figure=figure(fact.target)) if fact.target else "",
    )
    value = f"{figure(fact.value)} {fact.unit}".strip() if short else figure(fact.value)
    return Tile(
        beginning(fact.name, 60), value, " · ".join(filter(None, notes)), fact.tone, say(fact.trend), fact.share
    )


def _advice(version: Version, context: Context) -> Tile:
    say, known = context.say, exchange.advised(version, context)
    done = sum(one.state == "done" for one in known)
    if not known:
        return Tile(say("Advice acted on"), "–", say("No advice was open"), blocks.QUIET)
    tone = blocks.GOOD if done == len(known) else blocks.WARN
    value = say("{done} of {all}", done=done, all=len(known))
    return Tile(say("Advice acted on"), value, say("of what was open this month"), tone)


def _requests(version: Version, context: Context) -> Tile:
    asked, say = len(rows_of(version, "requests/asked")), context.say
    if not asked and not _is_empty(version, "requests"):
        return Tile(say("Requests for advice"), "–", say(_UNSAID), blocks.QUIET)
    return Tile(say("Requests for advice"), str(asked), say("asked of the mentor this month"), blocks.QUIET)


def _is_empty(version: Version, part: str) -> bool:
    """Whether the author said that nothing belongs into a part; a draft may not have come to it."""
    return bool(version.answers.get(f"{part}/nothing"))


def _nothing(version: Version, context: Context, part: str, words: Term) -> str:
    """What stands for a part without rows."""
    return context.say(words if _is_empty(version, part) else _UNSAID)


def _help(version: Version, context: Context) -> list[Block]:
    say, wanted = context.say, exchange.help_wanted(version, context)
    heading = blocks.Heading(say("Help wanted"))
    if not wanted:
        parts = (("obstacles", "obstacles/faced"), ("requests", "requests/asked"))
        said = all(rows_of(version, rows) or _is_empty(version, part) for part, rows in parts)
        return [heading, blocks.Paragraph(say("No help is wanted this month.") if said else say("Not filled in."))]
    columns = (Column(say("What"), 4.4), Column(say("From whom"), 1.8), Column(say("By or since"), 1.5))
    rows = tuple((beginning(what, _LENGTH), beginning(who, 60), when) for what, who, when in wanted[:_HELP])
    more = say("{count} more in parts 5 and 6.", count=len(wanted) - _HELP) if len(wanted) > _HELP else ""
    return [heading, blocks.Table(columns, rows, more)]


def _glance(version: Version, context: Context, parts: Sequence[str]) -> list[Block]:
    said = (
        _of_figures(version, context),
        _of_work(version, context),
        _of_advice(version, context),
        _of_findings(version, context),
        _of_obstacles(version, context),
        _of_requests(version, context),
    )
    columns = (Column(context.say("Part"), 2.6), Column(context.say("This month"), 5))
    rows = tuple((f"{at}  {title}", text) for at, (title, text) in enumerate(zip(parts, said, strict=True), 1))
    return [blocks.Heading(context.say("The month at a glance")), blocks.Table(columns, rows)]


def _of_figures(version: Version, context: Context) -> str:
    known, say = figures.facts(version, context), context.say
    given = [fact.trend for fact in known if fact.value]
    counted = ((MET, Term("{count} at target")), (BETTER, Term("{count} better")), (WORSE, Term("{count} worse")))
    parts = [say("{count} of {all} figures reported", count=len(given), all=len(known))] if known else []
    parts += [say(words, count=given.count(trend)) for trend, words in counted if trend in given]
    return " · ".join([*parts, *_of_water(version, context)]) or say("No figures")


def _of_water(version: Version, context: Context) -> list[str]:
    """The pilot area's non-revenue water; what was produced or billed, where only one of them is known."""
    say, lost = context.say, version.computed.get("progress/nrw", "")
    if lost:
        return [say("non-revenue water {share} %", share=figure(lost))]
    named = (("produced", Term("{volume} m³ produced")), ("billed", Term("{volume} m³ billed")))
    known = ((version.answers.get(f"progress/{name}", ""), words) for name, words in named)
    return [say(words, volume=figure(volume)) for volume, words in known if volume]


def _of_work(version: Version, context: Context) -> str:
    rows, say = rows_of(version, "work/activities"), context.say
    behind = sum(share.state in {work.BEHIND, work.FAR_BEHIND} for share in work.shares(version, context))
    photos = sum(row.get("consent") != "no" for row in rows_of(version, "work/photos"))  # those are not in the paper
    parts = (
        say("{count} activities worked on", count=len(rows)) if len(rows) > 1 else "",
        say("1 activity worked on") if len(rows) == 1 else "",
        say("{count} behind plan", count=behind) if behind else "",
        say("photos: {count}", count=photos) if photos else "",
        say("other work") if version.answers.get("work/other") else "",
    )
    return " · ".join(filter(None, parts)) or _nothing(version, context, "work", Term("No activity"))


def _of_advice(version: Version, context: Context) -> str:
    known, say = exchange.advised(version, context), context.say
    if not known:
        return say("No advice was open")
    ages = [age for one in known if one.is_open and (age := context.age(one.given)) is not None]
    late = sum(bool(one.is_open and context.age(one.due)) for one in known)
    parts = (
        say("{done} of {all} acted on", done=sum(one.state == "done" for one in known), all=len(known)),
        say("{count} overdue", count=late) if late else "",
        say("the oldest open for {days}", days=say.days(max(ages))) if ages else "",
    )
    return " · ".join(filter(None, parts))


def _of_findings(version: Version, context: Context) -> str | Detailed:
    rows = rows_of(version, "findings/found")
    if not rows:
        return _nothing(version, context, "findings", Term("No findings"))
    title = context.say("1 finding") if len(rows) == 1 else context.say("{count} findings", count=len(rows))
    return Detailed(title, beginning(rows[0].get("finding"), _LENGTH), plain=True)


def _of_obstacles(version: Version, context: Context) -> str:
    rows, say = rows_of(version, "obstacles/faced"), context.say
    if not rows:
        return _nothing(version, context, "obstacles", Term("No obstacles"))
    return say("1 obstacle") if len(rows) == 1 else say("{count} obstacles", count=len(rows))


def _of_requests(version: Version, context: Context) -> str:
    rows, say = rows_of(version, "requests/asked"), context.say
    if not rows:
        return _nothing(version, context, "requests", Term("No request"))
    first = min((row.get("needed_by") for row in rows if row.get("needed_by")), default="")
    count = say("1 question") if len(rows) == 1 else say("{count} questions", count=len(rows))
    return " · ".join(filter(None, (count, say("answer needed by {day}", day=say.day(first)) if first else "")))
