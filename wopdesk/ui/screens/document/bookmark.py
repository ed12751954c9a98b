"""Notes where in a record the person is, so that it opens there the next time, also after the program ended.

What is told there is noted with it: a record that opens says as much is to be put right as it did when it was left.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.filling import REVIEW
from wopdesk.ui.screens.document.pager import Pager
from wopdesk.ui.screens.document.view import DocumentView
from wopdesk.ui.shell.work import DeskThread

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told


class Bookmark(QObject):
    """One record's place: the field that has or had the keyboard, else the page; `left` tells which one it left."""

    left = Signal(str)

    def __init__(self, office: DeskThread, view: DocumentView, now: Callable[[], Pager | None]) -> None:
        """With where one is in the record; None before it is there."""
        super().__init__(view)
        self._office, self._view, self._now = office, view, now
        self._last = self._kept = ""
        self._told: frozenset[str] = frozenset()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._note)

    def turn(self) -> None:
        """Keep it if the person is on another page than was kept."""
        pager = self._now()
        if pager is not None and (not self._kept or self._page(pager, self._kept) != pager.number):
            self.keep()

    def keep(self) -> None:
        """Keep where the person is now."""
        pager = self._now()
        if pager is None or not pager.filling.editing:
            return
        place, told = self._place(pager), pager.filling.told
        if (place, told) != (self._kept, self._told):
            self._kept, self._told = place, told
            note = partial(presenter.note_place, record=pager.filling.background.record, path=place, told=told)
            self._office.ask(note, lambda _none: None, self._not_kept)

    def _not_kept(self, _told: Told) -> None:
        """Nobody is disturbed for this alone: what is typed is told of if it cannot be kept."""
        self._kept = ""

    def _place(self, pager: Pager) -> str:
        if pager.reviewing:
            return REVIEW
        held = QApplication.focusWidget()
        place = (self._view.path_of(held) if held is not None else "") or self._last
        return place if self._page(pager, place) == pager.number else pager.path

    def _page(self, pager: Pager, place: str) -> int | None:
        return len(pager.filling.pages) if place == REVIEW else pager.filling.page_of(place)

    def _note(self, left: QWidget | None, come: QWidget | None) -> None:
        """The keyboard went elsewhere: where it was is the place, if it is nowhere on the page now."""
        if not isValid(self._view.stack):  # the window ends, and the keyboard leaves what is being taken down
            return
        before, now = (self._view.path_of(one) if one is not None else "" for one in (left, come))
        self._last = now or before or self._last
        opened = come is None or come.window().windowType() == Qt.WindowType.Popup
        if before and before != now and not opened:  # a calendar belongs to its field
            QTimer.singleShot(0, self, partial(self.left.emit, before))
