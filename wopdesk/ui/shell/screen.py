"""What a screen is: it shows something of the desk, and asks for it again when it may have changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wopdesk.ui.overriding import override
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.theme.tokens import Tone


@dataclass(frozen=True)
class Heading:
    """What the window's head says of a screen, in its language: a title, what is below it, and a status."""

    title: str
    subtitle: str = ""
    status: str = ""
    tone: Tone = "quiet"


@dataclass(frozen=True)
class Notice:
    """A short message: what was done, and whether it can be taken back by `Screen.undo`."""

    text: str
    undo: bool = False


class Screen(QWidget):
    """A screen of the window. The window calls `refresh` when it comes to it, and after every change of the desk.

    `headed` tells the heading, `gone` where to go, `noticed` a short message (in the language of the screen),
    `overtaken` that what the last one offered to take back is no longer what was done last;
    `stepped` that another page of the screen is shown;
    `theme_chosen`, `language_chosen` and `file_chosen` what the whole window is to wear, speak and open.

    Attributes:
        notices_at_start: whether short messages lie where lines begin, since what comes next stands at their end.
    """

    notices_at_start = False
    headed = Signal(object)
    gone = Signal(object)
    noticed = Signal(object)
    overtaken = Signal()
    stepped = Signal()
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    file_chosen = Signal(object)

    def __init__(self, office: DeskThread, where: Where, parent: QWidget | None = None) -> None:
        """Whoever will hold it is its parent from the beginning: what is put in elsewhere later is dressed again."""
        super().__init__(parent)
        self.office, self.where = office, where
        self.heading = Heading("")
        self.setObjectName("canvas")

    def fill(self, view: QWidget) -> None:
        """Let a view, made with the screen as its parent, take all the room."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)

    def refresh(self) -> None:
        """Ask the desk for what is shown; called on the window's thread, answers come later."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take back what the last notice told."""

    def leave(self) -> None:
        """The window goes elsewhere or closes: keep what was typed."""

    def keep(self) -> None:
        """Something went wrong or the program may end: keep what was typed, as it stands."""

    def head(self, heading: Heading) -> None:
        """Say what the window's head is to say."""
        self.heading = heading
        self.setAccessibleName(heading.title)  # read aloud while the keyboard is on the screen itself
        self.headed.emit(heading)

    def go(self, where: Where) -> None:
        """Go to another screen."""
        self.gone.emit(where)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self.refresh()
        super().changeEvent(event)
