"""Which batches count, by whom: the statements' meaning applied to every space, author and segment that is held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa

from wopdesk.records import frontier
from wopdesk.records.ids import Key, OfficeId, Space, SpaceId
from wopdesk.records.permission import Author, Held
from wopdesk.records.standing import FOUNDER, Standing
from wopdesk.store import schema
from wopdesk.store.sqlite import Prepared, insert_rows

UNSIGNED = 0
"""Stands for the segment of own batches that are not yet signed."""
Place = tuple[int, int, int]
"""Space, author and segment, by number."""


@dataclass
class Names:
    """Numbers of spaces and authors in this file; grows as new ones arrive."""

    spaces: dict[int, Space] = field(default_factory=dict)
    space_n: dict[str, int] = field(default_factory=dict)
    authors: dict[int, Key] = field(default_factory=dict)
    author_n: dict[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, connection: sa.Connection) -> Names:
        """All that the file knows."""
        names = cls()
        for row in connection.execute(sa.select(schema.space)):
            names.spaces[row.n] = Space(row.type, row.office, row.nonce)
            names.space_n[row.id] = row.n
        for row in connection.execute(sa.select(schema.author)):
            names.authors[row.n] = Key(row.key)
            names.author_n[row.key] = row.n
        return names

    def space(self, connection: sa.Connection, space: Space) -> int:
        """The number of a space, given when it is new."""
        if space.id not in self.space_n:
            values = {"id": space.id, "type": space.type, "office": space.office, "nonce": space.nonce}
            n = _inserted(connection.execute(sa.insert(schema.space).values(values)))
            self.space_n[space.id], self.spaces[n] = n, space
        return self.space_n[space.id]

    def author(self, connection: sa.Connection, key: str) -> int:
        """The number of a key, given when it is new."""
        if key not in self.author_n:
            n = _inserted(connection.execute(sa.insert(schema.author).values(key=key)))
            self.author_n[key], self.authors[n] = n, Key(key)
        return self.author_n[key]

    def by_id(self, space: SpaceId) -> Space | None:
        """A space that the file knows."""
        n = self.space_n.get(space)
        return self.spaces[n] if n else None


def _inserted(result: sa.CursorResult[tuple[object, ...]]) -> int:
    key = result.inserted_primary_key
    if key is None:
        raise TypeError(result)
    return int(key[0])


@dataclass(frozen=True)
class Verdicts:
    """What decides about the batches of each place: an author with a role, or why they are held."""

    by_place: dict[Place, Author | Held]

    def of(self, places: Iterable[Place]) -> Author | Held:
        """The verdict on a batch that stands in these places: it counts if any counts."""
        said = [self.by_place[place] for place in places]
        return next((one for one in said if isinstance(one, Author)), said[0])


class Places:
    """Judges the places of one file under one standing, as the office `own` sees them; equal cases once."""

    def __init__(self, connection: sa.Connection, names: Names, standing: Standing, own: OfficeId | None) -> None:
        """Nothing is read before it is needed."""
        self._connection = connection
        self._names = names
        self._standing = standing
        self._own = own
        self._authors: dict[tuple[int, int], tuple[Author | Held, list[frozenset[str]]]] = {}
        self._after: dict[str, list[str]] | None = None
        self._closures: dict[frozenset[str], set[str]] = {}

    def everywhere(self) -> Verdicts:
        """The verdict on every segment held, and on own batches that are not yet signed."""
        found = {(space, author, n): self.segment(name, (space, author)) for n, name, space, author in self._segments()}
        for space, author in self._connection.execute(_UNSIGNED_PLACES):
            found[space, author, UNSIGNED] = self.unsigned((space, author))
        return Verdicts(found)

    def segment(self, name: str, at: tuple[int, int]) -> Author | Held:
        """The verdict on one segment of a space and author, given by number."""
        verdict, kept = self._author(at)
        return verdict if all(name in self._closure(heads) for heads in kept) else Held.CUT

    def unsigned(self, at: tuple[int, int]) -> Author | Held:
        """The verdict on batches of a space and author that are in no segment: no cut can have listed them."""
        verdict, kept = self._author(at)
        return Held.CUT if kept else verdict

    def _author(self, at: tuple[int, int]) -> tuple[Author | Held, list[frozenset[str]]]:
        if at not in self._authors:
            space, key = self._names.spaces[at[0]], self._names.authors[at[1]]
            verdict = author_in(space, key, self._standing, self._own)
            office = verdict.office if isinstance(verdict, Author) else None
            self._authors[at] = verdict, self._standing.kept_heads(key, office, space) if office else []
        return self._authors[at]

    def _closure(self, heads: frozenset[str]) -> set[str]:
        if self._after is None:  # the graph is read once, and only when there is a cut
            rows = self._connection.execute(sa.select(schema.segment.c.id, schema.segment.c.after))
            self._after = {name: after.split() for name, after in rows}
        if heads not in self._closures:
            self._closures[heads] = frontier.closure(heads, self._after)
        return self._closures[heads]

    def _segments(self) -> list[tuple[int, str, int, int]]:
        table = schema.segment.c
        rows = self._connection.execute(sa.select(table.n, table.id, table.space, table.author))
        return [(row.n, row.id, row.space, row.author) for row in rows]


_UNSIGNED_PLACES = (
    sa.select(schema.batch.c.space, schema.batch.c.author).where(schema.batch.c.segment.is_(None)).distinct()
)


def author_in(space: Space, key: Key, standing: Standing, own: OfficeId | None) -> Author | Held:
    """Who `key` is in `space` to the office `own`: what only awaits approval counts before its own office's eyes."""
    office = standing.office_of(key, space, own)
    if office is None:
        return Held.UNKNOWN_KEY
    role = standing.role(space, office)
    if role is None and office == own and key not in standing.voices:
        role = FOUNDER
    return Author(office, role, space) if role is not None else Held.NOT_MEMBER


def said(verdict: Author | Held) -> str:
    """A verdict as one text, to see whether it changed."""
    return f"{verdict.office} {verdict.role}" if isinstance(verdict, Author) else f"held: {verdict}"


def read_said(connection: sa.Connection) -> dict[Place, str]:
    """What the views were computed under, by place."""
    return {(row.space, row.author, row.segment): row.said for row in connection.execute(sa.select(schema.verdict))}


def write_said(connection: sa.Connection, before: Mapping[Place, str], now: Mapping[Place, str]) -> None:
    """Note what the views are computed under now."""
    gone = [place for place in before if place not in now]
    if gone:
        _FORGET.many(connection, gone)
    changed = [(*place, text) for place, text in now.items() if before.get(place) != text]
    insert_rows(connection, schema.verdict, changed, replace=True)


_FORGET = Prepared(
    sa.delete(schema.verdict).where(
        schema.verdict.c.space == sa.bindparam("at_space"),
        schema.verdict.c.author == sa.bindparam("at_author"),
        schema.verdict.c.segment == sa.bindparam("at_segment"),
    )
)
