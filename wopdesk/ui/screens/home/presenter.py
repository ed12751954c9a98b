"""Reads the first screen from the desk. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from wopdesk.desk import authority, settling, typing
from wopdesk.desk.circle import circles
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import find_document, title_of
from wopdesk.records.kinds import FACILITATOR
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.home import tasks
from wopdesk.ui.screens.home.arrivals import arrived
from wopdesk.ui.screens.home.content import NEW, Home, Line
from wopdesk.ui.screens.partnerships.reader import reader
from wopdesk.ui.screens.partnerships.standings import standing
from wopdesk.ui.shell.where import Where


def content(desk: Desk, language: str) -> Home:
    """The first screen, with titles in a language."""
    said, seen = reader(desk, language), circles(desk)
    mine = [line for one in seen for line in tasks.mine(said, one)]
    others = [line for one in seen for line in tasks.others(said, one)]
    return Home(
        office=desk.identity.name,
        today=desk.today,
        kept=kept(desk, language),
        mine=(*_urgent_first(mine), *_upkeep(desk)),
        others=_urgent_first(others),
        arrived=arrived(said, seen),
        partnerships=tuple(standing(desk, said, one) for one in seen),
        first=() if seen else first(desk),
        overdue=sum(line.tone == "bad" for _, line in mine),
    )


def _urgent_first(lines: Iterable[tuple[date | None, Line]]) -> tuple[Line, ...]:
    """What is overdue, what came back, what is due; then what has no day."""
    order = {"bad": 0, "warn": 1}
    ranked = sorted(lines, key=lambda one: (order.get(one[1].tone, 2), one[0] is None, one[0] or date.max))
    return tuple(line for _, line in ranked)


def _upkeep(desk: Desk) -> tuple[Line, ...]:
    """Differences, and offices that wait for PWON."""
    lines = []
    if found := len(settling.all_differences(desk)):
        text = (
            Phrase("Two answers differ in one place")
            if found == 1
            else Phrase("Answers differ in {count} places", {"count": found})
        )
        lines.append(
            Line(
                "git-merge", text, Phrase("Choose which one holds"), Phrase("Differences"), "warn", Where("differences")
            )
        )
    for request in authority.requests(desk):
        if desk.is_facilitator or request.own:
            text = Phrase("{office} waits for approval", {"office": request.name})
            detail = Phrase("Telephone them and compare the code")
            lines.append(Line("shield-check", text, detail, Phrase("Approve"), "info", Where("offices")))
    return tuple(lines)


def kept(desk: Desk, language: str) -> tuple[Line, ...]:
    """What was typed and not saved when the program ended."""
    lines = []
    for record in typing.unsaved(desk):
        title = title_of(find_document(desk, record), language)
        text = Phrase("What you typed in “{title}” was kept", {"title": title})
        lines.append(
            Line(
                "save",
                text,
                Phrase("Nothing is lost. Go on where you stopped."),
                Phrase("Continue"),
                "info",
                Where("document", record=record),
            )
        )
    return tuple(lines)


def first(desk: Desk) -> tuple[Line, ...]:
    """What comes first at a fresh desk, one after the other."""
    return _first_at_pwon(desk) if desk.identity.role == FACILITATOR else _first_at_partner(desk)


def _first_at_pwon(desk: Desk) -> tuple[Line, ...]:
    invited = len(desk.standing.names) > 1
    return (
        _step(
            "users",
            Phrase("Invite an office"),
            Phrase("It opens your invitation, and you approve it by telephone."),
            Where("offices"),
            done=invited,
        ),
        _step(
            "handshake",
            Phrase("Start a partnership record"),
            Phrase("Who works with whom, on what, and when."),
            Where("partnerships", kind=NEW),
        ),
    )


def _first_at_partner(desk: Desk) -> tuple[Line, ...]:
    approved = desk.identity.key in desk.standing.voices
    return (
        _step(
            "mail",
            Phrase("Open PWON's invitation"),
            Phrase("Drop the file here, or find it under Send and receive."),
            Where("exchange"),
            done=bool(desk.identity.root),
        ),
        _step(
            "shield-check",
            Phrase("Send to PWON, and read your code on the telephone"),
            Phrase("PWON then knows that it is you. You can work meanwhile."),
            Where("exchange"),
            done=approved,
        ),
        _step(
            "handshake",
            Phrase("Start your partnership"),
            Phrase("If PWON has not opened one for you yet."),
            Where("partnerships", kind=NEW),
        ),
    )


def _step(picture: str, text: Phrase, detail: Phrase, where: Where, *, done: bool = False) -> Line:
    if done:
        return Line("circle-check", text, detail, Phrase("Done"), "good", where)
    return Line(picture, text, detail, None, "info", where)
