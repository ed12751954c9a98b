"""One running window for a data file: a second start hands its files over and ends.

Whether a window is running is seen from a lock, so that only a second start has to know networks before anything shows.
Lock and door lie in this person's own folder: in one for all, another person of the computer could be there first.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path
from PySide6.QtCore import QLockFile


class Lock:
    """Held while a window on a data file is open; the system releases it when the program ends in any way."""

    def __init__(self, data_file: Path) -> None:
        self._lock = QLockFile(str(_folder() / f"{_name(data_file)}.lock"))
        self._lock.setStaleLockTime(0)  # a window may be open for days
        self.is_first = self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def release(self) -> None:
        """The window is closed."""
        self._lock.unlock()


def _folder() -> Path:
    folder = user_cache_path("WOPDesk", appauthor=False)
    with suppress(OSError):  # without it, each start is the first
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _name(data_file: Path) -> str:
    return "wopdesk-" + hashlib.sha256(str(data_file.resolve()).encode()).hexdigest()[:24]


def door_of(data_file: Path) -> str:
    """Where the window of a data file is knocked at.

    Windows keeps the doors of all persons in one place; what nobody else can read makes the name one that nobody else
    can guess, and be there first.
    """
    name = "wopdesk-" + hashlib.sha256(_secret() + _name(data_file).encode()).hexdigest()[:24]
    return name if sys.platform == "win32" else str(_folder() / name)


def _secret() -> bytes:
    """Random bytes of this person, made once; none where they cannot be kept."""
    place = _folder() / "doors"
    with suppress(OSError):
        if not place.exists():
            with suppress(FileExistsError):  # of two first starts, one makes it
                _make_secret(place)
        return place.read_bytes()
    return b""


def _make_secret(place: Path) -> None:
    """Make it at once and whole, so that nobody reads half of it; as good as it can be where there are no hard links.

    Raises:
        FileExistsError: another start made it meanwhile.
    """
    made = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        made.write_bytes(os.urandom(32))
        try:
            place.hardlink_to(made)
        except FileExistsError:
            raise
        except OSError:
            with place.open("xb") as file:
                file.write(made.read_bytes())
    finally:
        made.unlink(missing_ok=True)


def hand_over(data_file: Path, files: Sequence[Path]) -> bool:
    """Give files to the window that has this data file open; whether it answers."""
    from wopdesk.ui.shell import door  # noqa: PLC0415  # networks are for a second start

    return door.knock(door_of(data_file), files)
