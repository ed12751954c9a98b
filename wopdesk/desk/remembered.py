"""Documents that were read before and did not change since: screens ask for all of them again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import is_
from typing import TYPE_CHECKING, Any, TypeVar

from wopdesk.store.reading import RecordRow
from wopdesk.store.store import Store

if TYPE_CHECKING:
    from wopdesk.desk.documents import Document

_Found = TypeVar("_Found")
MOST = 5000
"""Documents remembered at most; bounds memory."""


@dataclass
class Remembered:
    """What one desk has read; each with the number of the last change from before it was read."""

    _rows: tuple[int, Sequence[RecordRow]] = (0, ())
    _documents: dict[str, tuple[int, Document]] = field(default_factory=dict)
    _found: dict[tuple[object, ...], tuple[tuple[object, ...], Any]] = field(default_factory=dict)

    def rows(self, store: Store) -> Sequence[RecordRow] | None:
        """All records, unless any changed."""
        number, rows = self._rows
        return rows if number and number == store.changes.last else None

    def keep_rows(self, number: int, rows: Sequence[RecordRow]) -> None:
        """Remember all records."""
        self._rows = number, rows

    def document(self, store: Store, record: str) -> Document | None:
        """A document, unless its record changed, or a file came that may be the version it lacks."""
        number, found = self._documents.get(record, (0, None))
        if found is None or store.changes.of(record) > number or (found.absent and store.changes.files > number):
            return None
        return found

    def keep_document(self, number: int, document: Document) -> None:
        """Remember a document."""
        if len(self._documents) >= MOST:
            self._documents.clear()
        self._documents[document.id] = number, document

    def once(self, key: tuple[object, ...], inputs: Sequence[object], compute: Callable[[], _Found]) -> _Found:
        """What is computed from these objects, computed again only where one of them is another one than before.

        Args:
            key: what is computed, and all else that it depends on.
            inputs: objects that never change, such as documents.
            compute: called when the answer is not known.
        """
        known = self._found.get(key)
        if known is not None and len(known[0]) == len(inputs) and all(map(is_, known[0], inputs)):
            found: _Found = known[1]
            return found
        if len(self._found) >= MOST:
            self._found.clear()
        found = compute()
        self._found[key] = tuple(inputs), found
        return found
