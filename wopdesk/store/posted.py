"""What went out and came in, as this installation remembers it: when, to or from whom, how much, what was refused.

What went is kept item by item in `sent`, where a later time takes the place of an earlier one; so that the list of it
all stays as it was, each sending has a line there of its own besides: that of a saved file says so until somebody says
that it was sent, and that it was sent from then on. Drafts of mails wait among the settings until the same is said.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

import sqlalchemy as sa

from wopdesk.records.ids import Key
from wopdesk.sentence import recalled
from wopdesk.store import schema
from wopdesk.store.identity import write_setting

Way = Literal["sent", "saved", "said"]
"""How it is known that something went: not any more, as a file that was written, or since a person says so."""
_STATEMENTS, _SENDING, _MAIL = "statements ", "sending ", "mail."


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
        way: how that is known.
        record: the record for whose sake it went; empty for whatever the office lacked.
    """

    office: str
    at: str
    items: int
    way: Way = "sent"
    record: str = ""


@dataclass(frozen=True)
class Drafted:
    """A draft of a mail, of which nobody said yet that it was sent.

    Attributes:
        office: the id of its recipient.
        record: the record for which it was made; empty for a mail with all that the office lacks.
        at: when it was made, as UTC text.
        items: what it carries, as `sent` names it.
    """

    office: str
    record: str
    at: str
    items: frozenset[str]


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
    logged = [_logged(row.office, row.item) for row in connection.execute(_LINES)]
    told = {(one.office, one.at) for one in logged}
    counted = [Went(row.office, row.at, row.items) for row in connection.execute(_COUNTED)]
    found = logged + [one for one in counted if (one.office, one.at) not in told]
    return sorted(sorted(found, key=lambda one: one.office), key=lambda one: one.at, reverse=True)


def _logged(office: str, item: str) -> Went:
    at, count, said, *record = item.removeprefix(_SENDING).split()
    way: Way = next((one for one in get_args(Way) if one == said), "sent")
    return Went(office, at, int(count), way, "".join(record))


def note_sent(
    connection: sa.Connection, office: str, items: Iterable[str], at: str, way: Way = "saved", *, record: str = ""
) -> None:
    """Remember what went to an office, for one record's sake or none's; a draft with nothing else is one no longer."""
    gone = set(items)
    for before in went(connection):
        if before.office == office:  # what was counted only would change with what goes again now
            _log(connection, before)
    _log(connection, Went(office, at, sum(not item.startswith(_STATEMENTS) for item in gone), way, record))
    rows = [(office, item, at) for item in gone]
    if rows:
        connection.exec_driver_sql("INSERT OR REPLACE INTO sent VALUES (?, ?, ?)", rows)
    ever = set(connection.execute(sa.select(schema.sent.c.item).where(schema.sent.c.office == office)).scalars())
    for draft in drafted(connection, office):
        if draft.items <= ever:
            connection.execute(sa.delete(schema.setting).where(schema.setting.c.name == _name(draft)))


def note_handed_on(connection: sa.Connection, office: str, at: str, item: str = "") -> None:
    """Remember that somebody says that a saved file went to an office: the one saved last, or the one with an item.

    What it held went at that moment, and its line says so now; other files that were saved for the office stay as they
    are. What went in another way is known to have gone, and stays as it is too.
    """
    to = [one for one in went(connection) if one.office == office]
    file = next((one for one in to if not item or one.at == _times(connection, item).get(office)), None)
    if file is not None and file.way == "saved":
        _strike(connection, file)
        _log(connection, replace(file, at=at, way="said"))
        sent = schema.sent.c
        held = (sent.office == office) & (sent.at == file.at) & ~sent.item.startswith(_SENDING)
        connection.execute(sa.update(schema.sent).where(held).values(at=at))


def only_saved(connection: sa.Connection, items: Iterable[str]) -> dict[str, dict[str, bool]]:
    """Whether all that is known is that a file with an item was saved, for each office for which there is any.

    Otherwise somebody said that it went there, or it did before that was asked.
    """
    times = {item: _times(connection, item) for item in items}
    said = {(one.office, one.at) for one in went(connection) if one.way != "saved"}
    return {item: {office: (office, when) not in said for office, when in at.items()} for item, at in times.items()}


def _times(connection: sa.Connection, item: str) -> dict[str, str]:
    """When an item went to each office last."""
    sent = schema.sent.c
    return {row.office: row.at for row in connection.execute(sa.select(sent.office, sent.at).where(sent.item == item))}


def _log(connection: sa.Connection, one: Went) -> None:
    connection.exec_driver_sql("INSERT OR IGNORE INTO sent VALUES (?, ?, ?)", (one.office, _line(one), one.at))


def _strike(connection: sa.Connection, one: Went) -> None:
    sent = schema.sent.c
    connection.execute(sa.delete(schema.sent).where(sent.office == one.office, sent.item == _line(one)))


def _line(one: Went) -> str:
    return f"{_SENDING}{one.at} {one.items} {one.way} {one.record}".rstrip()


def note_drafted(connection: sa.Connection, draft: Drafted) -> None:
    """Remember a draft; it takes the place of an earlier one for the same office and record."""
    write_setting(connection, _name(draft), json.dumps({"at": draft.at, "items": sorted(draft.items)}))


def drafted(connection: sa.Connection, office: str | None = None) -> list[Drafted]:
    """Drafts of which nobody said yet that they were sent, for one office where asked."""
    setting, found = schema.setting.c, []
    for row in connection.execute(sa.select(schema.setting).where(setting.name.startswith(_MAIL, autoescape=True))):
        to, record = row.name.removeprefix(_MAIL).split(".", 1)
        if office in {None, to}:
            kept = json.loads(row.value)
            found.append(Drafted(to, record, kept["at"], frozenset(kept["items"])))
    return found


def _name(draft: Drafted) -> str:
    return f"{_MAIL}{draft.office}.{draft.record}"


def came(connection: sa.Connection) -> list[Came]:
    """Everything that was taken, the latest first."""
    query = sa.select(schema.received).order_by(schema.received.c.at.desc(), schema.received.c.bundle)
    return [Came(row.bundle, Key(row.sender), row.at, row.summary) for row in connection.execute(query)]


def turned_away(connection: sa.Connection) -> list[TurnedAway]:
    """Files that were refused, the latest first."""
    refused = schema.refused
    query = sa.select(refused.c.name, refused.c.at, refused.c.reason).order_by(refused.c.at.desc(), refused.c.sha256)
    return [TurnedAway(row.name, row.at, recalled(row.reason)) for row in connection.execute(query)]


_LINES = sa.select(schema.sent.c.office, schema.sent.c.item).where(schema.sent.c.item.startswith(_SENDING))
_COUNTED = (
    sa.select(
        schema.sent.c.office,
        schema.sent.c.at,
        sa.func.sum(sa.case((schema.sent.c.item.startswith(_STATEMENTS), 0), else_=1)).label("items"),
    )
    .where(~schema.sent.c.item.startswith(_SENDING))
    .group_by(schema.sent.c.office, schema.sent.c.at)
)
