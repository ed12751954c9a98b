"""The folders that were used last on this computer: where files were written to, and where they came from."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from wopdesk.desk.desk import Desk
from wopdesk.store.identity import read_setting, write_setting

Way = Literal["out", "in"]
_NAMES: dict[Way, str] = {"out": "papers.folder", "in": "received.folder"}


def last(desk: Desk, way: Way = "out") -> Path | None:
    """The folder that was used last this way; None where there is none, or it is gone."""
    with desk.store.reading() as connection:
        kept = read_setting(connection, _NAMES[way])
    return Path(kept) if kept and Path(kept).is_dir() else None


def keep(desk: Desk, folder: Path, way: Way = "out") -> None:
    """Remember the folder that was used this way."""
    with desk.store.writing() as connection:
        write_setting(connection, _NAMES[way], str(folder))
