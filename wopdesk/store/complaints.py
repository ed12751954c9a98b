"""What SQLite and the disk complain of, as faults that a person understands. Knows no table."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import sqlalchemy as sa

from wopdesk.sentence import Sentence
from wopdesk.store.faults import StoreFault

_IN_USE = frozenset([sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED])


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk complain of into a fault; what is none of theirs stays as it is."""
    try:
        yield
    except (sa.exc.DBAPIError, sqlite3.Error) as error:
        fault = meant(path, error.orig if isinstance(error, sa.exc.DBAPIError) else error)
        if fault is None:
            raise
        raise fault from error


def meant(path: Path, error: BaseException | None) -> StoreFault | None:
    """What an error of SQLite says of the file; None where it is our own mistake."""
    tell = _TOLD.get(_primary(error))
    return None if tell is None else tell(path)


def is_in_use(error: BaseException) -> bool:
    """Whether it says that another program has the file."""
    return _primary(error) in _IN_USE


def _primary(error: BaseException | None) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _full(_path: Path) -> StoreFault:
    return StoreFault(
        "The disk is full.",
        "What was saved before is safe; the last step was undone.",
        "Free some space, then save again.",
    )


def _closed(path: Path) -> StoreFault:
    return StoreFault(
        Sentence("{file} cannot be written here.", file=path),
        "It was not changed.",
        "Check that the folder is writable, or copy the file elsewhere.",
    )


def _used(path: Path) -> StoreFault:
    return StoreFault(
        Sentence("{file} is in use by another program.", file=path),
        "Nothing was changed.",
        "Close the other WOPDesk window, then try again.",
    )


def _damaged(path: Path) -> StoreFault:
    return StoreFault(
        Sentence("{file} is damaged or is no data file.", file=path), "It was not changed.", "Bring back a backup."
    )


def _failing(path: Path) -> StoreFault:
    return StoreFault(
        Sentence("The disk reports an error while reading or writing {file}.", file=path),
        "What was saved before was not changed.",
        "Copy the file to another disk.",
    )


_TOLD: Mapping[int | None, Callable[[Path], StoreFault]] = {
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_READONLY: _closed,
    sqlite3.SQLITE_CANTOPEN: _closed,
    sqlite3.SQLITE_PERM: _closed,
    **dict.fromkeys(_IN_USE, _used),
    sqlite3.SQLITE_NOTADB: _damaged,
    sqlite3.SQLITE_CORRUPT: _damaged,
    sqlite3.SQLITE_IOERR: _failing,
}
