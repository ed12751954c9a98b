"""What a person must know of a record before filling or judging it."""

from __future__ import annotations

from collections.abc import Iterator

from wopdesk.programme.filed import ACCEPTED, AWAITED, RETURNED, SUBMITTED
from wopdesk.records.review import COMMENT, RETURN
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.document.background import Background, Replaced
from wopdesk.ui.screens.document.content import Banner
from wopdesk.ui.screens.document.filling import Filling

_MOST_ASIDE = 12
"""Answers that are shown; a banner is no page."""
_CORRECT = Phrase("Correct it")


def banners(filling: Filling) -> tuple[Banner, ...]:
    """The most urgent first."""
    return tuple(_banners(filling))


def _banners(filling: Filling) -> Iterator[Banner]:
    around = filling.background
    if filling.recovered is not None:
        yield _recovered(filling)
    if around.differing and around.writable:
        yield _differing(around)
    if not around.confirmed:
        yield _unapproved(around)
    if around.state == AWAITED:
        yield _awaited(around)
    yield from _of_state(filling, around)
    if around.aside:
        yield _kept_aside(filling)


def _differing(around: Background) -> Banner:
    return Banner(
        "caution",
        "git-merge",
        Phrase("{count} answered differently by two persons", {"count": len(around.differing)}),
        Phrase("It can be sent once that is settled."),
        act="settle",
        action=Phrase("Settle it"),
    )


def _unapproved(around: Background) -> Banner:
    if around.own:
        title = Phrase("PWON has not approved your office yet")
        text = Phrase("What you submit can be read. It counts, and can be reviewed, once PWON has approved you.")
        return Banner("caution", "triangle-alert", title, text, (), "answer", Phrase("Send and receive"))
    return Banner(
        "caution",
        "triangle-alert",
        Phrase("{office} is not approved yet", {"office": around.author}),
        Phrase("What it sent can be read. It counts, and can be reviewed, once the office is approved."),
        act="approve",
        action=Phrase("To the offices"),
    )


def _awaited(around: Background) -> Banner:
    return Banner(
        "caution",
        "clock",
        Phrase("It was submitted, but what it says has not arrived here yet"),
        Phrase("It comes with a later file of {office}; ask for it under Send and receive.", {"office": around.author}),
        act="answer",
        action=Phrase("Send and receive"),
    )


def _recovered(filling: Filling) -> Banner:
    at = filling.recovered
    when = {"day": at.date(), "time": at.strftime("%H:%M")} if at is not None else {}
    return Banner(
        "note",
        "history",
        Phrase("What you typed on {day} at {time} was kept, and is filled in here again.", when),
        act="do_without",
        action=Phrase("Do without it"),
    )


def _kept_aside(filling: Filling) -> Banner:
    answers, language = filling.background.aside, filling.language
    more = len(answers) - _MOST_ASIDE
    quotes = [(one.question(language).rstrip("?؟: "), one.answer(language)) for one in answers[:_MOST_ASIDE]]
    return Banner(
        "note",
        "package",
        Phrase("Answers without a place in this form: {count}", {"count": len(answers)}),
        Phrase("The form asks otherwise than when they were given. They are kept in the record, and not sent with it."),
        (*quotes, *((("", f"+ {more}"),) if more > 0 else ())),
    )


def _of_state(filling: Filling, around: Background) -> Iterator[Banner]:
    quotes = tuple((one.office, one.reason) for one in around.reviews if one.reason)
    number = {"number": around.number, "next": around.number + 1}
    if around.state == RETURNED and around.own:
        who = next((one.office for one in around.reviews if one.verdict == RETURN), "")
        yield Banner(
            "caution",
            "message-square",
            Phrase("{office} returned it to be corrected", {"office": who}),
            Phrase("Remarks stand at their fields. What you send next is a new version."),
            quotes,
        )
    elif filling.editing and around.state in {SUBMITTED, ACCEPTED}:
        yield _corrected(around, number)
    elif around.state in {SUBMITTED, ACCEPTED} and around.own:
        yield _sent(around, number, quotes)
    elif quotes or around.state == RETURNED:
        title = Phrase("Said of version {number}", number)
        if around.reviewable:
            text = Phrase("Those who take part learn of it with what you send next.")
            yield Banner("note", "message-square", title, text, quotes, "answer", Phrase("Send and receive"))
        else:
            yield Banner("note", "message-square", title, None, quotes)
    elif around.replaced is not None and around.judges:
        yield _said_before(around.replaced)


def _said_before(replaced: Replaced) -> Banner:
    """Who reviews a version is to see what was asked of the one before."""
    return Banner(
        "note",
        "message-square",
        Phrase("Said of version {number}", {"number": replaced.number}),
        Phrase("Changed answers show the earlier one below the field; so do earlier remarks."),
        tuple((one.office, one.reason) for one in replaced.reviews if one.reason),
    )


def _corrected(around: Background, number: dict[str, int]) -> Banner:
    again = Phrase("Version {number} was accepted and stays as it is. Version {next} will need to be accepted again.")
    waits = Phrase("Version {number} was sent and stays as it is. What you send next is version {next}.")
    stays = Phrase("Version {number} stays as it is. What you send next is version {next}.")
    known = waits if around.gone and not around.saved else stays
    text = Phrase((again if around.state == ACCEPTED else known).text, number)
    title = Phrase("You are correcting version {number}", number)
    return Banner("caution" if around.state == ACCEPTED else "note", "pencil", title, text)


def _waits(around: Background, number: dict[str, int]) -> Banner:
    """It was submitted; until it goes, nobody else can know of it."""
    title = Phrase("Version {number} is submitted and still has to be sent", number)
    if not around.recipients:
        text = Phrase("It is kept here. Once your office is connected with PWON, it goes there with what you send.")
        return Banner("caution", "send", title, text, (), "correct", _CORRECT)
    names = {"names": tuple(around.recipients)}
    text = Phrase("{names} can read it once you send it: the PDF, or a file of Send and receive.", names)
    return Banner("caution", "send", title, text, (), "send", Phrase("Send …"), ("correct", _CORRECT))


def _lies_here(number: dict[str, int]) -> Banner:
    """PWON submitted a partnership in which nobody else takes part yet, so that it went to nobody."""
    title = Phrase("Version {number} is submitted and went to nobody yet", number)
    text = Phrase("Add the offices that it names; then send it to them.")
    return Banner("caution", "handshake", title, text, (), "send", Phrase("Add and send …"), ("correct", _CORRECT))


def _sent(around: Background, number: dict[str, int], quotes: tuple[tuple[str, str], ...]) -> Banner:
    if around.state == ACCEPTED:
        title = Phrase("Version {number} was accepted", number)
        text = Phrase("It never changes. If something is wrong, the next version must be accepted again.")
    elif around.around is not None and not around.recipients:
        return _lies_here(number)
    elif not around.gone:
        return _waits(around, number)
    elif around.saved:
        title = Phrase("Version {number} was saved, not yet sent", number)
        text = Phrase("Hand the file on, then say so under Send and receive. If something is wrong, correct it first.")
    else:
        title = Phrase("Version {number} was sent", number)
        text = Phrase("It never changes. If something is wrong, correct it and send the next version.")
    said = tuple(one for one in quotes if one[1]) if any(one.verdict != COMMENT for one in around.reviews) else quotes
    return Banner("note", "circle-check", title, text, said, "correct", _CORRECT)
