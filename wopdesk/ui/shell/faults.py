"""Faults as the window tells them: those of the outside world, and our own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.fault import Fault, FaultPanel
from wopdesk.ui.widgets.words import Words, label

_WIDEST = 720


def crashed(note: Path | None, *, kept: bool) -> Fault:
    """A fault of our own, and the file in which it is noted; none where that could not be written."""
    safe = tr("What you typed is kept.") if kept else tr("What was saved is safe; the last words typed may be missing.")
    return Fault(
        tr("Something in WOPDesk went wrong. It is our fault, not yours."),
        safe,
        tr("Go on working. If it happens again, send this file to PWON: {file}", file=note)
        if note
        else tr("Go on working. If it happens again, tell PWON what you did last."),
    )


def unkept() -> Fault:
    """What was typed is not on disk, and the window was to be closed."""
    return Fault(
        tr("What you typed last is not on the disk yet."),
        tr("It is still in this window, and is tried again and again."),
        tr("Make room on the disk, or wait a little; then close. Closing at once now loses it."),
    )


def missing() -> Fault:
    """The data file that was opened last is not there."""
    return Fault(
        tr("Your data file is not where it was."),
        tr("Nothing was changed."),
        tr("Connect the disk or stick on which it lies, then try again."),
    )


def taken() -> Fault:
    """Another window has the data file open that this one was to open."""
    return Fault(
        tr("Another window of WOPDesk has this data file open."),
        tr("Nothing was changed."),
        tr("Go on in that window; or close it, then try again."),
    )


class OpeningFault(QWidget):
    """Why the data file cannot be opened; `again` when the person wants to try once more."""

    again = Signal()

    def __init__(self, fault: Fault, data_file: Path) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[SPACE.huge * 2] * 4)
        column.setSpacing(SPACE.large)
        column.addStretch()
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        words = QVBoxLayout(inner)
        words.setSpacing(SPACE.large)
        words.addWidget(Words("The desk cannot be opened", "title"))
        panel = FaultPanel(fault, "Try again")
        panel.acted.connect(self.again)
        words.addWidget(panel)
        words.addWidget(label(str(data_file), "hint", wrap=True))
        self._words = words
        column.addWidget(inner)
        column.addStretch()

    def offer_to_begin_anew(self, begin: Callable[[], None]) -> None:
        """Let the person go on without this data file."""
        button = Button("Begin without it")
        button.clicked.connect(begin)
        self._words.addWidget(button)
