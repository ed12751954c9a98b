"""Which files belong to a space, and which of them may be given to its members.

Whoever writes in a space can name any file by its digest, and a paper shows digests to everybody who reads it. So a
name alone gives nobody a file: it goes into the spaces in which its own office attached it, or in which it came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wopdesk.desk.desk import Desk
from wopdesk.records.ids import Key, is_hex
from wopdesk.records.text import Unreadable
from wopdesk.records.version import read_version
from wopdesk.store import outgoing, reading
from wopdesk.store.sqlite import Connection

Row = tuple[str, str, Key]
"""A blob, the record in which it is named, and the key that named it."""
Namers = Mapping[str, set[Key]]
"""Keys that named a blob, by blob."""


class Belonging:
    """The files of spaces, as one transaction sees them."""

    def __init__(self, desk: Desk, connection: Connection) -> None:
        """Nothing is read yet."""
        self._desk = desk
        self._connection = connection
        self._named: dict[str, Namers] = {}
        self._answers: dict[str, set[str]] = {}
        self._ours: dict[str, bool] = {}

    def named(self, spaces: Iterable[str]) -> set[str]:
        """Files that an operation in these spaces names, or the answers of a version there, present or not."""
        return set(self.namers(spaces))

    def namers(self, spaces: Iterable[str]) -> dict[str, set[Key]]:
        """The same files, each with the keys that named it."""
        found: dict[str, set[Key]] = {}
        for space in spaces:
            for blob, keys in self._names_in(space).items():
                found.setdefault(blob, set()).update(keys)
        return found

    def named_by(self, segments: Iterable[str]) -> set[str]:
        """Files that segments name, or the answers of a version in them, present or not."""
        named = outgoing.blobs_in(self._connection, segments)
        return named.union(*map(self._answered, named))

    def may_go(self, blob: str, spaces: Iterable[str]) -> bool:
        """Whether members of any of these spaces may have a file."""
        return any(self._belongs(blob, space) for space in spaces)

    def _belongs(self, blob: str, space: str) -> bool:
        namers = self._names_in(space).get(blob, set())
        if any(self._office_of(key) == self._desk.office for key in namers):
            return True
        brought = outgoing.brought_by(self._connection, blob)
        return any(space in spaces and self._gave(sender, blob, space, spaces) for sender, spaces in brought.items())

    def _gave(self, sender: Key, blob: str, space: str, spaces: set[str]) -> bool:
        """Whether a sender sent a file for this space: it named the file here, or nobody did in another one."""
        namers = self._names_in(space).get(blob, set())
        own = any(key == sender or self._office_of(key) == self._office_of(sender) for key in namers)
        return own or [one for one in spaces if blob in self._names_in(one)] == [space]

    def _office_of(self, key: Key) -> str:
        """The office for which a key speaks, or hopes to; the key itself where no statement knows it."""
        return self._desk.office_of(key) or key

    def _names_in(self, space: str) -> Namers:
        if space not in self._named:
            rows = outgoing.blobs_of(self._connection, space)
            attached = [*outgoing.blobs_of(self._connection, self._desk.identity.team.id), *rows]
            named: dict[str, set[Key]] = {}
            for blob, keys in self._heard(rows).items():
                named.setdefault(blob, set()).update(keys)
            for answer, keys in self._heard_in_versions(rows, attached):
                named.setdefault(answer, set()).update(keys)
            self._named[space] = named
        return self._named[space]

    def _heard(self, rows: Sequence[Row]) -> Namers:
        """The namers of each file, those of this office only where it was the first to name it.

        A partner may have written the file's name into a record that both fill, and somebody here let it stand.
        """
        found: dict[str, set[Key]] = {}
        first: dict[str, Key] = {}
        for blob, _, key in rows:
            earliest = first.setdefault(blob, key)
            heard = not self._is_ours(key) or self._is_ours(earliest)
            found.setdefault(blob, set()).update({key} if heard else ())
        return found

    def _heard_in_versions(self, rows: Sequence[Row], attached: Sequence[Row]) -> Iterator[tuple[str, set[Key]]]:
        """The namers of each file among the answers of versions, in the same way.

        Whoever names a version names all its files, in however many records; only of this office it is asked in which.
        """
        first: dict[tuple[str, str], Key] = {}
        for blob, record, key in attached:
            first.setdefault((blob, record), key)
        namers: dict[str, set[Key]] = {}
        for blob, record, key in dict.fromkeys(rows):
            namers.setdefault(blob, set()).update(() if self._is_ours(key) else {key})
            if self._is_ours(key):
                here = (one for one in self._answered(blob) if self._is_ours(first.get((one, record), "")))
                yield from ((one, {key}) for one in here)
        for blob, keys in namers.items():
            yield from ((answer, keys) for answer in self._answered(blob))

    def _is_ours(self, key: str) -> bool:
        if key not in self._ours:
            self._ours[key] = self._office_of(Key(key)) == self._desk.office
        return self._ours[key]

    def _answered(self, digest: str) -> set[str]:
        """Files among the answers of a version, which is read once however many operations name it."""
        if digest not in self._answers:
            self._answers[digest] = _files(reading.blob(self._connection, digest))
        return self._answers[digest]


def _files(data: bytes | None) -> set[str]:
    try:
        return {text for text in read_version(data).answers.values() if is_hex(text)} if data else set()
    except Unreadable:
        return set()
