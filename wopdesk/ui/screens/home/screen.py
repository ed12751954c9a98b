"""Joins the first screen to the desk."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.saying import written
from wopdesk.ui.screens.home import presenter
from wopdesk.ui.screens.home.content import NEW, Home, Line
from wopdesk.ui.screens.home.upkeep import waiting_to_go
from wopdesk.ui.screens.home.view import HomeView
from wopdesk.ui.shell.screen import Heading, Screen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.starting.start import start_document, start_partnership


class HomeScreen(Screen):
    """The first screen."""

    def __init__(self, office: DeskThread, where: Where, parent: QWidget | None = None) -> None:
        super().__init__(office, where, parent)
        self.view = HomeView(self)
        self._content: Home | None = None
        self._unsent: tuple[Line, ...] = ()
        self.fill(self.view)
        self.view.opened.connect(self._open)
        self.view.document_wanted.connect(lambda: start_document(self))
        self.view.partnership_wanted.connect(lambda: start_partnership(self))
        self.head(Heading(tr("Home")))

    @override
    def refresh(self) -> None:
        self.office.ask(partial(presenter.content, language=spoken()), self._show)
        self.office.ask(waiting_to_go, self._show_unsent)  # counting takes longer, and the screen need not wait for it

    def _open(self, where: Where) -> None:
        if where.screen == "partnerships" and where.kind == NEW:
            start_partnership(self)
        else:
            self.go(where)

    def _show(self, content: Home) -> None:
        self._content = content
        whole = replace(content, unsent=self._unsent)
        self.head(heading(whole))
        self.view.show_content(whole)

    def _show_unsent(self, lines: tuple[Line, ...]) -> None:
        self._unsent = lines
        if self._content is not None:
            self._show(self._content)


def heading(content: Home) -> Heading:
    """Whose desk it is, which day, and what is overdue: what this office owes is loud, what others do stands beside."""
    below = tr("What to do next · {day}", day=written(content.today))
    others = content.overdue - content.late
    theirs = tr("{count} overdue with partners", count=others) if others else ""
    if content.late:
        own = tr("{count} overdue", count=content.late)
        return Heading(content.office, " · ".join(filter(None, (below, theirs))), own, "bad")
    if theirs:
        return Heading(content.office, below, theirs, "warn")
    if not (content.mine or content.unsent or content.first):
        return Heading(content.office, below, tr("All done"), "good")
    return Heading(content.office, below)
