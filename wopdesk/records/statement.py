"""Statements: small signed files by which PWON and the offices say whose keys and memberships count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wopdesk.records.digest import sha256
from wopdesk.records.ids import Key, OfficeId, SegmentId, SpaceId, StatementId, is_hex, is_office
from wopdesk.records.kinds import ROLES
from wopdesk.records.text import Unreadable, canonical, is_first, read_canonical
from wopdesk.sentence import Sentence

NAMESPACE = "authority@wopdesk"
"""SSHSIG namespace of a statement's signature."""
EVERY_SPACE = "*"
"""In `admit`: every space of the signer's office, as far as the signer itself reaches."""
SIZE_LIMIT = 1024 * 1024


@dataclass(frozen=True)
class Authority:
    """PWON's daily authority; signed by the root key."""

    key: Key


@dataclass(frozen=True)
class Office:
    """This key speaks for this office."""

    office: OfficeId
    code: str
    name: str
    key: Key


@dataclass(frozen=True)
class Join:
    """The signer wishes to speak for this office. No admit of its key counts without it; alone it gives no voice."""

    office: OfficeId


@dataclass(frozen=True)
class Admit:
    """A further key of the signer's office, for these spaces (or `*`); it must have asked for it by a join."""

    key: Key
    spaces: tuple[str, ...]


@dataclass(frozen=True)
class Member:
    """This office takes part in this space in this role."""

    space: SpaceId
    office: OfficeId
    role: str


@dataclass(frozen=True)
class Cut:
    """From here on a key, or an office in one space, no longer counts.

    Attributes:
        key: the key that is cut; empty when `member` is.
        member: (space, office); empty when `key` is.
        spaces: per space the segments that, with their predecessors, still count; a space not listed: none.
        keep: keys admitted by the cut key that stay.
    """

    key: str
    member: tuple[str, ...]
    spaces: Mapping[str, tuple[SegmentId, ...]] = field(hash=False)
    keep: tuple[Key, ...]


@dataclass(frozen=True)
class Close:
    """Ends the showing of a gap before this segment, which will never be filled."""

    author: Key
    space: SpaceId
    segment: SegmentId


Body = Authority | Office | Join | Admit | Member | Cut | Close


@dataclass(frozen=True)
class Statement:
    """What a statement file says, who says it, and which former statements it replaces.

    The file names its signer: else the same words of two keys would have one id, and whichever came first would keep
    the other one out.
    """

    body: Body
    by: Key
    replaces: tuple[StatementId, ...] = ()

    @property
    def data(self) -> bytes:
        """The file: one RFC 8785 object."""
        head = {"v": 1, "type": _NAMES[type(self.body)], "by": self.by, "replaces": list(self.replaces)}
        return canonical({**head, **_members(self.body)})


@dataclass(frozen=True)
class SignedStatement:
    """A statement with the key whose signature on it was verified."""

    id: StatementId
    statement: Statement
    signer: Key

    @property
    def body(self) -> Body:
        """What it says."""
        return self.statement.body


def statement_id(data: bytes) -> StatementId:
    """SHA-256 of the file."""
    return StatementId(sha256(data))


def read_statement(data: bytes) -> Statement:
    """The statement in a file.

    Raises:
        Unreadable: not canonical, of an unknown type, or of wrong shape.
    """
    if len(data) > SIZE_LIMIT:
        raise Unreadable("a statement is longer than 1 MiB")
    value = read_canonical(data)
    if not is_first(value.pop("v", None)):
        raise Unreadable("the statement was written by a newer version of WOPDesk")
    kind, by, replaces = (value.pop(name, None) for name in ("type", "by", "replaces"))
    reader = _READERS.get(kind) if isinstance(kind, str) else None
    if reader is None:
        raise Unreadable("the statement is of an unknown type")
    if not is_hex(by) or not _all(is_hex, replaces):
        raise Unreadable("the statement does not say who signs it or what it replaces")
    try:
        return Statement(reader(value), Key(by), tuple(replaces))
    except (KeyError, TypeError):
        raise Unreadable(Sentence("the statement '{kind}' lacks a member or has one too many", kind=kind)) from None


def _all(right: Callable[[object], bool], value: object) -> bool:
    return isinstance(value, list) and all(map(right, value))


def _need(*conditions: bool) -> None:
    if not all(conditions):
        raise Unreadable("a member of the statement has the wrong shape")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 200  # noqa: PLR2004 - a name, not a story


def _read_authority(members: dict[str, Any]) -> Authority:
    body = Authority(**members)
    _need(is_hex(body.key))
    return body


def _read_office(members: dict[str, Any]) -> Office:
    body = Office(**members)
    _need(is_office(body.office), _is_text(body.code), _is_text(body.name), is_hex(body.key))
    return body


def _read_join(members: dict[str, Any]) -> Join:
    body = Join(**members)
    _need(is_office(body.office))
    return body


def _read_admit(members: dict[str, Any]) -> Admit:
    _need(_all(lambda space: space == EVERY_SPACE or is_hex(space), members["spaces"]))
    body = Admit(**{**members, "spaces": tuple(members["spaces"])})
    _need(is_hex(body.key))
    return body


def _read_member(members: dict[str, Any]) -> Member:
    body = Member(**members)
    _need(is_hex(body.space), is_office(body.office), body.role in ROLES)
    return body


def _read_cut(members: dict[str, Any]) -> Cut:
    target = members.pop("key", ""), members.pop("member", [])
    spaces, keep = members.pop("spaces"), members.pop("keep")
    _need(not members, _all(is_hex, keep), isinstance(spaces, dict), isinstance(target[1], list))
    _need(all(is_hex(space) and _all(is_hex, held) for space, held in spaces.items()))
    by_member = len(target[1]) == 2 and is_hex(target[1][0]) and is_office(target[1][1])  # noqa: PLR2004
    _need((is_hex(target[0]) and not target[1]) or (not target[0] and by_member))
    held = {space: tuple(segments) for space, segments in spaces.items()}
    return Cut(target[0], tuple(target[1]), held, tuple(keep))


def _read_close(members: dict[str, Any]) -> Close:
    body = Close(**members)
    _need(is_hex(body.author), is_hex(body.space), is_hex(body.segment))
    return body


def _members(body: Body) -> dict[str, object]:
    if isinstance(body, Cut):
        target = {"key": body.key} if body.key else {"member": list(body.member)}
        return {**target, "spaces": {space: list(held) for space, held in body.spaces.items()}, "keep": list(body.keep)}
    members = dict(vars(body))
    return {name: list(value) if isinstance(value, tuple) else value for name, value in members.items()}


_READERS: dict[str, Callable[[dict[str, Any]], Body]] = {
    "authority": _read_authority,
    "office": _read_office,
    "join": _read_join,
    "admit": _read_admit,
    "member": _read_member,
    "cut": _read_cut,
    "close": _read_close,
}
_NAMES = {
    Authority: "authority",
    Office: "office",
    Join: "join",
    Admit: "admit",
    Member: "member",
    Cut: "cut",
    Close: "close",
}
