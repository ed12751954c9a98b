"""The window with a screen in it, what it tells when something went wrong, and its dialogs. Made without any desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from tests.ui.gallery_content import said
from tests.ui.screens.document import pictures as document
from tests.ui.screens.home import contents as home
from tests.ui.starting.fixed import offers
from wopdesk.ui.screens.partnership.content import Invitable
from wopdesk.ui.screens.partnership.joining import MemberDialog
from wopdesk.ui.shell.faults import OpeningFault, crashed, taken
from wopdesk.ui.shell.person import PersonDialog
from wopdesk.ui.shell.screen import Heading, Screen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.window import Window
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.starting.dialogs import PartnershipDialog, StartDialog

_FOLDER = Path("/home/sample/.local/share/WOPDesk")
_PEOPLE = ("Sample Engineer, Deputy Director", "Sample Clerk, Revenue", "Sample Team Leader")


class Still(Screen):
    """A screen that shows a view and asks nothing."""

    def __init__(self, view: QWidget, where: Where, heading: Heading) -> None:
        super().__init__(cast("DeskThread", None), where)  # nothing of it is asked
        self.fill(view)
        self.head(heading)

    @override
    def refresh(self) -> None:
        """What is shown is fixed."""


def make(state: str) -> QWidget:
    """The window, or a dialog, in a state."""
    return STATES[state]()


def _window(view: Callable[[], QWidget], where: Where, heading: Heading) -> Window:
    made = Window()
    made.build = lambda wanted, _holder: Still(view(), wanted, heading)
    made.head.show_person(_PEOPLE[0])
    made.go(where)
    return made


def _home() -> Window:
    heading = Heading(said("Home", "صفحۂ اول"), said("WASA Faisalabad", "واسا فیصل آباد"))
    return _window(lambda: home.make("mentee"), Where("home"), heading)


def _report() -> Window:
    title = said("Monthly report, October 2026", "ماہانہ رپورٹ، اکتوبر 2026")
    heading = Heading(title, "WASA Faisalabad · WOP-PK-001", said("Due in 3 days", "3 دن باقی"), "warn")
    return _window(lambda: document.make("problem"), Where("document", record="r"), heading)


def _crashed() -> Window:
    made = _home()
    made.show_fault(crashed(_FOLDER / "faults" / "2026-11-07 143200.txt", kept=True))
    return made


def _told() -> Window:
    made = _home()
    made.toast.tell("The row was removed.", undo=True)
    made.toast.clock.stop()
    return made


def _closed() -> Window:
    made = Window()
    made.cover(OpeningFault(taken(), _FOLDER / "office.wopdesk"))
    return made


def _person() -> QDialog:
    return PersonDialog(_PEOPLE, _PEOPLE[0], cast("QWidget", None))


def _member() -> QDialog:
    roles = (("mentee", said("Mentee", "زیرِ رہنمائی")), ("mentor", said("Mentor", "رہنما")))
    return MemberDialog(Invitable((("l", said("WASA Lahore", "واسا لاہور")),), roles, (("l", "mentor"),)))


DIALOGS = ("person", "member", "document", "partnership")
"""They are as large as they have to be, and the others fill the screen."""
STATES: dict[str, Callable[[], QWidget]] = {
    "home": _home,
    "report": _report,
    "crashed": _crashed,
    "told": _told,
    "closed": _closed,
    "person": _person,
    "member": _member,
    "document": lambda: StartDialog(offers()),
    "partnership": PartnershipDialog,
}
