"""All that is special to SQLite: opening the file, pragmas, bulk writing, backup, and what its errors mean."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from wopdesk.store.faults import StoreFault
from wopdesk.store.schema import SCHEMA

Connection = sa.Connection
"""One conversation with the file; use cases pass it on and look no further into it."""
APPLICATION_ID = 0x574F5044
"""The letters WOPD in the file's header."""

WRITES = "wopdesk_writes"
"""Execution option of a connection whose transaction will write: it takes the one writer's place at once."""
SYNCED_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud",
    "nextcloud",
    "pcloud",
    "mega",
)
_NETWORK_FILE_SYSTEMS = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "9p",
    "davfs",
    "fuse.davfs2",
    "fuse.rclone",
}


def connect(path: Path, *, create: bool = False) -> sa.Engine:
    """An engine on the data file, checked to be one of ours.

    Raises:
        StoreFault: there is no such file, it is no data file, it is from a newer version, damaged, or not writable.
    """
    if create:
        _refuse_bad_place(path)
    elif not path.is_file():
        raise StoreFault(
            f"There is no data file {path}.", "Nothing was changed.", "Choose another file, or make a new one."
        )
    url = sa.URL.create("sqlite+pysqlite", database=str(path))
    engine = sa.create_engine(url, connect_args={"check_same_thread": False, "timeout": 5.0})
    sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)
    with told(path), engine.begin() as connection:
        if create:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        _refuse_strangers(connection, path)
    if create:
        path.chmod(0o600)
    return engine


def _refuse_bad_place(path: Path) -> None:
    if path.exists():
        raise StoreFault(
            f"There is a file {path} already.", "It was not touched.", "Choose another name, or open that file."
        )
    reason = unsafe_place(path)
    if reason:
        raise StoreFault(
            f"{path.parent} {reason}, where two programs would write the file at once and damage it.",
            "Nothing was made there.",
            "Choose a folder on this computer's own disk; sending by bundle is the way between computers.",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreFault(
            f"The folder {path.parent} cannot be made ({error.strerror}).",
            "Nothing was changed.",
            "Choose another folder.",
        ) from None


def unsafe_place(path: Path) -> str:
    """Why a data file must not lie at `path` (it belongs to a synchronised or network folder), or an empty text."""
    folder = path.absolute().parent
    names = [part.lower() for part in folder.parts]
    synced = next((name for name in names if any(name.startswith(known) for known in SYNCED_FOLDERS)), None)
    if synced:
        return f"lies in a folder that is synchronised with other computers ({synced})"
    if str(folder).startswith(("//", "\\\\")) or _file_system(folder) in _NETWORK_FILE_SYSTEMS:
        return "lies on a network drive"
    return ""


def _file_system(folder: Path) -> str:
    """The type of the file system that holds `folder`, where /proc tells it."""
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return ""
    found = ("", "")
    for line in mounts.read_text("utf-8", "replace").splitlines():
        _, place, kind, *_ = line.split(" ")
        under = str(folder) == place or str(folder).startswith(place.rstrip("/") + "/")
        if under and len(place) >= len(found[0]):
            found = (place, kind)
    return found[1]


def _refuse_strangers(connection: sa.Connection, path: Path) -> None:
    stamp = connection.exec_driver_sql("PRAGMA application_id").scalar()
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if stamp != APPLICATION_ID:
        raise StoreFault(f"{path} is not a data file of WOPDesk.", "It was not touched.", "Choose another file.")
    if version > SCHEMA:
        raise StoreFault(
            f"{path} was written by a newer version of WOPDesk.",
            "It was not touched.",
            "Install the newer version on this computer.",
        )


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy says so, not where the driver guesses
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "cache_size = -65536",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk complain of into a fault that a person understands."""
    try:
        yield
    except (sa.exc.DBAPIError, sqlite3.Error) as error:
        fault = _fault(path, error.orig if isinstance(error, sa.exc.DBAPIError) else error)
        if fault is None:
            raise
        raise fault from error


def _fault(path: Path, error: BaseException | None) -> StoreFault | None:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if primary == sqlite3.SQLITE_FULL:
        return StoreFault(
            "The disk is full.",
            "What was saved before is safe; the last step was undone.",
            "Free some space, then save again.",
        )
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreFault(
            f"{path} cannot be written here.",
            "It was not changed.",
            "Check that the folder is writable, or copy the file elsewhere.",
        )
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreFault(
            f"{path} is in use by another program.",
            "Nothing was changed.",
            "Close the other WOPDesk window, then try again.",
        )
    if primary in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return StoreFault(
            f"{path} is damaged or is no data file.", "It was not changed.", "Restore a backup: wopdesk restore."
        )
    if primary == sqlite3.SQLITE_IOERR:
        return StoreFault(
            f"The disk reports an error while reading or writing {path}.",
            "What was saved before was not changed.",
            "Copy the file to another disk.",
        )
    return None


def insert_rows(
    connection: sa.Connection, table: sa.Table, rows: Sequence[tuple[Any, ...]], *, ignore: bool = False
) -> None:
    """Write many rows at once, values in the order of the table's columns."""
    if not rows:
        return
    marks = ",".join("?" * len(table.columns))
    verb = "INSERT OR IGNORE" if ignore else "INSERT"
    connection.exec_driver_sql(f"{verb} INTO {table.name} VALUES ({marks})", list(rows))


def back_up(engine: sa.Engine, target: Path) -> None:
    """Copy the file by SQLite's own backup, while it may be in use; complete or not there at all."""
    unfinished = target.with_name(target.name + ".part")
    with contextlib.closing(sqlite3.connect(unfinished)) as copy, engine.connect() as connection:
        source = connection.connection.driver_connection
        if not isinstance(source, sqlite3.Connection):
            raise TypeError(type(source))
        source.backup(copy)
    unfinished.replace(target)
    _settle_folder(target.parent)


def _settle_folder(folder: Path) -> None:
    """Make a rename durable, where the system lets folders be flushed."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def is_sound(connection: sa.Connection) -> list[str]:
    """What SQLite's own integrity check finds; empty when the file is sound."""
    found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check").all()]
    return [] if found == ["ok"] else found
