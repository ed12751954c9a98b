"""All that is special to SQLite: opening the file, pragmas, and bulk writing. Its errors: `complaints`."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite as sqlite_dialect

from wopdesk.sentence import Sentence
from wopdesk.store.complaints import is_in_use, meant, told
from wopdesk.store.faults import StoreFault
from wopdesk.store.location import refuse_bad_place
from wopdesk.store.schema import SCHEMA

Connection = sa.Connection
"""One conversation with the file; use cases pass it on and look no further into it."""
APPLICATION_ID = 0x574F5044
"""The letters WOPD in the file's header."""
_BEGINS = b"SQLite format 3\0"
"""With which every file of SQLite begins."""

PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "cache_size = -65536",
    "temp_store = MEMORY",
)


def connect(path: Path, *, create: bool = False, anywhere: bool = False, patience: float = 5) -> sa.Engine:
    """An engine on the data file, checked to be one of ours.

    Args:
        path: the file.
        create: make it; there must be none.
        anywhere: also where others write too; a backup is written once.
        patience: seconds to wait while another program writes.

    Raises:
        StoreFault: there is no such file, it is no data file, it is from a newer version, damaged, or not writable.
    """
    if create and not anywhere:
        refuse_bad_place(path)
    elif not create:
        _refuse_nothing(path)
        look(path, closed=False).dispose()  # before anything is set that would change a stranger's file
    engine = _engine(path, patience)
    with told(path), engine.begin() as connection:
        if create:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        _refuse_strangers(connection, path)
    if create:
        path.chmod(0o600)
    return engine


def _refuse_nothing(path: Path) -> None:
    if not path.is_file():
        raise StoreFault(
            Sentence("There is no data file {file}.", file=path),
            "Nothing was changed.",
            "Choose another file, or make a new one.",
        )


def _engine(path: Path, patience: float) -> sa.Engine:
    url = sa.URL.create("sqlite+pysqlite", database=str(path))
    engine = sa.create_engine(url, connect_args={"check_same_thread": False, "timeout": patience})
    sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)
    return engine


def look(path: Path, *, closed: bool = True) -> sa.Engine:
    """An engine that only reads. A `closed` file, such as a backup, is read from a disk that cannot be written, too.

    Raises:
        StoreFault: there is no such file, it is no data file, it is from a newer version, or damaged.
    """
    if not path.is_file():
        raise StoreFault(
            Sentence("There is no file {file}.", file=path), "Nothing was changed.", "Choose another file."
        )
    address = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if closed else ''}"
    engine = sa.create_engine("sqlite+pysqlite://", creator=lambda: sqlite3.connect(address, uri=True))
    with told(path), engine.connect() as connection:
        _refuse_strangers(connection, path)
    return engine


def is_database(path: Path) -> bool:
    """Whether a file begins as SQLite's do, whoever wrote it.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(len(_BEGINS)) == _BEGINS


def refuse_used(path: Path) -> None:
    """Refuse to move or erase a data file that is open somewhere: whoever has it open would write into what is gone.

    Raises:
        StoreFault: it is open.
    """
    if not path.is_file():
        return
    with contextlib.closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as alone:
        try:
            alone.execute("PRAGMA locking_mode = EXCLUSIVE")
            alone.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if is_in_use(error):
                raise meant(path, error) or error from error
        except sqlite3.DatabaseError:
            return  # damaged: that may be why it is to be moved


def _refuse_strangers(connection: sa.Connection, path: Path) -> None:
    stamp = connection.exec_driver_sql("PRAGMA application_id").scalar()
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if stamp != APPLICATION_ID:
        raise StoreFault(
            Sentence("{file} is not a data file of WOPDesk.", file=path), "It was not touched.", "Choose another file."
        )
    if version > SCHEMA:
        raise StoreFault(
            Sentence("{file} was written by a newer version of WOPDesk.", file=path),
            "It was not touched.",
            "Install the newer version on this computer.",
        )


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy says so, not where the driver guesses
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: sa.Connection) -> None:
    if not driver_of(connection).in_transaction:  # the writer's has begun already
        connection.exec_driver_sql("BEGIN")


def driver_of(connection: sa.Connection) -> sqlite3.Connection:
    """What lies under a conversation, for the few things that SQLAlchemy does not know."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError(type(driver))
    return driver


class Writer:
    """The one connection that writes. It stays open; threads take turns."""

    def __init__(self, engine: sa.Engine) -> None:
        """Open nothing yet."""
        self._engine = engine
        self._turn = threading.RLock()
        self._connection: sa.Connection | None = None
        self._seen = -1

    @contextlib.contextmanager
    def transaction(self, remember: Callable[[sa.Connection], None]) -> Iterator[sa.Connection]:
        """All of it is kept, durably, or none.

        Args:
            remember: called at once when what was remembered of the file may no longer be true, because another
                program wrote to it, and again when the transaction fails.
        """
        with self._turn:
            connection = self._connection = self._connection or self._engine.connect()
            driver = driver_of(connection)
            if driver.in_transaction:
                message = "a transaction is open already"
                raise RuntimeError(message)
            driver.execute("BEGIN IMMEDIATE")
            try:
                version = driver.execute("PRAGMA data_version").fetchone()[0]
                if version != self._seen:
                    remember(connection)
                    self._seen = version
                yield connection
                _end(connection, driver, "COMMIT")
            except BaseException:
                self._seen = -1
                _end(connection, driver, "ROLLBACK")
                with contextlib.suppress(sa.exc.DBAPIError, sqlite3.Error):  # then the next transaction asks
                    remember(connection)
                    _end(connection, driver, "ROLLBACK")
                raise

    def look(self, remember: Callable[[sa.Connection], None]) -> bool:
        """Ask whether another program wrote; `remember` is called at once when it did.

        Returns:
            Whether it could be asked: while it is being written to here, nobody else can write.
        """
        if not self._turn.acquire(blocking=False):
            return False
        try:
            connection = self._connection = self._connection or self._engine.connect()
            driver = driver_of(connection)
            if driver.in_transaction:
                return False
            version = driver.execute("PRAGMA data_version").fetchone()[0]
            if version != self._seen:
                remember(connection)
                self._seen = version
                _end(connection, driver, "ROLLBACK")
            return True
        finally:
            self._turn.release()

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            if self._connection is not None:
                self._connection.close()
            self._connection = None


def _end(connection: sa.Connection, driver: sqlite3.Connection, how: str) -> None:
    """End a transaction, in which SQLAlchemy's part may never have begun or the disk may have ended it already."""
    if driver.in_transaction:
        driver.execute(how)
    if connection.in_transaction():
        connection.rollback()


class Prepared:
    """A statement compiled once and run past SQLAlchemy's layers, for what happens thousands of times a second.

    Values are given in the order in which the statement names its parameters.
    """

    def __init__(self, statement: sa.Executable) -> None:
        """Compile it."""
        if not isinstance(statement, sa.ClauseElement):
            raise TypeError(type(statement))
        compiled = statement.compile(dialect=sqlite_dialect.dialect())
        self.text = str(compiled)

    def rows(self, connection: sa.Connection, *values: object) -> list[Any]:
        """All rows, as tuples."""
        return driver_of(connection).execute(self.text, values).fetchall()

    def many(self, connection: sa.Connection, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run it once for each tuple of values."""
        driver_of(connection).executemany(self.text, rows)


def insert_rows(
    connection: sa.Connection,
    table: sa.Table,
    rows: Sequence[tuple[Any, ...]],
    *,
    ignore: bool = False,
    replace: bool = False,
) -> None:
    """Write many rows at once, values in the order of the table's columns."""
    if not rows:
        return
    verb = "INSERT OR IGNORE" if ignore else "INSERT OR REPLACE" if replace else "INSERT"
    driver_of(connection).executemany(_inserting(verb, table), rows)


@lru_cache
def _inserting(verb: str, table: sa.Table) -> str:
    marks = ",".join("?" * len(table.columns))
    return f"{verb} INTO {table.name} VALUES ({marks})"


def is_sound(connection: sa.Connection) -> list[str]:
    """What SQLite's own integrity check finds; empty when the file is sound."""
    try:
        found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check").all()]
    except sa.exc.DatabaseError as error:  # so damaged that the check itself gives up
        return [str(error.orig)]
    return [] if found == ["ok"] else found
