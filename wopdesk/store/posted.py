"""What went out and came in, as this installation remembers it: when, to or from whom, how much, what was refused."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from wopdesk.records.ids import Key
from wopdesk.store import schema

_STATEMENTS = "statements "


def statements_item(digest: str) -> str:
    """How it is noted that all statements held for a space went; `digest` is that of `have`."""
    return _STATEMENTS + digest


@dataclass(frozen=True)
class Went:
    """What went to an office at one moment.

    Attributes:
        office: its id.
        at: when, as UTC text.
        items: how many messages and files.
    """

    office: str
    at: str
    items: int


@dataclass(frozen=True)
class Came:
    """A bundle that was taken.

    Attributes:
        bundle: its id.
        sender: the key that signed it.
        at: when it was taken, as UTC text.
        where: the file, and the names inside it.
    """

    bundle: str
    sender: Key
    at: str
    where: str


@dataclass(frozen=True)
class TurnedAway:
    """A file that was refused and is kept aside.

    Attributes:
        where: the file, and the names inside it.
        at: when it was refused, as UTC text.
        reason: a sentence.
    """

    where: str
    at: str
    reason: str


def went(connection: sa.Connection) -> list[Went]:
    """Everything that went out, the latest first."""
    sent = schema.sent
    items = sa.func.sum(sa.case((sent.c.item.startswith(_STATEMENTS), 0), else_=1)).label("items")
    query = sa.select(sent.c.office, sent.c.at, items).group_by(sent.c.office, sent.c.at)
    rows = connection.execute(query.order_by(sent.c.at.desc(), sent.c.office))
    return [Went(row.office, row.at, row.items) for row in rows]


def came(connection: sa.Connection) -> list[Came]:
    """Everything that was taken, the latest first."""
    query = sa.select(schema.received).order_by(schema.received.c.at.desc(), schema.received.c.bundle)
    return [Came(row.bundle, Key(row.sender), row.at, row.summary) for row in connection.execute(query)]


def turned_away(connection: sa.Connection) -> list[TurnedAway]:
    """Files that were refused, the latest first."""
    refused = schema.refused
    query = sa.select(refused.c.name, refused.c.at, refused.c.reason).order_by(refused.c.at.desc(), refused.c.sha256)
    return [TurnedAway(row.name, row.at, row.reason) for row in connection.execute(query)]
