"""What comes first at a fresh desk, one thing after the other. Knows no Qt."""

from __future__ import annotations

from wopdesk.desk.desk import Desk
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.home.content import NEW, Line
from wopdesk.ui.shell.where import Where

_START = Where("partnerships", kind=NEW)


def first(desk: Desk) -> tuple[Line, ...]:
    """For PWON: invite, start a record. For others: open the invitation, be approved, start a partnership."""
    return _at_pwon(desk) if desk.is_facilitator else _at_partner(desk)


def _at_pwon(desk: Desk) -> tuple[Line, ...]:
    invite, hint = Phrase("Invite an office"), Phrase("It opens your invitation, and you approve it by telephone.")
    start, what = Phrase("Start a partnership record"), Phrase("Who works with whom, on what, and when.")
    invited = len(desk.standing.names) > 1
    return (_step("users", (invite, hint), Where("offices"), done=invited), _step("handshake", (start, what), _START))


def _at_partner(desk: Desk) -> tuple[Line, ...]:
    invited, approved = bool(desk.identity.root), desk.identity.key in desk.standing.voices
    opening = Phrase("Open PWON's invitation"), Phrase("Drop the file here, or find it under Send and receive.")
    telling = (
        Phrase("Send to PWON, and read your code on the telephone"),
        Phrase("PWON then knows that it is you. You can work meanwhile."),
    )
    starting = Phrase("Start your partnership"), Phrase("If PWON has not opened one for you yet.")
    return (
        _step("mail", opening, Where("exchange"), done=invited),
        _step("shield-check", telling, Where("exchange"), done=approved),
        _step("handshake", starting, _START),
    )


def _step(picture: str, said: tuple[Phrase, Phrase], where: Where, *, done: bool = False) -> Line:
    if done:
        return Line("circle-check", *said, Phrase("Done"), "good", where)
    return Line(picture, *said, None, "info", where)
