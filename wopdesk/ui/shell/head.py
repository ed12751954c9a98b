"""The window's head: where one is, who is working, and the switches of language and theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from wopdesk.ui.foreign import caption, tip
from wopdesk.ui.i18n import isolated, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.shell.screen import Heading
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.tokens import LAYOUT, SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import Elided

_PERSON, _AROUND_NAME, _LEAST_NAME = 0.25, 56, 160
"""How much of its width the head has for a name, how many pixels of that are around it, and how many it has ever."""


class Head(QFrame):
    """The head. It tells what was asked for; the window does it."""

    back_wanted = Signal()
    person_wanted = Signal()
    language_wanted = Signal()
    theme_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.setProperty("edge", "below")
        self.setFixedHeight(LAYOUT.head)
        self._title, self._subtitle = Elided(), Elided()
        self._title.setProperty("role", "title")
        self._subtitle.setProperty("role", "quiet")
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._status = Pill("")
        self.back = self._button("Back", "arrow-left", self.back_wanted)
        self.person = Button("", "quiet", "user")
        self.person.clicked.connect(self.person_wanted)
        self.language = self._button("Language", "languages", self.language_wanted)
        self.theme = self._button("Light or dark", "moon", self.theme_wanted)
        self._person = ""
        self._arrange()
        self.show_person("")

    def _button(self, name: str, picture: str, told: object) -> Button:
        button = Button(name, "icon", picture)
        button.clicked.connect(told)
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.huge, 0, SPACE.huge, 0)
        row.setSpacing(SPACE.small)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._title)
        line.addWidget(self._status, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch()
        words.addLayout(line)
        words.addWidget(self._subtitle)
        words.addStretch()
        row.addWidget(self.back)
        row.addLayout(words, 1)
        for button in (self.person, self.language, self.theme):
            row.addWidget(button)

    def show_heading(self, heading: Heading) -> None:
        """Say where one is."""
        self._title.setText(heading.title)
        self._subtitle.setText(heading.subtitle)
        self._subtitle.setVisible(bool(heading.subtitle))
        self._status.setText(heading.status)
        self._status.set_tone(heading.tone)
        self._status.setVisible(bool(heading.status))

    def show_back(self, *, possible: bool) -> None:
        """Whether there is somewhere to go back to."""
        self.back.setVisible(possible)
        self._turn_back()

    def _turn_back(self) -> None:
        self.back.show_icon("arrow-right" if worn().right_to_left else "arrow-left")

    def show_person(self, name: str) -> None:
        """Who is working; nobody was chosen while it is empty."""
        self._person = name
        said = tr("Who is working?")
        self.person.setAccessibleName(f"{said} {name}".strip())
        self._fit_person()

    def _fit_person(self) -> None:
        """Say as much of the name as leaves room for where one is; all of it in the tip, if that is less."""
        said, short = tr("Who is working?"), self._person.partition(",")[0]
        room = max(_LEAST_NAME, round(self.width() * _PERSON) - _AROUND_NAME)
        seen = self.person.fontMetrics().elidedText(short, Qt.TextElideMode.ElideRight, room)
        self.person.setText(caption(short) or said if seen == short else isolated(caption(seen)))
        self.person.setToolTip(said if seen == short else tip(f"{said} {short}"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_person()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.theme.show_icon("sun" if worn().theme == "dark" else "moon")
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_person(self._person)
            self._turn_back()
