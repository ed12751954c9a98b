"""The advice ledger in words: asked, given, agreed, acted on, with its age. Knows no Qt."""

from __future__ import annotations

from dataclasses import replace

from wopdesk.desk.circle import Circle
from wopdesk.programme import advice
from wopdesk.programme.advice import Entry
from wopdesk.records.kinds import MENTEE, MENTOR
from wopdesk.ui.circles.reader import Reader
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.partnership.content import Piece
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.tokens import Tone

_ORDER = {advice.ASKED: 0, advice.GIVEN: 1, advice.AGREED: 2, advice.DECLINED: 3, advice.ACTED_ON: 4}
_LONG = 30
"""Days after which what is open has been open for long."""
_GIVEN = (Phrase("Given"), Phrase("Given today"), Phrase("Given 1 day ago"), Phrase("Given {days} days ago"))
_SAID = {
    advice.ASKED: (Phrase("Asked"), Phrase("Asked today"), Phrase("Asked 1 day ago"), Phrase("Asked {days} days ago")),
    advice.AGREED: (
        Phrase("Agreed"),
        Phrase("Agreed today"),
        Phrase("Agreed 1 day ago"),
        Phrase("Agreed {days} days ago"),
    ),
}
"""How far it is: without a day, today, a day ago, longer ago."""


def pieces(said: Reader, seen: Circle) -> tuple[Piece, ...]:
    """What is open first, the oldest of it first; then what is done, the newest first."""
    entries = [one for one in seen.ledger if one.advice or one.request]
    waiting = [one for one in entries if one.stage in {advice.ASKED, *advice.OPEN_STAGES}]
    done = [one for one in reversed(entries) if one not in waiting]
    return tuple(_piece(said, seen, one) for one in (*sorted(waiting, key=lambda one: _ORDER[one.stage]), *done))


def _piece(said: Reader, seen: Circle, entry: Entry) -> Piece:
    state, tone = _state(said, entry)
    if entry.advice is None:
        return _question(said, seen, entry, (state, tone))
    values = {"office": said.office_name(seen, MENTOR), "day": entry.advice.given or ""}
    detail = Phrase("{office}, {day}", values)
    if entry.request:
        values |= {"question": entry.request.question}
        detail = Phrase("{office}, {day}, on: {question}", values)
    return Piece(entry.advice.text, detail, state, tone, Where("document", record=entry.advice.record))


def _question(said: Reader, seen: Circle, entry: Entry, state: tuple[Phrase, Tone]) -> Piece:
    asked = entry.request
    if asked is None:
        raise ValueError(entry)
    values = {"office": said.office_name(seen, MENTEE), "month": said.month(asked.period)}
    detail = Phrase("{office} asked in the report of {month}", values)
    where = Where("document", record=asked.record, path="requests")
    if entry.stage == advice.ASKED and seen.role == MENTOR:
        answers = (("advice/items[1]/request", asked.id),)
        where = Where("document", kind="advice_note", space=seen.space.id, answers=answers)
        if note := advice.begun(seen.filed).get(asked.id, ""):
            where = Where("document", record=note)
    return Piece(asked.question, detail, *state, where)


def _state(said: Reader, entry: Entry) -> tuple[Phrase, Tone]:
    days = entry.age(said.today)
    if entry.stage == advice.ACTED_ON:
        return Phrase("Acted on"), "good"
    if entry.stage == advice.DECLINED:
        return Phrase("Cannot be followed"), "quiet"
    tone: Tone = "warn" if days is not None and days > _LONG else "info"
    plain, today, one_day, several = _SAID.get(entry.stage, _GIVEN)
    if days is None or days < 0:
        return plain, tone
    return {0: today, 1: one_day}.get(days, replace(several, values={"days": days})), tone
