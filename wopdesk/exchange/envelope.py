"""`bundle.json`: who sends a bundle to whom, what the sender holds, and what it asks for."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from wopdesk.records.ids import BlobId, Key, OfficeId, SegmentId, SpaceId, is_hex, is_office
from wopdesk.records.text import Unreadable, canonical, read_json

SIZE_LIMIT = 4 * 1024 * 1024
_AT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_PART = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")
_APP = re.compile(r"[!-~](?:[ -~]{0,78}[!-~])?")
_NAME_LIMIT = 200
_JOINERS = str.maketrans("", "", "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
"""Urdu is written with them; no other invisible character stands in a name."""
_Id = TypeVar("_Id", bound=str)
_MEMBERS = {"v", "id", "from", "to", "at", "have", "want", "part", "app"}


class NewerEnvelope(Unreadable):
    """A `bundle.json` of a later version of the format."""


@dataclass(frozen=True)
class Sender:
    """Who made a bundle.

    Attributes:
        key: the installation's; it signed the bundle.
        name: of the office, as it calls itself; a claim.
    """

    office: OfficeId
    key: Key
    name: str


@dataclass(frozen=True)
class AuthorHave:
    """Which segments of one author the sender holds in one space.

    Attributes:
        heads: complete segments; each stands for all before it.
        also: segments held behind a gap; each stands for itself.
    """

    heads: tuple[SegmentId, ...] = ()
    also: tuple[SegmentId, ...] = ()


@dataclass(frozen=True)
class SpaceHave:
    """What the sender holds of one space.

    Attributes:
        statements: digest of the statement ids it holds.
        authors: per author's key.
    """

    statements: str
    authors: Mapping[Key, AuthorHave] = field(default_factory=dict)


@dataclass(frozen=True)
class Want:
    """What the sender asks for by name."""

    segments: tuple[SegmentId, ...] = ()
    blobs: tuple[BlobId, ...] = ()


@dataclass(frozen=True)
class Envelope:
    """The outside of a bundle. Lists of ids are sorted and name nothing twice.

    Attributes:
        id: 32 random lower-case hex digits; a part's are drawn from its whole's.
        to: offices; empty for an invitation, which anybody may open.
        at: UTC time of sending, `2026-10-31T09:12:44Z`.
        have: per space that the recipients share.
        part: `1/3` is the first of three.
        app: name and version of the program that wrote it.
    """

    id: str
    sender: Sender
    to: tuple[OfficeId, ...]
    at: str
    app: str
    have: Mapping[SpaceId, SpaceHave] = field(default_factory=dict)
    want: Want = Want()
    part: str = "1/1"

    @property
    def data(self) -> bytes:
        """The file: one RFC 8785 object."""
        sender = {"office": self.sender.office, "key": self.sender.key, "name": self.sender.name}
        have = {space: _write_space(held) for space, held in self.have.items()}
        want = {"segments": self.want.segments, "blobs": self.want.blobs}
        body = {"v": 1, "id": self.id, "from": sender, "to": self.to, "at": self.at, "app": self.app}
        return canonical({**body, "have": have, "want": want, "part": self.part})


def new_id() -> str:
    """A fresh id for a bundle."""
    return secrets.token_hex(16)


def read_envelope(data: bytes) -> Envelope:
    """The envelope in a `bundle.json`.

    Raises:
        NewerEnvelope: another version of the format.
        Unreadable: not exactly what `Envelope.data` writes.
    """
    if len(data) > SIZE_LIMIT:
        raise Unreadable("bundle.json is too long")
    body = _object(read_json(data))
    if body.get("v") != 1:
        raise NewerEnvelope("the bundle was written by a newer version of WOPDesk")
    _object(body, _MEMBERS)
    _need("its id or its time is not as the format says", is_office(body["id"]), _is_time(body["at"]))
    _need("its part or program is not as the format says", _is_part(body["part"]), _is_app(body["app"]))
    sender = _read_sender(_object(body["from"], {"office", "key", "name"}))
    want = _object(body["want"], {"segments", "blobs"})
    envelope = Envelope(
        id=body["id"],
        sender=sender,
        to=_ids(body["to"], OfficeId, is_office),
        at=body["at"],
        app=body["app"],
        have={SpaceId(_hex(space)): _read_space(held) for space, held in _object(body["have"]).items()},
        want=Want(_ids(want["segments"], SegmentId), _ids(want["blobs"], BlobId)),
        part=body["part"],
    )
    _need("its writing is not as the format says", envelope.data == data)
    return envelope


def _write_space(held: SpaceHave) -> dict[str, object]:
    authors = {key: {"heads": author.heads, "also": author.also} for key, author in held.authors.items()}
    return {"statements": held.statements, "authors": authors}


def _read_sender(members: dict[str, Any]) -> Sender:
    name = members["name"]
    _need(
        "its sender is not as the format says", is_office(members["office"]), isinstance(name, str) and _is_name(name)
    )
    return Sender(members["office"], Key(_hex(members["key"])), name)


def _read_space(held: object) -> SpaceHave:
    members = _object(held, {"statements", "authors"})
    authors = _object(members["authors"])
    return SpaceHave(_hex(members["statements"]), {Key(_hex(key)): _read_author(of) for key, of in authors.items()})


def _read_author(held: object) -> AuthorHave:
    members = _object(held, {"heads", "also"})
    return AuthorHave(_ids(members["heads"], SegmentId), _ids(members["also"], SegmentId))


def _object(value: object, members: set[str] | None = None) -> dict[str, Any]:
    if not isinstance(value, dict) or (members is not None and value.keys() != members):
        raise Unreadable("bundle.json lacks a member or has one too many")
    return value


def _ids(value: object, name: Callable[[str], _Id], right: Callable[[object], bool] = is_hex) -> tuple[_Id, ...]:
    if not isinstance(value, list) or not all(map(right, value)) or sorted(set(value)) != value:
        raise Unreadable("a list of ids in bundle.json is not sorted or holds something else")
    return tuple(map(name, value))


def _hex(value: object) -> str:
    if not is_hex(value) or not isinstance(value, str):
        raise Unreadable("an id in bundle.json is none")
    return value


def _is_time(value: object) -> bool:
    if not isinstance(value, str) or not _AT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_part(value: object) -> bool:
    found = _PART.fullmatch(value) if isinstance(value, str) else None
    return found is not None and int(found[1]) <= int(found[2])


def _is_app(value: object) -> bool:
    return isinstance(value, str) and _APP.fullmatch(value) is not None


def _is_name(value: str) -> bool:
    return 0 < len(value) <= _NAME_LIMIT and value.translate(_JOINERS).isprintable()


def _need(fault: str, *conditions: bool) -> None:
    if not all(conditions):
        raise Unreadable(fault)
