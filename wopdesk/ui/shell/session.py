"""One run of the program: which data file is open, who works on it, what becomes of what comes in and goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from wopdesk.places import default_data_file
from wopdesk.ui.shell import loading, places
from wopdesk.ui.shell.background import Background
from wopdesk.ui.shell.crash import CrashHook
from wopdesk.ui.shell.faults import OpeningFault, crashed, missing, taken, unkept
from wopdesk.ui.shell.frame import Frame
from wopdesk.ui.shell.hold import Hold
from wopdesk.ui.shell.person import PersonDialog
from wopdesk.ui.shell.preferences import Preferences
from wopdesk.ui.shell.rubbish import Rubbish
from wopdesk.ui.shell.screen import Screen
from wopdesk.ui.shell.slicing import Slicing, Steps
from wopdesk.ui.shell.start import Start
from wopdesk.ui.shell.wardrobe import Wardrobe
from wopdesk.ui.shell.where import HOME, Where
from wopdesk.ui.shell.window import Window
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.widgets.fault import Fault, fault_of

if TYPE_CHECKING:
    from wopdesk.desk.desk import Desk
    from wopdesk.desk.faults import Told
    from wopdesk.ui.shell.instance import Lock
    from wopdesk.ui.shell.opening import Around

T = TypeVar("T")


class Session(QObject):
    """Joins window, desk and preferences. It is what the welcome begins with (`screens.welcome.begin.Beginning`)."""

    def __init__(self, frame: Frame, preferences: Preferences, start: Start, lock: Lock | None = None) -> None:
        super().__init__(frame)
        self.frame, self.preferences, self.start = frame, preferences, start
        self._before_sample = start
        self.wardrobe = Wardrobe(preferences, self)
        self.window = window = Window()
        frame.fill(window)
        self.office: DeskThread | None = None
        self._around: Around | None = None
        self._waiting = list(start.files)
        self.rubbish = Rubbish(self)
        self._background = Background(self)
        self._loading, self._later = Slicing(self), Slicing(self, patient=True)
        self._hook = CrashHook(start.data_file.parent / "faults", self._keep, self._show_crash)
        self._warned = False
        self._hold = Hold(self, start.data_file, lock)
        self._hold.knocked.connect(self.knocked)
        frame.may_close = self._may_close
        window.dropped.connect(self.receive)
        window.status.left.connect(self.leave_sample)
        window.head.language_wanted.connect(self.wardrobe.next_language)
        window.head.theme_wanted.connect(self.wardrobe.other_theme)
        window.head.person_wanted.connect(self.ask_person)

    def _may_close(self) -> bool:
        """Whether all that was typed is on disk; if not, the person is told, and may close once more all the same."""
        if self.office is not None:
            self.office.hurry()
        kept, warned = self._keep(), self._warned
        self._warned = not kept
        if not kept and not warned:
            QTimer.singleShot(0, self, lambda: self.window.show_fault(unkept()))  # after what the disk complains of
            return False
        self.window.leave()
        self.preferences.remember(self.frame)
        return True

    def wake(self) -> None:
        """The window stands: open the data file, and listen to further starts."""
        self.begin_with_file()

    def begin_with_file(self) -> None:
        """Open the data file; where there is none yet, welcome the person."""
        self.close_desk()
        if not self._hold.take(self.start.data_file):
            self._cover(taken())
            return
        self._hook.folder = self.start.data_file.parent / "faults"
        if self.start.data_file.exists():
            start = self.start
            self.begin(lambda: _open_with(start))
        elif self.start.data_file == self.preferences.data_file:
            self._cover(missing()).offer_to_begin_anew(self._welcome)
        else:
            self._welcome()

    def begin(self, opening: Callable[[], Desk]) -> None:
        """Open a desk and show its home."""
        self.close_desk()
        self._loading.begin(loading.load_classes())
        self.office = DeskThread(opening)
        self.office.failed.connect(lambda told: self.window.show_fault(fault_of(told)))
        self.office.changed.connect(self.window.refresh)
        self.office.changed.connect(self._look_around)
        self.office.asked.connect(self.window.presses.begun)
        self.office.answered.connect(self.window.presses.done)
        self.office.open(lambda _none: self._opened(), self._not_opened)

    def begin_at(self, data_file: Path) -> None:
        """Open another data file, at the next start too: one that was made just now, or brought back from a backup."""
        self.preferences.data_file = None if data_file == default_data_file() else data_file
        self.start = replace(self.start, data_file=data_file)
        self.window.status.show_sample(sample=False)
        self.begin_with_file()

    def begin_sample(self, data_file: Path) -> None:
        """Open a data file of the sample on the day on which its story ends, for this once."""
        from wopdesk.desk.sample import LAST_DAY  # noqa: PLC0415  # whoever told the sample has imported it

        self._before_sample = self.start
        self.start = replace(self.start, data_file=data_file, today=LAST_DAY)
        self.window.status.show_sample(sample=True)
        self.begin_with_file()

    def leave_sample(self) -> None:
        """Go back to where one was before the sample: the first page, where an office of one's own is set up."""
        self.start = self._before_sample
        self.window.status.show_sample(sample=False)
        self.frame.setWindowTitle("WOPDesk")
        self.begin_with_file()

    def background(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Told], None]) -> None:
        """Do something away from the window while there is no desk."""
        self._background.run(job, then, failed)

    def _opened(self) -> None:
        if self.office is not None:
            self._loading.begin(self._entered(self.office))

    def _entered(self, office: DeskThread) -> Steps:
        """Show the home as soon as it is imported."""
        yield from loading.load_screens([HOME.screen])
        if self.office is office:
            self._show_home(office)

    def _show_home(self, office: DeskThread) -> None:
        self.window.uncover()
        self.window.build = partial(self._build, office)
        self.window.go(HOME)
        self._look_around()
        office.ask(lambda _desk: loading.load_presenters(), lambda _none: self._later.begin(loading.load_screens()))
        office.ask(_back_up, _nothing)
        if self._waiting:
            self.receive(self._waiting)

    def _build(self, office: DeskThread, where: Where, parent: QWidget | None) -> Screen:
        screen = places.build(office, where, parent)
        screen.theme_chosen.connect(self.wardrobe.choose_theme)
        screen.language_chosen.connect(self.wardrobe.choose_language)
        screen.file_chosen.connect(self.begin_at)
        return screen

    def _not_opened(self, told: Told) -> None:
        self.office = None
        self._cover(fault_of(told))

    def _cover(self, fault: Fault) -> OpeningFault:
        page = OpeningFault(fault, self.start.data_file)
        page.again.connect(self.begin_with_file)
        self.window.cover(page)
        return page

    def _welcome(self) -> None:
        from wopdesk.ui.screens.welcome.screen import WelcomePage  # noqa: PLC0415  # seen once in an office's life

        page = WelcomePage(self, self.start.data_file)
        page.theme_chosen.connect(self.wardrobe.choose_theme)
        page.language_chosen.connect(self.wardrobe.choose_language)
        page.stepped.connect(self.window.presses.acted)
        self.window.cover(page)

    def receive(self, files: list[Path]) -> None:
        """Receive files that were dropped, given at the start or brought by a second start."""
        if self.window.build is None:
            self._waiting += files
            return
        self._waiting = []
        self.window.go(Where("exchange", files=tuple(files)))

    def knocked(self, files: list[Path]) -> None:
        """A second start brought files, or only wants to see the window."""
        self.frame.setWindowState(self.frame.windowState() & ~Qt.WindowState.WindowMinimized)
        self.frame.raise_()
        self.frame.activateWindow()
        if files:
            self.receive(files)

    def _look_around(self) -> None:
        if self.office is not None:
            self.office.ask(_around, self._show_around)

    def _show_around(self, around: Around) -> None:
        first = self._around is None
        self._around = around
        self.window.head.show_person(around.person)
        self.window.status.show_sent(around.sent, saved=around.saved)
        self.frame.setWindowTitle(f"{around.office} – WOPDesk")
        if first and not around.person:
            self.ask_person()

    def ask_person(self) -> None:
        """Ask who is working."""
        if self.office is None or self._around is None:
            return
        office = self.office
        dialog = PersonDialog(self._around.people, self._around.person, self.frame)
        dialog.accepted.connect(lambda: office.do(_choosing(dialog.chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self) -> bool:
        """Keep what is being typed, whatever happened; whether it is on disk."""
        screen = self.window.screen_shown
        if screen is None or self.office is None:
            return True
        screen.keep()
        return self.office.flush()

    def _show_crash(self, note: Path | None, kept: bool) -> None:  # noqa: FBT001  # the hook calls it
        self.window.show_fault(crashed(note, kept=kept))

    def close_desk(self) -> bool:
        """Let go of the data file; whether it is closed."""
        if self.office is None:
            return True
        self.window.forget()
        office, self.office, self._around = self.office, None, None
        return office.close()

    def end(self) -> None:
        """The window was closed: finish what waits and let go of everything."""
        self.close_desk()
        self._hold.let_go()
        self._hook.end()
        self.rubbish.end()


def _open_with(start: Start) -> Desk:
    from wopdesk.ui.shell import opening  # noqa: PLC0415  # the desk is imported on its own thread

    return opening.open_with(start)


def _around(desk: Desk) -> Around:
    from wopdesk.ui.shell import opening  # noqa: PLC0415  # the same

    return opening.around(desk)


def _back_up(desk: Desk) -> None:
    from wopdesk.ui.shell import opening  # noqa: PLC0415  # the same

    opening.back_up(desk)


def _choosing(name: str) -> Callable[[Desk], None]:
    def choose(desk: Desk) -> None:
        from wopdesk.desk import people  # noqa: PLC0415  # the same

        people.choose(desk, name)

    return choose


def _nothing(_result: object) -> None:
    """Nobody waits for it."""
