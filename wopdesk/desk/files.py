"""Writing a file for a person: complete or not at all, and never over the data file."""

from __future__ import annotations

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


def _check_no_folder(path: Path) -> None:
    if path.is_dir():
        raise DeskFault(Sentence("{path} is a folder.", path=path), "Say the name of the file as well.")
