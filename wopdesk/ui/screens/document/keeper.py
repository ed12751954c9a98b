"""Keeps what is typed within a second, before anything else that waits for the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.presenter import Saved
from wopdesk.ui.shell.work import DeskThread

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told

PAUSE = 400
"""Milliseconds after the first key that is not kept yet."""


class Keeper(QObject):
    """Keeps one record's draft.

    `kept` tells when by the desk's clock (`14:32`); `waits` that something is typed and not kept yet; `saved` that the
    draft became the record's answers, as `Saved`.
    """

    kept = Signal(str)
    waits = Signal()
    saved = Signal(object)

    def __init__(self, office: DeskThread, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._filling: Filling | None = None
        self.dirty = False
        self.clock = QTimer(self, singleShot=True, interval=PAUSE)
        self.clock.timeout.connect(self.flush)

    def hold(self, filling: Filling) -> None:
        """Keep this one from now on."""
        self.clock.stop()
        self._filling, self.dirty = filling, filling.recovered is not None

    def touch(self) -> None:
        """Something was typed."""
        if not self.dirty or not self.clock.isActive():
            self.waits.emit()
        self.dirty = True
        if not self.clock.isActive():  # whoever never pauses is kept all the same
            self.clock.start()

    def write(self, path: str, text: str) -> None:
        """Somebody writes in a cell, which answers once it is left; what stands there is kept all the same."""
        if self._filling is not None:
            self._filling.write(path, text)
            self.touch()

    def flush(self, then: Callable[[], None] | None = None) -> None:
        """Keep it now; `then` is called once it is kept, where there was something to keep."""
        self.clock.stop()
        filling = self._filling
        if filling is None or not filling.editing:
            return
        typed, standing = filling.unsaved(), filling.written
        if not typed.texts and not typed.rows:
            return

        def told(at: datetime) -> None:
            filling.kept(standing)
            if filling is self._filling and not self.clock.isActive():
                self.kept.emit(at.strftime("%H:%M"))
            if then is not None:
                then()

        keep = partial(presenter.keep, record=filling.background.record, typed=typed, seen=filling.held)
        self._office.keep(keep, told)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Make it the record's answers, as one save; nothing is written where nothing was typed."""
        filling = self._filling
        if filling is None or not filling.editing or not self.dirty:
            if then is not None:
                then()
            return
        self.flush()
        self.dirty, standing = False, filling.standing

        def told(result: Saved) -> None:
            filling.saved(standing, result.seen)
            self.saved.emit(result)
            self.kept.emit(result.at.strftime("%H:%M"))
            if then is not None:
                then()

        def failed(fault: Told) -> None:
            self.dirty = True
            self._office.failed.emit(fault)

        self._office.do(partial(presenter.save, record=filling.background.record), told, failed)
