"""Who works at this data file: its office and keys. Kept as settings, never sent as such."""

from __future__ import annotations

from dataclasses import dataclass, replace

import sqlalchemy as sa

from wopdesk.records.ids import PROGRAMME, TEAM, Key, OfficeId, Space
from wopdesk.store import schema


@dataclass(frozen=True)
class Identity:
    """One installation.

    Attributes:
        office: its office's id.
        code: a label such as `wasa-faisalabad`.
        name: the office's name.
        role: the profile chosen at set-up: mentee, mentor or facilitator.
        key: this installation's key now.
        former: its earlier keys, oldest first.
        founder: the key that founded the team space of the office.
        root: PWON's pinned root key; empty until an invitation was opened.
    """

    office: OfficeId
    code: str
    name: str
    role: str
    key: Key
    former: tuple[Key, ...]
    founder: Key
    root: str

    @property
    def keys(self) -> tuple[Key, ...]:
        """All keys of this installation, oldest first."""
        return (*self.former, self.key)

    @property
    def team(self) -> Space:
        """The office's own team space."""
        return Space(TEAM, self.office, self.founder)

    @property
    def programme(self) -> Space | None:
        """The programme's space, once the root key is known."""
        return Space(PROGRAMME, "", self.root) if self.root else None

    def under(self, key: Key) -> Identity:
        """The same installation going on under a new key."""
        return replace(self, key=key, former=(*self.former, self.key))


def read_identity(connection: sa.Connection) -> Identity | None:
    """The identity in a file, or None while it has none."""
    rows = connection.execute(sa.select(schema.setting).where(schema.setting.c.name.like("identity.%"))).all()
    found = {row.name.removeprefix("identity."): row.value for row in rows}
    if not found:
        return None
    former = tuple(Key(key) for key in found.pop("former").split())
    return Identity(**found, former=former)


def write_identity(connection: sa.Connection, identity: Identity) -> None:
    """Keep the identity in the file."""
    for name, value in vars(identity).items():
        text = " ".join(value) if isinstance(value, tuple) else value
        write_setting(connection, f"identity.{name}", text)


def write_setting(connection: sa.Connection, name: str, value: str) -> None:
    """Set one setting."""
    connection.execute(sa.delete(schema.setting).where(schema.setting.c.name == name))
    connection.execute(sa.insert(schema.setting).values(name=name, value=value))


def read_setting(connection: sa.Connection, name: str) -> str:
    """One setting; empty when it was never set."""
    query = sa.select(schema.setting.c.value).where(schema.setting.c.name == name)
    return connection.execute(query).scalar() or ""


def read_settings(connection: sa.Connection, name: str) -> list[str]:
    """The lines of a setting that holds several; none where it was never set."""
    return [line for line in read_setting(connection, name).split("\n") if line]


def write_settings(connection: sa.Connection, name: str, values: list[str]) -> None:
    """Keep several lines under the name of one setting."""
    write_setting(connection, name, "\n".join(values))
