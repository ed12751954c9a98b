"""The monthly report on paper: a brief, then the six parts of guidelines 3.2.2 in their order, then signatures."""

from __future__ import annotations

from wopdesk.programme.months import first_day, last_day
from wopdesk.records.version import Version
from wopdesk.reports import blocks, exchange, figures, work
from wopdesk.reports.blocks import Block, Document
from wopdesk.reports.brief import brief
from wopdesk.reports.context import Context
from wopdesk.reports.frame import comments, framed, notices
from wopdesk.reports.words import Term

_PARTS = (
    ("progress", Term("Progress data of the pilot"), Term("No progress data this month.")),
    ("work", Term("Activities of the month"), Term("No activity this month.")),
    ("advice", Term("Action taken on the mentor's advice"), Term("No advice was open this month.")),
    ("findings", Term("Findings"), Term("No findings this month.")),
    ("obstacles", Term("Obstacles"), Term("No obstacles this month.")),
    ("requests", Term("Requests for advice"), Term("No request for advice this month.")),
)
_NEVER_DECLARED = {"advice"}
"""Parts that are empty without anybody saying so: open advice that does not exist needs no answer."""


def document(version: Version, context: Context) -> Document:
    """The report as blocks.

    Args:
        version: what was submitted, or what a draft says now.
        context: the offices, the lists of the form, earlier figures and the photos.
    """
    say = context.say
    month = say.month(version.answers.get("about/period", ""))
    kind = say("Monthly report")
    contents = [
        blocks.Title(kind, month, context.subject),
        blocks.Facts(_facts(version, context)),
        *notices(version, context),
        *_body(version, context),
        *comments(context),
        blocks.Remarks(say("Remarks of mentor and PWON, by hand")),
        _signatures(version, context),
    ]
    return framed((kind, say.listed(kind, month)), contents, version, context)


def _facts(version: Version, context: Context) -> tuple[tuple[str, str], ...]:
    period, say = version.answers.get("about/period", ""), context.say
    return (
        (say("Partnership"), context.partnership),
        (say("Mentee"), context.mentee.name),
        (say("Mentor"), context.mentor.name),
        (say("Report of the pilot"), _place(period, context)),
        (say("Period"), _days(period, context)),
        (say("Prepared by"), version.answers.get("about/prepared_by", "")),
        (say("Due"), say.day(context.due) if context.due else ""),
        (say("Submitted"), _submitted(context)),
    )


def _place(period: str, context: Context) -> str:
    """Which of the pilot's reports it is, one for each calendar month; of how many, once its end is known."""
    months = [item.get("period") for item in context.lists.get("month", ())]
    start, end = context.pilot
    if period not in months or start is None:
        return ""
    place = months.index(period) + 1
    return context.say("{place} of {all}", place=place, all=len(months)) if end else str(place)


def _days(period: str, context: Context) -> str:
    try:
        last = last_day(period)
    except ValueError:
        return period
    return context.say("{first} to {last}", first=first_day(period).day, last=context.say.day(last))


def _submitted(context: Context) -> str:
    say = context.say
    if context.submitted is None:
        return say("Not yet")
    first = context.first or context.submitted
    late = (first - context.due).days if context.due else 0
    on = say.day(context.submitted)
    before = say("first on {day}", day=say.day(first)) if first < context.submitted else ""
    return say.listed(on, before, say("{days} late", days=say.days(late)) if late > 0 else "")


def _body(version: Version, context: Context) -> list[Block]:
    """In a month in which nothing was done only obstacles and requests are reported, on one page (C322-03)."""
    contents = {
        "progress": figures.figures,
        "work": work.activities,
        "advice": exchange.advice,
        "findings": exchange.findings,
        "obstacles": exchange.obstacles,
        "requests": exchange.requests,
    }
    nil, say = version.answers.get("about/nil_return") == "yes", context.say
    body = [_nothing_done(version, context)] if nil else brief(version, context, [say(title) for _, title, _ in _PARTS])
    for number, (part, title, nothing) in enumerate(_PARTS, 1):
        said = contents[part](version, context)
        declared = version.answers.get(f"{part}/nothing") or (part in _NEVER_DECLARED and not nil)
        if said or declared or not nil:
            empty = blocks.Paragraph(say(nothing) if declared else say("Not filled in."))
            body += [blocks.Heading(say(title), str(number)), *(said or [empty])]
    return body


def _nothing_done(version: Version, context: Context) -> Block:
    reason = version.answers.get("about/nil_reason", "") or context.say("No reason is given.")
    return blocks.Callout(context.say("Nothing was done this month"), reason, blocks.WARN)


def _signatures(version: Version, context: Context) -> Block:
    """Author, team leader, director (X-09); copies as guidelines 2.7 say."""
    office, say = context.mentee.name or context.author.name, context.say
    signers = (
        blocks.Signer(say("Prepared by"), version.answers.get("about/prepared_by", ""), office),
        blocks.Signer(say("Team leader"), "", office),
        blocks.Signer(say("Managing Director"), "", office),
    )
    copies = say.listed(context.mentor.name, context.facilitator.name)
    return blocks.Signatures(signers, say("Copies: {offices}", offices=copies))
