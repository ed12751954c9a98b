"""What went out and came in at this desk: when each office was written to and heard of, and the list of it all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from wopdesk.desk import listing
from wopdesk.desk.desk import Desk
from wopdesk.sentence import Sentence
from wopdesk.store import outgoing, posted

What = Literal["sent", "received", "refused"]


@dataclass(frozen=True)
class Contact:
    """When this desk last sent to an office and last heard of it; None: never.

    Attributes:
        sent: when something went, or a file that is to go was saved.
        heard: when something came.
        saved: whether a file was saved then, and nobody said that it was handed on.
    """

    sent: datetime | None = None
    heard: datetime | None = None
    saved: bool = False

    @property
    def is_unsure(self) -> bool:
        """Whether the saved file may still lie here: nothing was heard of the office since."""
        return self.saved and (self.heard is None or self.sent is None or self.heard < self.sent)


@dataclass(frozen=True)
class Event:
    """One line of the history.

    Attributes:
        what: whether it went out, came in, or was refused.
        at: when, in the desk's own time zone.
        office: the other office's name; empty for a refused file.
        said: the file that came in, or why it was refused.
        items: how many messages and files went out.
        way: how it is known that they did.
        record: the record for whose sake they did; empty for whatever the office lacked.
        first: whether they were the first to PWON, which approves this office by them.
    """

    what: What
    at: datetime
    office: str = ""
    said: str = ""
    items: int = 0
    way: posted.Way = "sent"
    record: str = ""
    first: bool = False


def contacts(desk: Desk) -> dict[str, Contact]:
    """By office's id, for all offices that were written to or heard of."""
    with desk.store.reading() as connection:
        went = posted.went(connection)
        peers = outgoing.callers(connection)
    last = {one.office: one for one in reversed(went)}
    heard: dict[str, str] = {}
    for peer in peers:
        heard[peer.office] = max(heard.get(peer.office, ""), peer.heard)
    return {office: _contact(desk, last.get(office), heard.get(office)) for office in last.keys() | heard.keys()}


def _contact(desk: Desk, went: posted.Went | None, heard: str | None) -> Contact:
    sent = local(desk, went.at) if went else None
    return Contact(sent, local(desk, heard) if heard else None, went is not None and went.way == "saved")


def heard_by_key(desk: Desk) -> Mapping[str, datetime]:
    """When each computer was last heard of, by its key."""
    with desk.store.reading() as connection:
        peers = outgoing.callers(connection)
    return {peer.key: local(desk, peer.heard) for peer in peers}


def history(desk: Desk) -> list[Event]:
    """Everything that was sent, received and refused, the latest first."""
    names = listing.office_names(desk)
    with desk.store.reading() as connection:
        went, came, refused = posted.went(connection), posted.came(connection), posted.turned_away(connection)
        offices = {str(peer.key): peer.office for peer in outgoing.callers(connection)}
    speaks: dict[str, str] = {**offices, **{key: voice.office for key, voice in desk.standing.voices.items()}}
    first = _first_to_pwon(desk, went)
    events = [_event(desk, one, names.get(one.office, one.office[:8]), first=one == first) for one in went]
    events += [
        Event("received", local(desk, one.at), names.get(speaks.get(one.sender, ""), ""), one.where) for one in came
    ]
    events += [Event("refused", local(desk, one.at), "", _turned_away(one)) for one in refused]
    return sorted(events, key=lambda one: one.at, reverse=True)


def _first_to_pwon(desk: Desk, went: Sequence[posted.Went]) -> posted.Went | None:
    """The earliest that went to PWON from an office that PWON approves."""
    to_pwon = [one for one in went if one.office in desk.standing.facilitators and not desk.is_facilitator]
    return min(to_pwon, key=lambda one: one.at, default=None)


def _event(desk: Desk, one: posted.Went, name: str, *, first: bool) -> Event:
    return Event("sent", local(desk, one.at), name, items=one.items, way=one.way, record=one.record, first=first)


def local(desk: Desk, at: str) -> datetime:
    """A moment as bundles carry it, by the clock of the desk."""
    return datetime.fromisoformat(at).astimezone(desk.clock().tzinfo)


def _turned_away(one: posted.TurnedAway) -> Sentence:
    return Sentence("{file}: {reason}", file=one.where, reason=Sentence.of(one.reason))
