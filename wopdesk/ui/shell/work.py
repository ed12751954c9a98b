"""The desk's thread: everything that touches the data file happens there, one job after another.

The window never waits for it. Jobs are functions of the desk that return values; what they return is handed over on the
window's thread. No QObject is made on the worker, and nothing here imports the desk, so that the window can come first.

What is being typed is owed to the disk until it lies there: where it could not be kept, it is tried again after a while
and before anything else is changed, also when the screen in which it was typed is gone.
"""

from __future__ import annotations

import itertools
import queue
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from wopdesk.desk.watching import Stopped
from wopdesk.ui.shell.living import living, to_living
from wopdesk.ui.shell.lull import Lull
from wopdesk.ui.shell.rubbish import working
from wopdesk.ui.shell.watch import Watch

if TYPE_CHECKING:
    from wopdesk.desk.desk import Desk
    from wopdesk.desk.faults import Told

T = TypeVar("T")
DRAFTS, WORK, LAST = range(3)
"""What is being typed is kept before anything else that waits; the end comes after everything."""
_SLICE = 0.0005
"""Seconds after which a busy worker lets the window go on; Python's own 5 ms add up when a window paints."""
AGAIN = 5.0
"""Seconds after which what could not be kept is tried again."""


@dataclass(order=True)
class _Job:
    turn: tuple[int, int]
    run: Callable[[Desk], Any] = field(compare=False)
    then: Callable[[Any], None] = field(compare=False)
    failed: Callable[[Told], None] = field(compare=False)
    ended: Callable[[None], None] = field(compare=False)
    changes: bool = field(compare=False, default=False)
    owed: bool = field(compare=False, default=False)


class DeskThread(QObject):
    """The desk as the window reaches it.

    `changed`: something was saved or received, so what is shown should be asked again. `failed`: the three sentences of
    a fault that the caller did not want itself. `asked` and `answered`: the number of a change, when it is asked for
    and when it is done or failed and whoever asked was told.
    """

    changed = Signal()
    asked = Signal(int)
    answered = Signal(int)
    failed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, opening: Callable[[], Desk]) -> None:
        super().__init__()
        self._opening = opening
        self._jobs: queue.PriorityQueue[_Job] = queue.PriorityQueue()
        self._turns = itertools.count()
        self._owed: list[_Job] = []
        self._watch: Watch | None = None
        self._lull = Lull(self)
        self._arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._serve, name="desk", daemon=True)
        sys.setswitchinterval(_SLICE)

    def open(self, then: Callable[[None], None], failed: Callable[[Told], None]) -> None:
        """Open the desk on its thread and go on with the jobs that were asked meanwhile."""
        self._then, self._not_opened = then, failed
        self._thread.start()

    def ask(
        self, job: Callable[[Desk], T], then: Callable[[T], None], failed: Callable[[Told], None] | None = None
    ) -> None:
        """Read something; `then` gets it on the window's thread, `failed` the sentences of an outside fault."""
        self._put(WORK, job, then, failed)

    def do(
        self,
        job: Callable[[Desk], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Told], None] | None = None,
    ) -> None:
        """Change something; afterwards `changed` is told."""
        self._put(WORK, job, then or _nothing, failed, changes=True)

    def keep(self, job: Callable[[Desk], T], then: Callable[[T], None] | None = None) -> None:
        """Keep what is being typed, before other jobs that wait; if the disk does not take it now, then later."""
        self._put(DRAFTS, job, then or _nothing, None, owed=True)

    def run(
        self,
        job: Callable[[Desk, Watch], T],
        then: Callable[[T], None],
        advanced: Callable[[int, int], None],
        ended: Callable[[None], None],
    ) -> Watch:
        """Do long work.

        Args:
            job: the work; it tells the watch how far it is.
            then: gets the result, unless the work was stopped or failed.
            advanced: gets how much is done, of how much.
            ended: called before that and at once with it, whatever became of the work.
        """
        watch = self._watch = self._watching(advanced)
        self._put(WORK, lambda desk: job(desk, watch), then, None, changes=True, ended=ended)
        return watch

    def _watching(self, advanced: Callable[[int, int], None]) -> Watch:
        """Tells progress on the window's thread, as long as whoever wants to know lives."""
        lives = living(advanced)

        def tell(done: int, total: int) -> None:
            self._arrived.emit(lambda: advanced(done, total) if lives() else None)

        return Watch(tell, self._lull)

    def hurry(self) -> None:
        """Let long work end, as the program does."""
        if self._watch is not None:
            self._watch.stop()

    def close(self, patience: float = 10.0) -> bool:
        """Finish the jobs that wait, close the desk and end the thread; whether it ended within so many seconds."""
        if not self._thread.is_alive():
            return True
        self._put(LAST, _end, _nothing, None)
        with self._lull.over():
            self._thread.join(patience)
        return not self._thread.is_alive()

    def flush(self, patience: float = 5.0) -> bool:
        """Wait until what was to be kept is kept, and whether it is: for the program's end and the crash hook alone."""
        tried, kept = threading.Event(), threading.Event()

        def settle(desk: Desk) -> None:
            try:
                self._settle(desk)
                kept.set()
            finally:
                tried.set()

        self._put(DRAFTS, settle, _nothing, _nothing)
        with self._lull.over():
            return self._thread.is_alive() and tried.wait(patience) and kept.is_set()

    def _put(
        self,
        rank: int,
        job: Callable[[Desk], T],
        then: Callable[[T], None],
        failed: Callable[[Told], None] | None,
        *,
        changes: bool = False,
        owed: bool = False,
        ended: Callable[[None], None] | None = None,
    ) -> None:
        self._lull.stir()
        turn, told = next(self._turns), to_living(failed) if failed else self.failed.emit
        over = to_living(ended) if ended else _nothing
        if changes:
            self.asked.emit(turn)
        self._jobs.put(_Job((rank, turn), job, to_living(then), told, over, changes, owed))

    def _serve(self) -> None:
        """The worker: open the desk, then serve jobs until the last one."""
        try:
            desk = self._opening()
        except BaseException as fault:  # noqa: BLE001  # told on the window's thread, whatever it is
            self._fail(fault, self._not_opened)
            return
        self._arrived.emit(lambda: self._then(None))
        try:
            while True:
                self._serve_one(desk, self._next())
        except _Ended:
            desk.close()

    def _next(self) -> _Job:
        """The next job; while something is owed and nothing else wants to be done, trying that again."""
        try:
            return self._jobs.get(timeout=AGAIN if self._owed else None)
        except queue.Empty:
            return _Job((DRAFTS, 0), self._settle, _nothing, _nothing, _nothing)

    def _serve_one(self, desk: Desk, job: _Job) -> None:
        if job.turn[0] == WORK:
            self._lull.wait()
        try:
            with working():
                self._do(desk, job)
        except _Ended:
            raise
        except Stopped:
            self._arrived.emit(lambda: job.ended(None))
        except BaseException as fault:  # noqa: BLE001  # told on the window's thread, whatever it is
            self._arrived.emit(lambda: job.ended(None))
            self._fail(fault, job.failed)
        if job.changes:
            self._arrived.emit(lambda: self.answered.emit(job.turn[1]))

    def _do(self, desk: Desk, job: _Job) -> None:
        if job.owed:
            self._owed.append(job)
        if job.owed or job.changes:
            self._settle(desk)
        if not job.owed:
            self._done(job, job.run(desk))

    def _settle(self, desk: Desk) -> None:
        """Keep what is owed, in the order in which it was typed.

        Raises:
            StoreFault, OSError: the disk does not take it now; it stays owed.
        """
        from wopdesk.desk.faults import OF_THE_DISK  # noqa: PLC0415  # the desk is imported on this thread only

        while self._owed:
            job = self._owed[0]
            try:
                self._done(job, job.run(desk))
            except OF_THE_DISK:
                raise
            except BaseException as fault:  # noqa: BLE001  # told on the window's thread; it would be so again
                self._fail(fault, job.failed)
            del self._owed[0]

    def _done(self, job: _Job, result: object) -> None:
        self._arrived.emit(lambda: self._give(job, result))
        if job.changes:
            self._arrived.emit(self.changed.emit)

    def _fail(self, fault: BaseException, failed: Callable[[Told], None]) -> None:
        from wopdesk.desk.faults import FAULTS, tell  # noqa: PLC0415  # the desk is imported on this thread only

        if isinstance(fault, FAULTS):
            told = tell(fault)
            self._arrived.emit(lambda: failed(told))
        else:
            self._arrived.emit(lambda: sys.excepthook(type(fault), fault, fault.__traceback__))

    def _give(self, job: _Job, result: object) -> None:
        """On the window's thread: show a result before the next job is begun."""
        self._lull.stir()
        job.ended(None)
        job.then(result)

    def _hand_over(self, call: Callable[[], None]) -> None:
        call()


class _Ended(Exception):
    """The last job was served."""


def _end(_desk: Desk) -> None:
    raise _Ended


def _nothing(_result: object) -> None:
    """Nobody wants the result."""
