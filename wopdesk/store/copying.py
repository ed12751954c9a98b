"""Copies of a data file by SQLite's own means: complete on the disk, or not there at all."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa

from wopdesk.store.complaints import told
from wopdesk.store.sqlite import driver_of


def back_up(engine: sa.Engine, target: Path) -> None:
    """Copy the file by SQLite's own backup, while it may be in use; complete or not there at all."""
    unfinished = target.with_name(target.name + ".part")
    with contextlib.closing(sqlite3.connect(unfinished)) as copy, engine.connect() as connection:
        driver_of(connection).backup(copy)
    unfinished.replace(target)
    _settle_folder(target.parent)


def copy_tables(engine: sa.Engine, target: Path, tables: Sequence[sa.Table]) -> None:
    """Copy whole tables, as they are at one moment, into a file that has the same tables, empty; names of blobs too.

    Afterwards the target is one closed file, without a log beside it.
    """
    with told(target), engine.connect() as connection:
        driver = driver_of(connection)
        driver.execute("ATTACH ? AS copy", (str(target),))
        try:
            driver.execute("BEGIN")
            for table in tables:
                driver.execute(f"INSERT INTO copy.{table.name} SELECT * FROM main.{table.name}")  # noqa: S608 - ours
            driver.execute("INSERT INTO copy.blob SELECT sha256, x'' FROM main.blob")
            driver.execute("COMMIT")
            driver.execute("PRAGMA copy.journal_mode = DELETE")
        finally:
            if driver.in_transaction:
                driver.execute("ROLLBACK")
            driver.execute("DETACH copy")
    _settle_folder(target.parent)


def _settle_folder(folder: Path) -> None:
    """Make a rename durable, where the system lets folders be flushed."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
