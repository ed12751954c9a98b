"""What a step changed, and when each record changed last: what was read of it before need not be read again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count


@dataclass(frozen=True)
class Changed:
    """What a step changed, so that screens know whether to ask again.

    Attributes:
        records: ids of records that were written to or judged anew.
        segments: ids of segments that were new.
        statements: ids of statements that were new.
        blobs: names of blobs that were new.
    """

    records: frozenset[str] = frozenset()
    segments: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    blobs: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.records or self.segments or self.statements or self.blobs)


@dataclass
class Pending:
    """What a transaction changes if it is committed.

    Attributes:
        records: ids of records.
        everything: whether any record may be seen differently.
        files: whether files came.
    """

    records: set[str] = field(default_factory=set)
    everything: bool = False
    files: bool = False


class Changes:
    """Numbers of changes, in the order in which they were committed.

    Whoever reads remembers `last` from before it reads; what it read holds as long as `of` gives no larger number.

    Attributes:
        last: the number of the last change of any record.
        files: the number of the last change that brought files.
    """

    def __init__(self) -> None:
        """Nothing is relied on yet."""
        self._numbers = count(1)
        self._records: dict[str, int] = {}
        self._everything = 0
        self._pending = Pending()
        self.last = self.files = 0

    def of(self, record: str) -> int:
        """The number of the last change that may have touched a record."""
        return max(self._everything, self._records.get(record, 0))

    def expect(self, records: Iterable[str] = (), *, everything: bool = False, files: bool = False) -> None:
        """Note what the transaction that is open changes."""
        self._pending.records.update(records)
        self._pending.everything |= everything
        self._pending.files |= files

    def pending(self) -> Pending:
        """What the transaction that is about to be committed changes; asked once."""
        found, self._pending = self._pending, Pending()
        return found

    def note(self, made: Pending) -> None:
        """A transaction was committed."""
        if made.everything:
            self.doubt_all()
            return
        if not (made.records or made.files):
            return
        number = next(self._numbers)
        self._records.update(dict.fromkeys(made.records, number))
        self.files = number if made.files else self.files
        self.last = number

    def doubt_all(self) -> None:
        """Whatever was read before may be seen differently now."""
        self._records.clear()
        self._pending = Pending()
        self._everything = self.files = self.last = next(self._numbers)
