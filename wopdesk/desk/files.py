"""Writing a file for a person: complete or not at all, and never over the data file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from wopdesk.desk.faults import DeskFault
from wopdesk.sentence import Sentence

if TYPE_CHECKING:
    from wopdesk.desk.desk import Desk  # who writes a form out needs no desk and no database


def write_out(desk: Desk, path: Path, data: bytes) -> None:
    """Write a paper, workbook or bundle where the person wants it; an older file of that name is replaced.

    Raises:
        DeskFault: that is a folder, or the data file itself.
        OSError: the folder does not take it; what was there is unchanged.
    """
    check_place(desk, path)
    write_whole(path, data)


def check_place(desk: Desk, path: Path) -> None:
    """Refuse a place where nothing can be written, before anything is made for it.

    Raises:
        DeskFault: that is a folder, or the data file itself.
    """
    if path.exists() and path.samefile(desk.store.path):
        raise DeskFault("That is the data file of this desk.", "Choose another name.")
    _check_no_folder(path)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; an older one of that name is replaced.

    Raises:
        DeskFault: that is a folder.
        OSError: the folder does not take it; what was there is unchanged.
    """
    _check_no_folder(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together: all of them or none; older ones of their names are replaced.

    Raises:
        DeskFault: one of them is a folder.
        OSError: a folder does not take them; what was there is unchanged.
    """
    unfinished = {path: path.with_name(path.name + ".part") for path in files}
    former = {path: path.read_bytes() if path.is_file() else None for path in files}
    done: list[Path] = []
    try:
        for path, data in files.items():
            _check_no_folder(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished[path].write_bytes(data)
        for path in files:  # nothing is in the way of any of them now
            unfinished[path].replace(path)
            done.append(path)
    except OSError:
        for path in done:
            _put_back(path, former[path])
        raise
    finally:
        for path in unfinished.values():
            path.unlink(missing_ok=True)


def _put_back(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(data)


def _check_no_folder(path: Path) -> None:
    if path.is_dir():
        raise DeskFault(Sentence("{path} is a folder.", path=path), "Say the name of the file as well.")
