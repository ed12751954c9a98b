"""Reads the record of a screen from the desk: when it is come to, and again when something of it came in.

Knows no widget and nothing of what is shown: it asks, and hands over what is filled from then on.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wopdesk.ui.i18n import spoken
from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.keeper import Keeper
from wopdesk.ui.screens.document.presenter import Opened, Saved, Stamp
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told


class Reading(QObject):
    """Reads one record; what is typed is kept before, so that it comes back with what came in.

    `opened` hands over the filling, `refused` says that there is no such record. Between `read` and `arrived` it is not
    read once more: whoever shows it says when it is there, and looks then whether something came in meanwhile.
    """

    opened = Signal(object)
    refused = Signal(object)

    def __init__(self, office: DeskThread, keeper: Keeper, now: Callable[[], Filling | None]) -> None:
        """With what is filled now, when all that the person did is in it; None before the record is there."""
        super().__init__(keeper)
        self._office, self._keeper, self._now = office, keeper, now
        self._stamp: Stamp = None
        self._busy = False
        keeper.saved.connect(self._note)

    def read(self, where: Where) -> None:
        """Have the record read, or begun."""
        if self._busy:
            return
        self._busy = True
        run = self._office.ask if where.record else self._office.do
        run(partial(presenter.open_record, where=where, language=spoken()), self._read, self._failed)

    def arrived(self) -> None:
        """What was read is shown."""
        self._busy = False

    def look(self, record: str) -> None:
        """Read the record again if it is not what it was."""
        self._office.ask(partial(presenter.stamp, record=record), partial(self._compare, record))

    def _compare(self, record: str, stamp: Stamp) -> None:
        if stamp != self._stamp:
            self._keeper.flush()
            self.read(Where("document", record=record))

    def _read(self, opened: Opened) -> None:
        self._stamp, before = opened.stamp, self._now()
        if before is not None and before.has_unkept():  # typed since it was asked for: it would not come along
            self._busy = False
            self._keeper.flush(partial(self.read, Where("document", record=before.background.record)))
        else:
            self.opened.emit(opened.filling)

    def _failed(self, told: Told) -> None:
        self._busy = False
        self.refused.emit(told)

    def _note(self, saved: Saved) -> None:
        """What was saved here needs not be read again, unless something else came in by then, or differs since."""
        now = self._now()
        if now is not None and (saved.before, saved.differing) == (self._stamp, now.background.differing):
            self._stamp = saved.now
