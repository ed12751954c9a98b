"""A window's hold on its data file: the lock that says so, and the door at which further starts knock.

Both go with the data file: a window that opens another one lets go of the first.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wopdesk.ui.shell.instance import Lock, door_of

if TYPE_CHECKING:
    from wopdesk.ui.shell.door import Door


class Hold(QObject):
    """Held by one window. `knocked` tells the files that a further start brings; none: it wants to see the window."""

    knocked = Signal(list)

    def __init__(self, parent: QObject, data_file: Path, lock: Lock | None = None) -> None:
        """Stand at the data file with which the program was started; `lock` is held on it already."""
        super().__init__(parent)
        self._file, self._lock = data_file, lock
        self._door: Door | None = None

    def take(self, data_file: Path) -> bool:
        """Hold a data file from now on, and no other; whether no other window does."""
        if self._lock is None or data_file != self._file:
            self.let_go()
            lock = Lock(data_file)
            if not lock.is_first:
                return False
            self._file, self._lock = data_file, lock
        if self._door is None:
            self._open_door()
        return True

    def _open_door(self) -> None:
        from wopdesk.ui.shell.door import Door  # noqa: PLC0415  # networks come after the window

        door = Door(door_of(self._file), self)
        door.knocked.connect(self.knocked)
        self._door = door

    def let_go(self) -> None:
        """The window holds nothing more."""
        if self._door is not None:
            self._door.close()
            self._door = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None
