"""Work away from the window while there is no desk: a thread for each piece, its result on the window's thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from wopdesk.ui.shell.living import to_living

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told

T = TypeVar("T")


class Background(QObject):
    """Runs functions that know no desk."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Told], None]) -> None:
        """Run one; `failed` gets the sentences of an outside fault."""
        threading.Thread(target=self._serve, args=(job, to_living(then), to_living(failed)), daemon=True).start()

    def _serve(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Told], None]) -> None:
        from wopdesk.desk.faults import FAULTS, tell  # noqa: PLC0415  # the desk is imported away from the window

        try:
            result = job()
        except FAULTS as fault:
            told = tell(fault)
            self._arrived.emit(lambda: failed(told))
        except BaseException as fault:  # noqa: BLE001  # met by the one hook, on the window's thread
            met = fault
            self._arrived.emit(lambda: sys.excepthook(type(met), met, met.__traceback__))
        else:
            self._arrived.emit(lambda: then(result))

    def _hand_over(self, call: Callable[[], None]) -> None:
        call()
