"""The foot of the wizard: whether the draft is kept, how far it is, and where to go on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.document.progress import Progress
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.progress import bar, move
from wopdesk.ui.widgets.words import Words, label

HEIGHT, _BAR = 64, 110
_ROOMY = 860


@dataclass(frozen=True)
class Footing:
    """What the foot says: where one is among the pages, and what can be done there.

    Attributes:
        first: whether nothing comes before.
        last: whether this is the review page.
        editing: whether anything can be changed.
        number: of the version that is sent next, or was sent.
        ready: whether it can be sent.
        own: whether it is this office's.
        gone: whether the newest version was sent.
    """

    first: bool = True
    last: bool = False
    editing: bool = True
    number: int = 1
    ready: bool = False
    own: bool = True
    gone: bool = True


class Foot(QFrame):
    """The foot; its signals tell which button was pressed."""

    back = Signal()
    closed = Signal()
    onward = Signal()
    submitted = Signal()
    sent_again = Signal()
    problem_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.setProperty("edge", "above")
        self.setFixedHeight(HEIGHT)
        self._sign = Picture("circle-check", "good", 17)
        self.kept_words = Words("", "quiet")
        self.bar = bar()
        self.bar.setFixedWidth(_BAR)
        self.needed = label("", "quiet")
        self.fix = Button("", "quiet")
        self.back_button, self.close_button = Button("Back"), Button("Save and close")
        self.onward_button = Button("Continue", "primary")
        self.submit_button = Button("Submit …", "primary", "send")
        self.send_button = Button("Send it again", "plain", "send")
        self._at = Footing()
        self._arrange()
        self._connect()
        self.show_kept("")

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.huge, 0, SPACE.huge, 0)
        row.setSpacing(SPACE.small)
        for widget in (self._sign, self.kept_words):
            row.addWidget(widget)
        self.kept_words.setContentsMargins(0, 0, SPACE.middle, 0)
        for part in (self.bar, self.needed, self.fix):
            row.addWidget(part)
        row.addStretch()
        for button in self._buttons():
            row.addWidget(button)

    def _buttons(self) -> tuple[Button, ...]:
        return self.back_button, self.close_button, self.onward_button, self.submit_button, self.send_button

    @property
    def in_order(self) -> tuple[Button, ...]:
        """As Tab comes to them: who has filled a page goes on, and seldom back."""
        return self.onward_button, self.submit_button, self.send_button, self.fix, self.back_button, self.close_button

    def _connect(self) -> None:
        told = (self.back, self.closed, self.onward, self.submitted, self.sent_again)
        for button, signal in zip(self._buttons(), told, strict=True):
            button.clicked.connect(signal)
        self.fix.clicked.connect(self.problem_wanted)

    def show_kept(self, time: str, *, typing: bool = False) -> None:
        """Say when the draft was kept last; while more is typed that stands, since it is kept within a second."""
        if typing:
            if not self._sign.isVisible():
                self.kept_words.say("Keeping what you typed …")
        elif time:
            self.kept_words.say("Draft saved {time}", time=time)
        self._sign.setVisible(bool(time) or (typing and self._sign.isVisible()))
        self.kept_words.setVisible(bool(time) or typing)

    def show_entering(self, done: int, total: int) -> None:
        """Say how many of the rows that were pasted are there; nothing once all are."""
        self._sign.hide()
        self.kept_words.say("Entering row {done} of {total} …", done=done, total=total)
        self.kept_words.setVisible(done < total)

    def show_progress(self, found: Progress) -> None:
        """Say how far it is."""
        move(self.bar, *((found.answered, found.total) if found.total else (1, 1)))
        self.needed.setText(_still(found.total - found.answered))
        self.bar.setAccessibleName(self.needed.text())
        told = tr("Answers that are required; others may stay blank.")
        self.needed.setToolTip(told)
        self.bar.setAccessibleDescription(told)
        self.fix.setVisible(bool(found.to_fix))
        said = tr("{count} to fix", count=found.to_fix)
        self.fix.setText(said)
        self.fix.setAccessibleName(f"{said}: {tr('Go to the next problem')}")

    def show_footing(self, at: Footing) -> None:
        """Offer what can be done here."""
        self._at = at
        self.back_button.setEnabled(not at.first)
        self.close_button.setVisible(at.editing)
        self.onward_button.setVisible(not at.last)
        self.submit_button.setVisible(at.last and at.editing)
        self.submit_button.setEnabled(at.ready)
        self.send_button.setVisible(not at.editing and at.own)
        if at.gone:
            self.send_button.say("Send it again")
        else:
            self.send_button.say("Send …")
        if not at.editing:
            self.fix.hide()
        self._make_room()

    def _make_room(self) -> None:
        for widget in (self.bar, self.needed):
            widget.setVisible(self._at.editing and self.width() > _ROOMY)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)


def _still(missing: int) -> str:
    """What is needed yet; never out of how many, since one answer may ask for more or for less."""
    if not missing:
        return tr("Everything needed is answered")
    return tr("1 still to answer") if missing == 1 else tr("{count} still to answer", count=missing)
