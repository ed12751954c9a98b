"""Joins the list of partnerships to the desk."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from wopdesk.ui.circles.content import Standing
from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.partnerships import presenter
from wopdesk.ui.screens.partnerships.content import Partnerships
from wopdesk.ui.screens.partnerships.view import PartnershipsView
from wopdesk.ui.shell.screen import Heading, Screen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.starting.start import start_partnership


class PartnershipsScreen(Screen):
    """The list of partnerships."""

    def __init__(self, office: DeskThread, where: Where, parent: QWidget | None = None) -> None:
        super().__init__(office, where, parent)
        self.view = PartnershipsView(self)
        self.fill(self.view)
        self.view.opened.connect(lambda space: self.go(Where("partnership", space=space)))
        self.view.wanted.connect(lambda: start_partnership(self))
        self.head(Heading(tr("Partnerships")))

    @override
    def refresh(self) -> None:
        self.office.ask(partial(presenter.content, language=spoken()), self._show)

    def _show(self, content: Partnerships) -> None:
        self.head(heading(content.standings))
        self.view.show_content(content)


def heading(standings: tuple[Standing, ...]) -> Heading:
    """How many there are, and how many duties in them are overdue."""
    late = sum(one.overdue for one in standings)
    below = tr("1 partnership") if len(standings) == 1 else tr("{count} partnerships", count=len(standings))
    if late:
        return Heading(tr("Partnerships"), below, tr("{count} overdue", count=late), "bad")
    return Heading(tr("Partnerships"), below)
