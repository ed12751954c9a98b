"""Asks for a file or folder, beginning where the person was last in this window; what comes in and goes out differ.

Before that, and before a data file is open, they begin in the usual folder of the computer, never in the program's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from wopdesk.ui.i18n import RIGHT_TO_LEFT, spoken

Way = Literal["out", "in"]
FROM_LEFT = "\u2066"
"""Unicode's left-to-right isolate, to the end of a text: Qt wants the endings in brackets, and those last."""
_USUAL: Mapping[Way, QStandardPaths.StandardLocation] = {
    "out": QStandardPaths.StandardLocation.DocumentsLocation,
    "in": QStandardPaths.StandardLocation.DownloadLocation,
}
"""Where to begin while nothing was used yet: a mail program and WhatsApp put what came in among the downloads."""


def begin(widget: QWidget, way: Way) -> Path:
    """The folder in which a dialog of this widget's window begins."""
    kept = widget.window().property(_name(way))
    return Path(kept) if kept and Path(kept).is_dir() else Path(QStandardPaths.writableLocation(_USUAL[way]))


def keep(widget: QWidget, way: Way, folder: Path) -> None:
    """Let the next dialog of this widget's window begin in a folder."""
    widget.window().setProperty(_name(way), str(folder))


def kind(name: str, pattern: str) -> str:
    """Files that a dialog offers: their name in the language spoken now, and their endings, which run from the left."""
    return f"{name} {FROM_LEFT if spoken() in RIGHT_TO_LEFT else ''}({pattern})"


def open_file(parent: QWidget, title: str, kinds: str = "") -> Path | None:
    """Which file is to be read; None where the person does not say."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(begin(parent, "in")), kinds)
    return _kept(parent, "in", Path(name), Path(name).parent) if name else None


def open_files(parent: QWidget, title: str, kinds: str = "") -> list[Path]:
    """Which files are to be read."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(begin(parent, "in")), kinds)
    return [_kept(parent, "in", Path(name), Path(name).parent) for name in names]


def save_file(parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
    """Where a file is to be saved, by its proposed name; None where the person does not say."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(begin(parent, "out") / name), kinds)
    return _kept(parent, "out", Path(chosen), Path(chosen).parent) if chosen else None


def choose_folder(parent: QWidget, title: str, way: Way) -> Path | None:
    """Which folder is to be read, or to be saved into; None where the person does not say."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(begin(parent, way)))
    return _kept(parent, way, Path(chosen), Path(chosen)) if chosen else None


def _kept(parent: QWidget, way: Way, chosen: Path, folder: Path) -> Path:
    keep(parent, way, folder)
    return chosen


def _name(way: Way) -> str:
    return f"folder.{way}"
