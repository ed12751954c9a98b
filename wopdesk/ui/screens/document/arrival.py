"""How one comes to a record: to where one was when it was filled last, and where one is when it is read again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from wopdesk.programme import advice
from wopdesk.programme.filed import RETURNED
from wopdesk.ui.screens.document.filling import REVIEW, Filling
from wopdesk.ui.screens.document.pager import Pager
from wopdesk.ui.screens.document.preparing import Preparing
from wopdesk.ui.screens.document.view import DocumentView


class Arrival(QObject):
    """Shows what was read. `arrived` tells that it is there, `differs` that steps cannot all be taken back as ever.

    Attributes:
        pager: where one is; None before the record is there.
    """

    arrived = Signal()
    differs = Signal()

    def __init__(self, view: DocumentView, path: str, make: Callable[[Filling], Pager], parent: QObject) -> None:
        """With the path to which one comes first, "" for where one was, and what makes a record's pager."""
        super().__init__(parent)
        self.pager: Pager | None = None
        self._view, self._path, self._make = view, path, make
        self._preparing = Preparing(view, self)
        self._turned: int | None = None

    def open(self, filling: Filling) -> None:
        """Show a record; one that was open already stays at its page, and what was typed meanwhile comes along."""
        before = self.pager
        if before is None:
            pager = self._make(filling)
            pager.show_around()
            self._preparing.begin(filling, self._first(filling) or 0, partial(self._enter, pager))
            return
        if before.filling.editing and _is_same(before.filling, filling):
            filling.correct()
        pager = self._make(filling)
        self._succeed(before.filling, filling)
        self._replace(before, pager)

    def turn(self, number: int) -> None:
        """Come to this page as soon as the record is there: its list of pages is shown before."""
        self._turned = number

    def _succeed(self, before: Filling, filling: Filling) -> None:
        """Go on where the person was in what is read again."""
        if before.editing and filling.editing and not filling.succeed(before):
            self.differs.emit()

    def _place(self, filling: Filling) -> str:
        """Where the person comes to: what is wanted, where one was, else the first remark of who returned it.

        Whoever reads what another office advises comes to the page of the advice.
        """
        if self._path:
            return self._path
        if not filling.editing:
            return advice.PIECES.rpartition("/")[0] if _is_advised(filling) else ""
        return filling.place or (filling.first_remarked if filling.background.state == RETURNED else "")

    def _first(self, filling: Filling) -> int | None:
        """The number of the page to which one comes; None for the first one, and for the review of all."""
        place = self._place(filling)
        return filling.page_of(place) if place else None

    def _enter(self, pager: Pager) -> None:
        """Come to the page at which the person begins."""
        self.pager = pager
        filling, place, number = pager.filling, self._place(pager.filling), self._first(pager.filling)
        if self._turned is not None:
            pager.turn(self._turned)
        elif place == REVIEW:
            pager.turn(len(filling.pages))
        elif number is not None:
            pager.path = filling.pages[number].path
            pager.go_to(place)
        else:
            pager.show()
            self._view.focus_first()
        self.arrived.emit()

    def _replace(self, before: Pager, pager: Pager) -> None:
        """Stay at the page where one was."""
        pager.path, pager.reviewing = before.path, before.reviewing
        before.deleteLater()
        self.pager = pager
        pager.show(anew=True)
        self._preparing.begin(pager.filling, 0, lambda: None)
        self.arrived.emit()


def _is_advised(filling: Filling) -> bool:
    """Whether it is advice of another office."""
    around = filling.background
    return around.kind.kind == advice.NOTE and not around.own


def _is_same(before: Filling, now: Filling) -> bool:
    """Whether it is the same version that was being corrected."""
    return (before.background.state, before.background.number) == (now.background.state, now.background.number)
