"""What every paper has around its contents: letterhead, state, code and seal, and what offices said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wopdesk.programme.filed import DRAFT, RETURNED
from wopdesk.records.version import Version, short_code
from wopdesk.reports import blocks
from wopdesk.reports.blocks import Block, Callout, Document
from wopdesk.reports.context import Context, Opinion
from wopdesk.reports.words import Term

_COMMENT = "comment"
_OPINIONS = {
    "accept": (Term("Accepted by {office}"), blocks.GOOD),
    "return": (Term("Returned by {office} to be corrected"), blocks.BAD),
    _COMMENT: (Term("Comment of {office}"), blocks.INFO),
}
_STATES = {"accepted": Term("accepted"), "returned": Term("returned")}


def framed(titles: tuple[str, str], contents: Sequence[Block], version: Version, context: Context) -> Document:
    """A document ready to be drawn.

    Args:
        titles: the kind's title, and the document's.
        contents: what the kind's layout made of the version.
        version: gives number and digest.
        context: the offices and the state.
    """
    draft = context.state == DRAFT
    return Document(
        kind=titles[0],
        reference=context.reference,
        title=titles[1],
        organisation=context.author.name,
        programme=context.say("Water Operators' Partnerships Programme  ·  Pakistan"),
        status=_status(version, context),
        code="" if draft else short_code(version.digest),
        seal="" if draft else seal(version, context),
        watermark=_watermark(context),
        warning="" if context.author.confirmed else context.say("UNCONFIRMED OFFICE"),
        keywords=tuple(filter(None, (context.partnership, titles[0]))),
        language=context.language,
        day=context.submitted,
        blocks=contents,
    )


def notices(version: Version, context: Context) -> list[Block]:
    """What a reader must know before the contents: an office not approved, a version that is stale, a verdict on it."""
    verdicts = (_opinion(one, context) for one in context.opinions if one.verdict != _COMMENT)
    return [*_unconfirmed(context), *_stale(version, context), *verdicts]


def comments(context: Context) -> list[Block]:
    """What offices remarked without deciding."""
    return [_opinion(one, context) for one in context.opinions if one.verdict == _COMMENT]


def seal(version: Version, context: Context) -> str:
    """What the QR says: by it a copy is compared with the register.

    In capitals, which make a QR with fewer and larger squares.
    """
    return f"WOPDESK {context.reference} {version.number} {version.digest}".upper()


def _status(version: Version, context: Context) -> str:
    say = context.say
    if context.state == DRAFT:
        corrects = version.number > 1
        return say("Draft of version {number}", number=version.number) if corrects else say("Draft, not submitted")
    number = say("Version {number}", number=version.number)
    on = say("submitted {day}", day=say.day(context.submitted)) if context.submitted else ""
    return say.listed(number, on, say(_STATES[context.state]) if context.state in _STATES else "")


def _watermark(context: Context) -> str:
    """The large letters behind the text."""
    return {DRAFT: context.say("DRAFT"), RETURNED: context.say("RETURNED")}.get(context.state, "")


def _unconfirmed(context: Context) -> Iterable[Block]:
    if context.author.confirmed:
        return
    say, office = context.say, context.author.name
    text = say("PWON has not approved {office} yet. What this paper says counts once it has.", office=office)
    yield Callout(say("Unconfirmed office"), text, blocks.BAD)


def _stale(version: Version, context: Context) -> Iterable[Block]:
    say, number = context.say, version.number
    if context.later:
        title = say("Version {later} was returned; this is version {number}", later=context.later, number=number)
        yield Callout(title, "", blocks.WARN)
    if context.changed:
        text = say("The team has written more since then. It is not on this paper and counts once it is submitted.")
        yield Callout(say("Changed since version {number}", number=number), text, blocks.WARN)


def _opinion(one: Opinion, context: Context) -> Block:
    said, tone = _OPINIONS[one.verdict]
    title = context.say.listed(context.say(said, office=one.office), context.say.day(one.day) if one.day else "")
    remarks = (f"{question}: {context.say.isolated(text)}" for question, text in one.remarks)
    return Callout(title, "\n".join(filter(None, (one.reason, *remarks))), tone)
