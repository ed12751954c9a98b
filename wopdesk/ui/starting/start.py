"""Starts documents and partnerships for any screen: asks, and goes there."""

from __future__ import annotations

from functools import partial

from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.shell.screen import Notice, Screen
from wopdesk.ui.starting import offers
from wopdesk.ui.starting.content import Offer
from wopdesk.ui.starting.dialogs import PartnershipDialog, StartDialog
from wopdesk.ui.widgets.dialog import show


def start_document(screen: Screen, space: str = "") -> None:
    """Ask which document, of one partnership or of all, and go to it; asked twice, it asks once."""

    def choose(all_offers: tuple[Offer, ...]) -> None:
        if not screen.isVisible() or screen.findChild(StartDialog) is not None:
            return  # the person went elsewhere, or pressed twice while the desk was busy
        found = [one for one in all_offers if space in {"", one.space}]
        if not found:
            screen.noticed.emit(Notice(tr("There is nothing to start here now.")))
            return
        dialog = StartDialog(found, screen)
        dialog.accepted.connect(lambda: _go(screen, dialog))
        show(dialog)

    screen.office.ask(partial(offers.offers, language=spoken()), choose)


def start_partnership(screen: Screen) -> None:
    """Ask what it is about, open it, and go to its record."""
    dialog = PartnershipDialog(screen)
    dialog.accepted.connect(lambda: screen.office.do(partial(offers.open_partnership, title=dialog.title), screen.go))
    show(dialog)


def _go(screen: Screen, dialog: StartDialog) -> None:
    if dialog.where is not None:
        screen.go(dialog.where)
