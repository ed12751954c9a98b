"""The versions of a record that are here, what reviewers said of them, which one shows, and which state follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wopdesk.desk.desk import Desk
from wopdesk.programme.filed import ACCEPTED, AWAITED, DRAFT, RETURNED, SUBMITTED
from wopdesk.programme.kinds import Kind
from wopdesk.records.batch import BlobRef
from wopdesk.records.fields import VERSION, review_field
from wopdesk.records.ids import Space
from wopdesk.records.merge import order_of
from wopdesk.records.permission import Held
from wopdesk.records.review import ACCEPT, RETURN, Review, read_review
from wopdesk.records.text import Unreadable
from wopdesk.records.version import Version, read_version
from wopdesk.store import reading
from wopdesk.store.reading import Entered
from wopdesk.store.sqlite import Connection


@dataclass(frozen=True)
class Said:
    """One office's review of one version, with when and by whom."""

    office: str
    review: Review
    at: str
    by: str


@dataclass(frozen=True)
class Submitted:
    """One version of a record.

    Attributes:
        version: what it says.
        digest: its id.
        at, by: when and by whom, as the batch claims.
        op: the operation that names it.
        key: under which it was submitted.
        current: whether no counting version replaced it.
        confirmed: whether its office is approved; an unconfirmed one is shown so marked.
        office: the one that made it, empty where no statement knows for whom the key speaks.
        reviews: what offices said of it.
    """

    version: Version
    digest: str
    at: str
    by: str
    op: str
    key: str
    current: bool
    confirmed: bool
    office: str = ""
    reviews: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Versions:
    """All versions of a record.

    Attributes:
        here: those whose content is here, oldest first.
        absent: digests of those that were submitted and whose content has not arrived yet.
        newest: the version that registers show; None when there is none, or all were returned.
        state: as `programme.filed` names them.
    """

    here: tuple[Submitted, ...]
    absent: tuple[str, ...]
    newest: Submitted | None
    state: str


def read_versions(
    desk: Desk, connection: Connection, place: tuple[Kind, Space], history: Sequence[Entered]
) -> Versions:
    """The versions that a record's history names in its home.

    Args:
        desk: the desk.
        connection: where their content is read.
        place: the record's kind and its home.
        history: all that was written in the record.
    """
    kind, home = place
    reviews = _reviews(history, home)
    found, absent = [], []
    for one in history:
        waits = one.held is Held.UNKNOWN_KEY
        if one.field != VERSION or one.space != home or (one.held and not waits) or not isinstance(one.value, BlobRef):
            continue
        data, current = reading.blob(connection, one.value.sha256), one.visible or waits
        version = _read(data)
        if data is None and current:
            absent.append(one.value.sha256)
        if version is not None and version.record == one.record:
            said = tuple(reviews.get(one.value.sha256, ()))
            confirmed = one.author in desk.standing.voices
            digest, who = one.value.sha256, (one.at, one.by, one.op, one.author)
            found.append(Submitted(version, digest, *who, current, confirmed, desk.office_of(one.author), said))
    here = _settled(found, awaited=bool(absent))
    newest = _newest(desk, kind, home, here)
    return Versions(here, tuple(absent), newest, _state(desk, place, (here, newest), awaited=bool(absent)))


def _settled(found: Sequence[Submitted], *, awaited: bool) -> tuple[Submitted, ...]:
    """The versions in order, each with whether it is current; while a later one is awaited, the last ones here are."""
    replaced = {digest for one in found for digest in one.version.after}
    believed = any(one.confirmed for one in found)
    waits = awaited and not any(one.current for one in found)
    settled = [
        replace(one, current=False)
        if not one.confirmed and (believed or one.digest in replaced)
        else replace(one, current=one.current or (waits and one.digest not in replaced))
        for one in found
    ]
    return tuple(sorted(settled, key=lambda each: (each.version.number, order_of(each.op))))


def _read(data: bytes | None) -> Version | None:
    try:
        return read_version(data) if data is not None else None
    except Unreadable:
        return None


def _reviews(history: Sequence[Entered], home: Space) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for one in sorted(history, key=lambda each: order_of(each.op)):  # of two verdicts every desk takes the same
        place = review_field(one.field)
        if place is None or not one.visible or one.space != home or not isinstance(one.value, str):
            continue
        try:
            found.setdefault(place.digest, []).append(Said(place.office, read_review(one.value), one.at, one.by))
        except Unreadable:
            continue
    return found


def verdict(desk: Desk, kind: Kind, home: Space, version: Submitted) -> str:
    """What the office that decides said of a version: `accept`, `return`, or empty while it said neither."""
    decides = kind.rules.decides
    said = [one.review.verdict for one in version.reviews if desk.standing.role(home, one.office) == decides]
    return next((one for one in said if one in {ACCEPT, RETURN}), "")


def _newest(desk: Desk, kind: Kind, home: Space, versions: Sequence[Submitted]) -> Submitted | None:
    """The version that shows: of the current ones the accepted, else the one of the smallest operation.

    Where all current ones were returned, it is the newest one before them that was not.
    """
    by_digest = {one.digest: one for one in versions}
    waiting = [one for one in versions if one.current]
    while waiting:
        standing = [one for one in waiting if verdict(desk, kind, home, one) != RETURN]
        accepted = [one for one in standing if verdict(desk, kind, home, one) == ACCEPT]
        if standing:
            return min(accepted or standing, key=lambda one: order_of(one.op))
        before = {digest for one in waiting for digest in one.version.after}
        waiting = [by_digest[digest] for digest in sorted(before) if digest in by_digest]
    return None


def _state(
    desk: Desk, place: tuple[Kind, Space], filed: tuple[Sequence[Submitted], Submitted | None], *, awaited: bool
) -> str:
    versions, newest = filed
    current = [verdict(desk, *place, one) for one in versions if one.current]
    if not versions:
        return AWAITED if awaited else DRAFT
    returned = bool(current) and all(one == RETURN for one in current)
    if newest is not None and verdict(desk, *place, newest) == ACCEPT and not returned:
        return ACCEPTED
    if returned and awaited:
        return AWAITED
    return RETURNED if returned else SUBMITTED
