"""Daily backups: what is kept for ever and what is local, one small file a day; photos and versions are copied once."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import sqlalchemy as sa

from wopdesk.records.batch import read_batch
from wopdesk.records.digest import sha256
from wopdesk.records.text import Unreadable
from wopdesk.sentence import Sentence, reported
from wopdesk.store import schema
from wopdesk.store.built import BUILT_FOR
from wopdesk.store.complaints import told
from wopdesk.store.copying import copy_tables
from wopdesk.store.faults import StoreFault
from wopdesk.store.identity import read_identity, write_setting
from wopdesk.store.sqlite import connect, look, refuse_used
from wopdesk.store.store import Store

BLOBS = "blobs"
"""Folder of blobs beside the backups, one file each, named by its SHA-256."""
_DAY = re.compile(r"(?P<stem>.+)-(?P<day>\d{4}-\d\d-\d\d)(?:-(?P<again>[1-9]\d*))?\.backup", re.ASCII)


@dataclass(frozen=True)
class Contents:
    """What a backup holds, for a person who chooses one.

    Attributes:
        path: where it lies.
        office: whose it is.
        saves: how many times somebody saved or sent something that is in it.
        last: UTC time of the save that came last into it; empty when there is none.
        drafts: records with something typed and not yet saved.
        missing: photos and versions that were backed up and can no longer be found, or are damaged.
    """

    path: Path
    office: str
    saves: int
    last: str
    drafts: int
    missing: int


def back_up_daily(store: Store, folder: Path, today: date) -> Path:
    """Make today's backup in `folder`, once; complete or not there at all.

    Raises:
        StoreFault: the folder does not allow it. The data file is not touched.
    """
    target = _file_for(store, folder, today)
    return target if target.exists() else back_up(store, folder, today)


def back_up(store: Store, folder: Path, today: date) -> Path:
    """Make a backup in `folder` now, beside those of the same day; complete or not there at all.

    Raises:
        StoreFault: the folder does not allow it. The data file is not touched.
    """
    names = (_file_for(store, folder, today, again) for again in itertools.count())
    with _told_of_files(folder):
        (folder / BLOBS).mkdir(parents=True, exist_ok=True)
        target = next(name for name in names if not name.exists())
        _copy_blobs(store, folder / BLOBS)
        _write(store, target)
    return target


def _file_for(store: Store, folder: Path, today: date, again: int = 0) -> Path:
    return folder / f"{store.path.stem}-{today.isoformat()}{f'-{again + 1}' if again else ''}.backup"


def _write(store: Store, target: Path) -> None:
    unfinished = target.with_name(target.name + ".part")
    with contextlib.ExitStack() as undo:
        undo.callback(_remove, unfinished)
        _remove(unfinished)
        copy = connect(unfinished, create=True, anywhere=True)
        with told(unfinished), contextlib.ExitStack() as done:
            done.callback(copy.dispose)
            with copy.begin() as connection:
                for tables in (schema.durable, schema.views, schema.local):
                    tables.create_all(connection)
        copy_tables(store.engine, unfinished, [*_KEPT, *schema.local.sorted_tables])
        unfinished.replace(target)


def _remove(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)


def _copy_blobs(store: Store, folder: Path) -> None:
    with store.reading() as connection:
        names = connection.execute(sa.select(schema.blob.c.sha256)).scalars().all()
        for name in names:
            target = folder / name
            if not target.exists():
                data = connection.execute(sa.select(schema.blob.c.data).where(schema.blob.c.sha256 == name))
                _write_durably(target, data.scalar_one())


def _write_durably(target: Path, data: bytes) -> None:
    unfinished = target.with_name(target.name + ".part")
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def backups(folder: Path, stem: str) -> list[Path]:
    """Backups of the data file of this name, newest first."""
    matched = ((_DAY.fullmatch(path.name), path) for path in folder.glob("*.backup"))
    found = [((one["day"], int(one["again"] or 1)), path) for one, path in matched if one and one["stem"] == stem]
    return [path for _, path in sorted(found, reverse=True)]


def prune(folder: Path, stem: str, keep: int) -> None:
    """Let go of all but the newest backups. Blobs stay: an older copy elsewhere may still need them."""
    with _told_of_files(folder):
        for path in backups(folder, stem)[keep:]:
            _remove(path)


def forget_blob(folder: Path, name: str) -> None:
    """Erase a withdrawn photo from the backups."""
    with _told_of_files(folder):
        (folder / BLOBS / name).unlink(missing_ok=True)


def contents(backup: Path) -> Contents:
    """What is in a backup.

    Raises:
        StoreFault: it is no backup, from a newer version, or damaged.
    """
    engine = look(backup)
    try:
        with told(backup), engine.connect() as connection:
            identity = read_identity(connection)
            newest = sa.select(schema.batch.c.line).order_by(schema.batch.c.n.desc()).limit(1)
            return Contents(
                path=backup,
                office=identity.name if identity else "",
                saves=connection.execute(sa.select(sa.func.count()).select_from(schema.batch)).scalar_one(),
                last=_at(connection.execute(newest).scalar()),
                drafts=connection.execute(sa.select(sa.func.count(sa.distinct(schema.draft.c.record)))).scalar_one(),
                missing=sum(_blob(connection, backup, name) is None for name in _named(connection)),
            )
    finally:
        engine.dispose()


def _at(line: bytes | None) -> str:
    try:
        return read_batch(line).at if line else ""
    except Unreadable:
        return ""


def _named(connection: sa.Connection) -> list[str]:
    """Blobs that the data file held when it was backed up."""
    return list(connection.execute(sa.select(schema.blob.c.sha256)).scalars())


def _blob(connection: sa.Connection, backup: Path, name: str) -> bytes | None:
    """A blob from beside the backup; of a data file that was copied as it is, from within it."""
    path = backup.parent / BLOBS / name
    within = sa.select(schema.blob.c.data).where(schema.blob.c.sha256 == name)
    data = path.read_bytes() if path.is_file() else connection.execute(within).scalar_one()
    return data if sha256(data) == name else None


def restore(backup: Path, target: Path) -> Path | None:
    """Put a backup in the place of the data file. The former file is moved aside, never deleted.

    The views are built when the file is opened. Afterwards the first step is to send.

    Returns:
        Where the former file lies now, or None when there was none.

    Raises:
        StoreFault: the backup is damaged, the data file is open somewhere, or the disk does not allow it. The former
            file is not touched.
    """
    contents(backup)
    refuse_used(target)
    unfinished = target.with_name(target.name + ".part")
    with _told_of_files(target.parent), contextlib.ExitStack() as undo:
        undo.callback(_remove, unfinished)
        _remove(unfinished)
        _write_durably(unfinished, backup.read_bytes())
        unfinished.chmod(0o600)
        engine = connect(unfinished)
        with told(unfinished), contextlib.ExitStack() as done:
            done.callback(engine.dispose)
            with engine.begin() as connection:
                for name in _named(connection):
                    _fill(connection, name, _blob(connection, backup, name))
                write_setting(connection, BUILT_FOR, "")
        former = set_aside(target)
        unfinished.replace(target)
    return former


def _fill(connection: sa.Connection, name: str, data: bytes | None) -> None:
    """Give a blob its bytes again; one that is lost is asked for by name, not kept empty."""
    at = schema.blob.c.sha256 == name
    if data is None:
        connection.execute(sa.delete(schema.blob).where(at))
    else:
        connection.execute(sa.update(schema.blob).where(at).values(data=data))


def set_aside(path: Path) -> Path | None:
    """Move a data file out of the way, with what SQLite keeps beside it; where it lies now."""
    parts = [end for end in ("-wal", "-shm", "") if Path(f"{path}{end}").exists()]
    if not parts:
        return None
    number = 1
    while (aside := path.with_name(f"{path.stem}-before-{number}{path.suffix}")).exists():
        number += 1
    for end in parts:
        Path(f"{path}{end}").replace(f"{aside}{end}")
    return aside


@contextlib.contextmanager
def _told_of_files(folder: Path) -> Iterator[None]:
    """Turn what the file system complains of into a fault that a person understands."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise StoreFault(
            "The disk is full."
            if full
            else Sentence("{folder} cannot be written ({reason}).", folder=folder, reason=reported(error)),
            "The data file was not changed; what was not finished is removed.",
            "Free some space, then try again." if full else "Choose another folder, or make this one writable.",
        ) from error


_KEPT = [table for table in schema.durable.sorted_tables if table is not schema.blob]
