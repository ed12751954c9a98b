"""The one hook that meets our own faults: it keeps what was typed first, notes what happened, then tells the person.

A note says where in the program something happened, and never with what: messages of faults hold what was typed.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType

from wopdesk.places import program_name

_KEPT_NOTES = 20


class CrashHook:
    """Takes the place of `sys.excepthook` while a window is open; threads' faults come here, too.

    Attributes:
        folder: where notes of faults are written.
    """

    def __init__(self, folder: Path, keep: Callable[[], bool], show: Callable[[Path | None, bool], None]) -> None:
        """Take over.

        Args:
            folder: where notes of faults are written.
            keep: keeps what is being typed; whether it is on disk.
            show: tells the person, with the note's file, if it could be written, and whether what was typed is safe.
        """
        self.folder, self._keep, self._show = folder, keep, show
        self._meeting = False
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self
        threading.excepthook = self._of_thread

    def end(self) -> None:
        """Give the place back."""
        sys.excepthook, threading.excepthook = self._before

    def __call__(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Meet one fault. A further one while it is met only goes to the terminal."""
        traceback.print_exception(kind, fault, trace)
        if self._meeting or not issubclass(kind, Exception):
            return
        self._meeting = True
        try:
            kept = self._keep()
            self._show(self._note("".join(_places(fault))), kept)
        finally:
            self._meeting = False

    def _of_thread(self, told: threading.ExceptHookArgs) -> None:
        traceback.print_exception(told.exc_type, told.exc_value, told.exc_traceback)

    def _note(self, text: str) -> Path | None:
        """Write the fault down beside the data file, if the disk takes it; only the newest notes stay."""
        now = datetime.now().astimezone()
        note = self.folder / f"{now:%Y-%m-%d %H%M%S}.txt"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            note.write_text(f"{program_name()}\n{sys.version}\n{now.isoformat()}\n\n{text}", encoding="utf-8")
            for old in sorted(self.folder.glob("*.txt"))[:-_KEPT_NOTES]:
                old.unlink(missing_ok=True)
        except OSError:
            return None
        return note


def _places(fault: BaseException) -> Iterator[str]:
    """Where a fault came about and what kind it is, after those that led to it."""
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if before is not None:
        yield from _places(before)
        yield "\nwhich led to\n\n"
    yield from traceback.format_tb(fault.__traceback__)
    yield f"{type(fault).__module__}.{type(fault).__qualname__}\n"
