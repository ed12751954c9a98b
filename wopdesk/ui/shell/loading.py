"""Screens are imported while nobody waits: what knows no Qt on the desk's thread, all else on the window's, bit by bit.

No class of Qt is made, nor one of ours below it, on any thread but the window's: while they were made on the desk's,
the program ended now and then at its start, where Qt asked what an object is
(docs/decisions/0009-qt-classes-are-made-on-one-thread.md).
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Iterable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from PySide6 import QtWidgets

from wopdesk.ui.overriding import override
from wopdesk.ui.shell.places import SCREENS
from wopdesk.ui.shell.slicing import Steps

_OURS = "wopdesk."
_ALSO = ("screens.exchange.receiving", "screens.settings.form_presenter", "starting.offers")
"""What asks the desk as well, and knows no Qt."""


def load_presenters() -> None:
    """On the desk's thread: import what the screens ask of the desk, and all that this needs."""
    for name in (*(f"screens.{folder}.presenter" for folder, _ in SCREENS.values()), *_ALSO):
        importlib.import_module(f"wopdesk.ui.{name}")


def load_screens(keys: Iterable[str] = SCREENS) -> Steps:
    """On the window's thread: import screens, by key, a module at each step, so that going to one is quick."""
    return one_by_one(f"wopdesk.ui.screens.{SCREENS[key][0]}.screen" for key in keys)


def load_classes() -> Steps:
    """On the window's thread: let PySide make its classes.

    It makes each when it is named first, and dozens at once, in 20 ms, when a method gives back some widget.
    """
    for name in dir(QtWidgets):
        getattr(QtWidgets, name)
        yield None


def one_by_one(names: Iterable[str]) -> Steps:
    """Import modules of the window; each that one of them needs is a step of its own, before it."""
    for name in names:
        wanted = [name]
        while wanted:
            needed = _lacking(wanted)
            if needed:
                wanted.append(needed)
            else:
                wanted.pop()
                yield None


def _lacking(wanted: Sequence[str]) -> str:
    """Import the last one; if it needs another one first, the name of that."""
    finders = sys.meta_path
    sys.meta_path = [_OneAtATime(wanted), *finders]  # another list, since another thread may be going through that one
    try:
        importlib.import_module(wanted[-1])
    except _NeededFirst as needed:
        return needed.module
    finally:
        sys.meta_path = finders
    return ""


class _NeededFirst(Exception):
    def __init__(self, module: str) -> None:
        super().__init__(module)
        self.module = module


class _OneAtATime(MetaPathFinder):
    """Finds nothing; refuses what one module of the window wants of another one that is not there yet."""

    def __init__(self, wanted: Sequence[str]) -> None:
        self._wanted, self._thread = wanted, threading.get_ident()

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        is_ours = fullname.startswith(_OURS) and threading.get_ident() == self._thread
        if is_ours and fullname not in self._wanted:
            raise _NeededFirst(fullname)
        return None
