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

    by_place: Mapping[Place, Author | Held]

    def of(self, places: Iterable[Place]) -> Author | Held:
        """The verdict on a batch that stands in these places: it counts if any counts."""
        said = [self.by_place[place] for place in places]
        return next((one for one in said if isinstance(one, Author)), said[0])


def judge_places(connection: sa.Connection, names: Names, standing: Standing, own: OfficeId | None) -> Verdicts:
    """The verdict on every segment held, and on own unsigned batches, as the office `own` sees it."""
    rows = connection.execute(
        sa.select(schema.segment.c.n, schema.segment.c.id, schema.segment.c.space, schema.segment.c.author)
    ).all()
    kept = _Kept(connection)
    verdicts: dict[Place, Author | Held] = {}
    for n, segment, space_n, author_n in rows:
        verdict = _author(names, standing, own, (space_n, author_n))
        if isinstance(verdict, Author) and not kept.counts(segment, names.authors[author_n], verdict, standing):
            verdict = Held.CUT
        verdicts[space_n, author_n, n] = verdict
    for place in connection.execute(_UNSIGNED_PLACES):
        verdict = _author(names, standing, own, (place.space, place.author))
        if isinstance(verdict, Author) and standing.kept_heads(
            names.authors[place.author], verdict.office, verdict.space
        ):
            verdict = Held.CUT
        verdicts[place.space, place.author, UNSIGNED] = verdict
    return Verdicts(verdicts)


_UNSIGNED_PLACES = (
    sa.select(schema.batch.c.space, schema.batch.c.author).where(schema.batch.c.segment.is_(None)).distinct()
)


def _author(names: Names, standing: Standing, own: OfficeId | None, at: tuple[int, int]) -> Author | Held:
    space, key = names.spaces[at[0]], names.authors[at[1]]
    return author_in(space, key, standing, own)


def author_in(space: Space, key: Key, standing: Standing, own: OfficeId | None) -> Author | Held:
    """Who `key` is in `space` to the office `own`: what only awaits approval counts before its own office's eyes."""
    office = standing.office_of(key, space, own)
    if office is None:
        return Held.UNKNOWN_KEY
    role = standing.role(space, office)
    if role is None and office == own and key not in standing.voices:
        role = FOUNDER
    return Author(office, role, space) if role is not None else Held.NOT_MEMBER


class _Kept:
    """Which segments cuts let count; the graph is read once, and only when there is a cut."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._after: dict[str, list[str]] | None = None
        self._closures: dict[frozenset[str], set[str]] = {}

    def counts(self, segment: str, key: str, author: Author, standing: Standing) -> bool:
        return all(segment in self._closure(heads) for heads in standing.kept_heads(key, author.office, author.space))

    def _closure(self, heads: frozenset[str]) -> set[str]:
        if self._after is None:
            rows = self._connection.execute(sa.select(schema.segment.c.id, schema.segment.c.after))
            self._after = {row.id: row.after.split() for row in rows}
        if heads not in self._closures:
            self._closures[heads] = frontier.closure(heads, self._after)
        return self._closures[heads]


def said(verdict: Author | Held) -> str:
    """A verdict as one text, to see whether it changed."""
    return f"{verdict.office} {verdict.role}" if isinstance(verdict, Author) else f"held: {verdict}"
