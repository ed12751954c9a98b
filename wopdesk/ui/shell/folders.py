"""Asks for files and folders, beginning where the person was last: what goes out and what comes in have one each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QFileDialog, QWidget

from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.widgets import asking

if TYPE_CHECKING:
    from wopdesk.desk.desk import Desk
    from wopdesk.desk.folders import Way


@dataclass(frozen=True)
class Asked:
    """What a person is asked for.

    Attributes:
        what: a file to be saved, files to be opened, or a folder.
        title: of the dialog, in the language of the screen.
        start: the folder in which it begins, with the proposed name of a file to be saved.
        kinds: which files it offers.
    """

    what: Literal["save", "open", "folder"]
    title: str
    start: Path
    kinds: str = ""


class Folders:
    """Asks for one screen, which has it look up the folders when it is shown.

    Attributes:
        ask: shows a dialog; what was chosen, nothing where the person left it.
    """

    def __init__(self, office: DeskThread, parent: QWidget) -> None:
        self._office, self._parent = office, parent
        self.ask: Callable[[Asked], list[str]] = partial(_by_dialog, parent)

    def look_up(self) -> None:
        """Read which folders were used last; another screen may have used others."""
        self._office.ask(_read, self._take)

    def _take(self, last: Mapping[Way, Path | None]) -> None:
        for way, folder in last.items():
            if folder is not None:
                asking.keep(self._parent, way, folder)

    def file_to_save(self, title: str, name: str, kinds: str) -> Path | None:
        """Where a file is to be saved; None where the person does not say."""
        chosen = self.ask(Asked("save", title, self._start("out") / name, kinds))
        return self._kept("out", Path(chosen[0]), Path(chosen[0]).parent) if chosen else None

    def folder_to_save(self, title: str) -> Path | None:
        """Into which folder files are to be saved; None where the person does not say."""
        chosen = self.ask(Asked("folder", title, self._start("out")))
        return self._kept("out", Path(chosen[0]), Path(chosen[0])) if chosen else None

    def files_to_read(self, title: str) -> list[Path]:
        """Which files are to be read."""
        chosen = [Path(one) for one in self.ask(Asked("open", title, self._start("in")))]
        if chosen:
            self._kept("in", chosen[0], chosen[0].parent)
        return chosen

    def folder_to_read(self, title: str) -> list[Path]:
        """Which folder is to be read, if any."""
        chosen = [Path(one) for one in self.ask(Asked("folder", title, self._start("in")))]
        return [self._kept("in", one, one) for one in chosen]

    def _start(self, way: Way) -> Path:
        return asking.begin(self._parent, way)

    def _kept(self, way: Way, chosen: Path, folder: Path) -> Path:
        asking.keep(self._parent, way, folder)
        self._office.ask(partial(_keep, folder=folder, way=way), _nothing)
        return chosen


def _by_dialog(parent: QWidget, asked: Asked) -> list[str]:
    start = str(asked.start)
    if asked.what == "save":
        chosen = [QFileDialog.getSaveFileName(parent, asked.title, start, asked.kinds)[0]]
    elif asked.what == "folder":
        chosen = [QFileDialog.getExistingDirectory(parent, asked.title, start)]
    else:
        chosen = QFileDialog.getOpenFileNames(parent, asked.title, start, asked.kinds)[0]
    return [one for one in chosen if one]


def _read(desk: Desk) -> Mapping[Way, Path | None]:
    from wopdesk.desk import folders  # noqa: PLC0415  # the desk is imported on its thread only

    return {"out": folders.last(desk, "out"), "in": folders.last(desk, "in")}


def _keep(desk: Desk, folder: Path, way: Way) -> None:
    from wopdesk.desk import folders  # noqa: PLC0415  # the desk is imported on its thread only

    folders.keep(desk, folder, way)


def _nothing(_result: object) -> None:
    """Nobody waits for it."""
