"""Steps back and forth in a record: what was done last goes first, wherever that was.

Where it leads elsewhere, the keyboard goes there, and it is said.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from wopdesk.ui.i18n import tr
from wopdesk.ui.screens.document.pager import Pager

REST = 1000
"""Milliseconds without a letter, after which further ones are a step of their own."""


class Stepping(QObject):
    """Takes back and does again; and notices when a person pauses, where one step ends and the next begins."""

    def __init__(self, say: Callable[[str], None], parent: QObject) -> None:
        """With what tells the person a sentence."""
        super().__init__(parent)
        self._say = say
        self._pager: Pager | None = None
        self.rest = QTimer(self, singleShot=True, interval=REST)
        self.rest.timeout.connect(self._cut)

    def follow(self, pager: Pager) -> None:
        """Notice from now on when a person pauses in this record."""
        self._pager = pager
        pager.edited.connect(self.rest.start)

    def undo(self, pager: Pager) -> None:
        """Take back what was done last."""
        here = _place(pager)
        at = pager.filling.undo_leads_to
        pager.undo()
        if at not in {"", here}:
            self._say(tr("Undone at “{field}”.", field=pager.filling.name_of(at)))

    def redo(self, pager: Pager) -> None:
        """Do again what was taken back last."""
        here = _place(pager)
        at = pager.filling.redo_leads_to
        pager.redo()
        if at not in {"", here}:
            self._say(tr("Done again at “{field}”.", field=pager.filling.name_of(at)))

    def _cut(self) -> None:
        if self._pager is not None:
            self._pager.filling.pause()


def _place(pager: Pager) -> str:
    """Where the person is; "" where the keyboard is beside the page."""
    held = QApplication.focusWidget()
    return pager.view.path_of(held) if held is not None else ""
