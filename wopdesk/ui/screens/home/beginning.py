"""What comes first at a fresh desk, one thing after the other, until PWON has approved the office. Knows no Qt."""

from __future__ import annotations

from dataclasses import replace

from wopdesk.desk import posting
from wopdesk.desk.desk import Desk
from wopdesk.records.kinds import SUPPORTING
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.home.content import NEW, Line
from wopdesk.ui.shell.where import Where

_START = Where("partnerships", kind=NEW)


def first(desk: Desk, *, begun: bool) -> tuple[Line, ...]:
    """For PWON: invite, start a record. For others: open the invitation, be approved, start a partnership.

    A supporting partner starts none.

    Args:
        desk: the desk.
        begun: whether there is a partnership; then only what is left of the way to be approved comes.
    """
    if desk.is_facilitator:
        return () if begun else _at_pwon(desk)
    *connecting, starting = _at_partner(desk)
    if not begun and desk.identity.role != SUPPORTING:
        return (*connecting, starting)
    return () if desk.identity.key in desk.standing.voices else tuple(connecting)


def _at_pwon(desk: Desk) -> tuple[Line, ...]:
    invite, hint = Phrase("Invite an office"), Phrase("It opens your invitation, and you approve it by telephone.")
    start, what = Phrase("Start a partnership record"), Phrase("Who works with whom, on what, and when.")
    invited = len(desk.standing.names) > 1
    return (_step("users", (invite, hint), Where("offices"), done=invited), _step("handshake", (start, what), _START))


def _at_partner(desk: Desk) -> tuple[Line, ...]:
    invited, approved = bool(desk.identity.root), desk.identity.key in desk.standing.voices
    opening = (
        Phrase("Open PWON's invitation"),
        Phrase(
            "Ask PWON, the Pakistan Water Operators Network, for the file and the invitation code. Drop the file here."
        ),
    )
    telling = (
        Phrase("Send to PWON, and read your check code on the telephone"),
        Phrase("PWON then knows that it is you. You can work meanwhile."),
    )
    starting = Phrase("Start your partnership"), Phrase("If PWON has not opened one for you yet.")
    return (
        _step("mail", opening, Where("exchange"), done=invited),
        _told(desk, _step("shield-check", telling, Where("exchange") if invited else None, done=approved)),
        _step("handshake", starting, _START),
    )


def _told(desk: Desk, step: Line) -> Line:
    """The same, with how far the first message is, while PWON has not approved the office."""
    if step.status is not None:
        return step
    known = posting.contacts(desk)
    to_pwon = [contact for office in desk.standing.facilitators if (contact := known.get(office)) and contact.sent]
    if not to_pwon:
        return step
    if all(one.is_unsure for one in to_pwon):
        return replace(step, status=Phrase("Saved, to be sent"), tone="warn")
    return replace(step, status=Phrase("Sent, PWON is awaited"), tone="info")


def _step(picture: str, said: tuple[Phrase, Phrase], where: Where | None, *, done: bool = False) -> Line:
    if done:
        return Line("circle-check", *said, Phrase("Done"), "good", where)
    return Line(picture, *said, None, "info" if where else "quiet", where)
