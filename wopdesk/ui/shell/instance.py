"""One running window for a data file: a second start hands its files over and ends.

Whether a window is running is seen from a lock, so that only a second start has to know networks before anything shows.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile


class Lock:
    """Held while a window on a data file is open; the system releases it when the program ends in any way."""

    def __init__(self, data_file: Path) -> None:
        self._lock = QLockFile(str(Path(tempfile.gettempdir()) / f"{name_of(data_file)}.lock"))
        self._lock.setStaleLockTime(0)  # a window may be open for days
        self.is_first = self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def release(self) -> None:
        """The window is closed."""
        self._lock.unlock()


def name_of(data_file: Path) -> str:
    """The name under which the window of a data file is known on this computer."""
    return "wopdesk-" + hashlib.sha256(str(data_file.resolve()).encode()).hexdigest()[:24]


def hand_over(data_file: Path, files: Sequence[Path]) -> bool:
    """Give files to the window that has this data file open; whether it answers."""
    from wopdesk.ui.shell import door  # noqa: PLC0415  # networks are for a second start

    return door.knock(name_of(data_file), files)
