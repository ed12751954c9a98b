"""The window: navigation at its start, the head above, one screen, and messages over it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from wopdesk.ui.overriding import override
from wopdesk.ui.shell.head import Head
from wopdesk.ui.shell.places import PLACES, place_of
from wopdesk.ui.shell.presses import Presses
from wopdesk.ui.shell.screen import Notice, Screen
from wopdesk.ui.shell.status import Status
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.tokens import LAYOUT, SPACE
from wopdesk.ui.widgets.drop import dragged
from wopdesk.ui.widgets.fault import Fault, FaultPanel
from wopdesk.ui.widgets.navigation import Navigation
from wopdesk.ui.widgets.toast import Toast

_TRAIL = 30


class Window(QWidget):
    """What the frame holds. `dropped` tells files that were dropped anywhere on it."""

    dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.head, self.navigation, self.status = Head(), Navigation(PLACES), Status()
        self.navigation.foot.addWidget(self.status)
        self.build: Callable[[Where, QWidget | None], Screen] | None = None
        self._screens: dict[str, Screen] = {}
        self._trail: list[Where] = []
        self._fault: FaultPanel | None = None
        self._above = QVBoxLayout()
        self._above.setContentsMargins(0, 0, 0, 0)
        self._arrange()
        self.toast = Toast(self)
        self.toast.undone.connect(self._undo)
        self.navigation.gone.connect(lambda key: self.go(Where(key)))
        self.head.back_wanted.connect(self.go_back)
        self.presses = Presses(self, lambda: self._root.widget(1) or self.screen_shown)
        self._shortcuts()

    def _arrange(self) -> None:
        self._root = QStackedLayout(self)
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addLayout(self._above)
        self._stack = QStackedLayout()
        self._column.addLayout(self._stack, 1)
        row.addLayout(self._column, 1)
        self._root.addWidget(desk)
        self.head.show_back(possible=False)

    def _shortcuts(self) -> None:
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
        QShortcut(QKeySequence("F5"), self, self.refresh)
        QShortcut(QKeySequence("Ctrl+Q"), self, lambda: self.window().close())
        for number, place in enumerate(PLACES, start=1):
            QShortcut(QKeySequence(f"Alt+{number}"), self, lambda key=place.key: self.go(Where(key)))

    @property
    def screen_shown(self) -> Screen | None:
        """The screen that is shown; none before the desk is open."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def go(self, where: Where) -> None:
        """Show a screen and ask it to read what it shows."""
        if self.build is None or self._root.currentIndex() != 0:
            return
        self.leave()
        if self._trail[-1:] != [where]:  # back leads elsewhere
            self._trail = [*self._trail, where][-_TRAIL:]
        self._show(where)

    def _undo(self) -> None:
        if self.screen_shown is not None:
            self.screen_shown.undo()

    def go_back(self) -> None:
        """Show what was shown before."""
        if len(self._trail) > 1:
            self.leave()
            self._trail.pop()
            self._show(self._trail[-1])

    def refresh(self) -> None:
        """Let the screen that is shown ask again."""
        if self.screen_shown is not None:
            self.screen_shown.refresh()

    def leave(self) -> None:
        """Screens of the navigation stay as they are; those of one record are built anew each time."""
        shown = self.screen_shown
        if shown is None:
            return
        shown.leave()
        self.toast.forget_undo()
        if self._screens.get(shown.where.screen) is not shown:
            if shown.isAncestorOf(self.window().focusWidget()) or shown.hasFocus():
                self.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt lets it jump to the navigation
            self._stack.removeWidget(shown)
            shown.deleteLater()

    def _show(self, where: Where) -> None:
        self.clear_fault()
        screen = self._screens.get(where.screen) if where == Where(where.screen) else None
        if screen is None:
            screen = self._built(where)
        self._stack.setCurrentWidget(screen)
        self.presses.acted()
        self._give_keyboard(screen, place_of(where))
        self.navigation.go(place_of(where))
        self.head.show_heading(screen.heading)
        self.head.show_back(possible=len(self._trail) > 1)
        screen.refresh()

    def _give_keyboard(self, screen: Screen, place: str) -> None:
        """Whoever walks through the navigation stays there, on the place that is open; else the screen has it."""
        focused = QApplication.focusWidget()
        if focused is None or len(self._trail) == 1 or not self.navigation.isAncestorOf(focused):
            screen.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.navigation.take_keyboard(place)

    def _built(self, where: Where) -> Screen:
        assert self.build is not None  # noqa: S101  # `go` asked
        screen = self.build(where, self._stack.parentWidget())
        screen.headed.connect(lambda heading: self.head.show_heading(heading) if screen is self.screen_shown else None)
        screen.gone.connect(self.go)
        screen.noticed.connect(lambda notice: self._notice(notice, screen))
        screen.overtaken.connect(self.toast.let_go)
        screen.stepped.connect(self.presses.acted)
        self._stack.addWidget(screen)
        if where == Where(where.screen) and where.screen in self.navigation.buttons:
            self._screens[where.screen] = screen
        return screen

    def _notice(self, notice: Notice, of: Screen) -> None:
        """Say shortly what was done; it can be taken back where it was."""
        undo = notice.undo and of is self.screen_shown
        self.toast.tell("{said}", undo=undo, at_start=of.notices_at_start, said=notice.text)

    def show_fault(self, fault: Fault) -> None:
        """Say what went wrong above the screen, until the person goes on."""
        if self._fault is not None and self._fault.fault == fault:
            return
        self.clear_fault()
        self._fault = FaultPanel(fault, "Close")
        self._fault.acted.connect(self.clear_fault)
        self._above.setContentsMargins(SPACE.huge, SPACE.wide, SPACE.huge, 0)
        self._above.addWidget(self._fault)

    def clear_fault(self) -> None:
        """Take the message away."""
        if self._fault is not None:
            self._fault.hide()
            self._fault.deleteLater()
            self._fault = None
            self._above.setContentsMargins(0, 0, 0, 0)

    def cover(self, page: QWidget) -> None:
        """Show a page instead of the desk: the welcome, or why the desk cannot be opened."""
        self.uncover()
        self._root.addWidget(page)
        self._root.setCurrentWidget(page)

    def uncover(self) -> None:
        """Show the desk again."""
        while (page := self._root.widget(1)) is not None:
            self._root.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._root.setCurrentIndex(0)

    def forget(self) -> None:
        """Let go of all screens, as another data file will be opened."""
        self.leave()
        for screen in self._screens.values():
            self._stack.removeWidget(screen)
            screen.deleteLater()
        self._screens, self._trail, self.build = {}, [], None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.presses.watch()
        super().showEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.navigation.set_narrow(narrow=self.width() < LAYOUT.wide)
        self.status.set_narrow(narrow=self.width() < LAYOUT.wide)
        super().resizeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = dragged(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)
