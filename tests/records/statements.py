"""Statements and spaces that the tests of standing are about. Keys and offices are told apart by one letter."""

from __future__ import annotations

from collections.abc import Mapping

from wopdesk.records.ids import PARTNERSHIP, PROGRAMME, TEAM, Key, OfficeId, SegmentId, Space, StatementId
from wopdesk.records.statement import (
    Admit,
    Authority,
    Body,
    Close,
    Cut,
    Join,
    Member,
    Office,
    SignedStatement,
    Statement,
    statement_id,
)


def key(name: str) -> Key:
    """A key told by a short name."""
    return Key(name.encode().hex().ljust(64, "0"))


def office_id(name: str) -> OfficeId:
    """An office told by one letter."""
    return OfficeId(name.encode().hex().ljust(32, "0"))


ROOT, DAILY = key("root"), key("daily")
PROGRAMME_SPACE = Space(PROGRAMME, "", ROOT)


def partnership(founder: str, nonce: str = "ab") -> Space:
    """A partnership space that an office founded."""
    return Space(PARTNERSHIP, office_id(founder), nonce * 16)


def team(name: str, founder: str) -> Space:
    """A team space of an office, founded by a key."""
    return Space(TEAM, office_id(name), key(founder))


def signed(signer: Key, body: Body, *replaces: SignedStatement) -> SignedStatement:
    """A statement by a key."""
    statement = Statement(body, signer, tuple(StatementId(one.id) for one in replaces))
    return SignedStatement(statement_id(statement.data), statement, signer)


def authority(name: Key, *replaces: SignedStatement) -> SignedStatement:
    """The root names a daily authority."""
    return signed(ROOT, Authority(name), *replaces)


def office(name: str, speaks: str, *replaces: SignedStatement, by: Key = ROOT) -> SignedStatement:
    """A key speaks for an office."""
    return signed(by, Office(office_id(name), f"code-{name}", f"Office {name}", key(speaks)), *replaces)


def join(who: str, name: str = "", *replaces: SignedStatement) -> SignedStatement:
    """A key wishes to speak for an office: without a name, that of the key's first letter."""
    return signed(key(who), Join(office_id(name or who[0])), *replaces)


def admit(by: str, who: str, spaces: tuple[str, ...] = ("*",), *replaces: SignedStatement) -> SignedStatement:
    """A key admits another."""
    return signed(key(by), Admit(key(who), spaces), *replaces)


def member(space: Space, name: str, role: str, *replaces: SignedStatement, by: Key = ROOT) -> SignedStatement:
    """An office takes part in a space."""
    return signed(by, Member(space.id, office_id(name), role), *replaces)


def cut(
    who: str,
    *replaces: SignedStatement,
    by: Key = ROOT,
    spaces: Mapping[str, tuple[SegmentId, ...]] | None = None,
    keep: tuple[str, ...] = (),
) -> SignedStatement:
    """A key no longer counts."""
    return signed(by, Cut(key(who), (), spaces or {}, tuple(map(key, keep))), *replaces)


def cut_member(
    space: Space, name: str, *, by: Key = ROOT, spaces: Mapping[str, tuple[SegmentId, ...]] | None = None
) -> SignedStatement:
    """An office no longer counts in a space."""
    return signed(by, Cut("", (space.id, office_id(name)), spaces or {}, ()))


def close(author: str, space: Space, segment: SegmentId, *, by: Key = ROOT) -> SignedStatement:
    """A gap is shown no more."""
    return signed(by, Close(key(author), space.id, segment))
