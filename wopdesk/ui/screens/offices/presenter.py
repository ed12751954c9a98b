"""What the screen shows of offices, read from the desk, and what it does there. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wopdesk.desk import authority, calls, departures, listing, partners, posting, recovering
from wopdesk.desk.authority import Request
from wopdesk.desk.desk import Desk
from wopdesk.desk.files import write_out
from wopdesk.desk.likeness import look_alike
from wopdesk.desk.partners import OfficeSeen
from wopdesk.desk.posting import Contact
from wopdesk.exchange.codes import same_code, short_code
from wopdesk.records.ids import Key, OfficeId
from wopdesk.ui.screens.offices.content import (
    Asking,
    Computer,
    Decided,
    Invited,
    Known,
    OfficesContent,
    Part,
    State,
)


@dataclass(frozen=True)
class _Met:
    """What is read once for all offices.

    Attributes:
        contacts: when each office was met, by its id.
        heard: when each computer was heard of, by its key.
        titles: of partnerships, by space.
        cut: keys of computers that were cut off.
        former: keys of PWON's own that are lost and still speak for it.
    """

    contacts: Mapping[str, Contact]
    heard: Mapping[str, datetime]
    titles: Mapping[str, str]
    cut: frozenset[str]
    former: tuple[str, ...] = ()


def content(desk: Desk) -> OfficesContent:
    """All offices, and those that wait."""
    own = desk.identity
    cut = frozenset(order.cut.key for order in desk.standing.cuts)
    met = _Met(posting.contacts(desk), posting.heard_by_key(desk), _titles(desk), cut, recovering.former_keys(desk))
    known = [_known(desk, one, met) for one in partners.offices(desk)]
    return OfficesContent(
        own_code=short_code(own.key),
        approved=own.key in desk.standing.voices,
        joined=bool(own.root),
        coordinator=desk.is_facilitator,
        invitation=short_code(Key(own.root)) if desk.is_facilitator else "",
        known=tuple(sorted(known, key=lambda one: (not one.is_own, one.state == "waiting", one.name))),
        asking=tuple(_asking(desk, one) for one in authority.requests(desk)),
        partnerships=tuple(met.titles.items()),
    )


def _titles(desk: Desk) -> dict[str, str]:
    """Partnerships of this office by space: their code, or the beginning of the space's id while they have none."""
    codes = listing.partnership_names(desk)
    return {space.id: codes.get(space.id, space.id[:8]) for space in partners.partnership_spaces(desk)}


def _known(desk: Desk, one: OfficeSeen, met: _Met) -> Known:
    programme = desk.identity.programme
    return Known(
        office=one.id,
        name=one.name,
        code=one.code,
        role=(desk.standing.role(programme, one.id) or "") if programme else "",
        state=_state(desk, one),
        heard=met.contacts.get(one.id, Contact()).heard,
        parts=tuple(
            Part(space.id, met.titles[space.id], desk.standing.role(space, one.id) or "")
            for space in partners.partnership_spaces(desk)
            if partners.takes_part(desk, space, one.id)
        ),
        computers=tuple(
            _computer(desk, key, met)
            for key in sorted(one.keys, key=lambda key: (key != desk.identity.key, key))
            if not partners.waits(desk, key, one.id)
        ),
    )


def _computer(desk: Desk, key: str, met: _Met) -> Computer:
    this, cut, former = key == desk.identity.key, key in met.cut, key in met.former
    return Computer(key, short_code(Key(key)), met.heard.get(key), this, cut, former)


def _state(desk: Desk, one: OfficeSeen) -> State:
    if one.id == desk.office:
        return "own" if one.confirmed else "own waiting"
    return "approved" if one.confirmed else "waiting"


def _asking(desk: Desk, request: Request) -> Asking:
    _, known_as = desk.standing.names.get(request.office, ("", request.name))
    return Asking(
        key=request.key,
        name=request.name,
        heard=posting.local(desk, request.heard),
        own=request.own,
        role=request.role,
        further=request.office in desk.standing.names,
        known_as="" if known_as == request.name else known_as,
        ready=not request.own or desk.standing.joins.get(request.key) == desk.office,
        may_decide=request.own or desk.is_facilitator,
        like=_like(desk, request),
        pretended=calls.pretended(desk, request.key),
    )


def _like(desk: Desk, request: Request) -> str:
    """The name of another, approved office that looks like that of the one that asks."""
    others = (name for office, (_, name) in desk.standing.names.items() if office != request.office)
    return next((name for name in others if look_alike(name, request.name)), "")


def decide(desk: Desk, key: str, typed: str, role: str) -> Decided:
    """Compare the code that was read on the telephone, and let the computer speak for its office where it is right.

    Raises:
        DeskFault: it takes the place of another office, or this desk does not decide that.
    """
    request = authority.find_request(desk, key)
    if not same_code(typed, request.code):
        return Decided(right=False, name=request.name)
    if request.own:
        authority.admit(desk, key, typed)
        return Decided(right=True, name=request.name)
    authority.approve(desk, key, typed, role)
    return Decided(right=True, name=request.name, role=role)


def invite(desk: Desk, file: Path) -> Invited:
    """Save the invitation; its code is read on the telephone and stands in no message.

    Raises:
        DeskFault: this is not PWON's desk.
        OSError: the file cannot be written there.
    """
    write_out(desk, file, authority.invitation(desk))
    return Invited(str(file), short_code(Key(desk.identity.root)))


def take_part(desk: Desk, space: str, office: str, role: str) -> str:
    """Let an office take part in a partnership; the office's name.

    Raises:
        DeskFault: this is not PWON's desk.
    """
    authority.make_member(desk, desk.space(space), OfficeId(office), role)
    return partners.office_name(desk, office)


def leave_part(desk: Desk, space: str, office: str) -> str:
    """Let an office take part no more; its name.

    Raises:
        DeskFault: this is not PWON's desk.
    """
    departures.cut_member(desk, desk.space(space), OfficeId(office))
    return partners.office_name(desk, office)


def cut_off(desk: Desk, key: str) -> None:
    """From now on a computer no longer counts; what it wrote and is here stays.

    Raises:
        DeskFault: the computer is another office's.
    """
    departures.cut(desk, Key(key))
