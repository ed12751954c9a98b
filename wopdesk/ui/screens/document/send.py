"""After submitting: what was made, and the ways in which it reaches the others. Knows no desk."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from wopdesk.ui.circles.awaited_panel import AwaitedPanel
from wopdesk.ui.i18n import from_left, listed, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.document.content import Made
from wopdesk.ui.screens.document.told import Told
from wopdesk.ui.screens.document.whereto import whereto
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.page import Page, emptied
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Label, Words, label

_WIDEST, _ICON = 820, 20
_ROOM, _MESSAGE, _ASKED = 240, 72, 32
"""How high the message is, what it keeps of that when something is told above it, and a line to tick there."""


class SendPage(Page):
    """Shows a `Made`; `wanted` tells `pdf`, `whatsapp`, `mail`, `connect`, `copy`, `show` or `done`.

    Of the file that was written last it tells `open` and `folder`, and `sent` when the person says that a mail was.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("Send")
        self.buttons: dict[str, Button] = {}
        self.results: dict[str, Label] = {}
        self._card, self.awaited = Card(), AwaitedPanel(beside_paper=True)
        self._card.setMaximumWidth(_WIDEST)
        self._card.body.setSpacing(SPACE.middle)
        self._card.body.addWidget(self.awaited)
        row = QHBoxLayout()
        row.addWidget(self._card, _WIDEST)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch()

    def show_made(self, made: Made) -> None:
        """Show what was made and how it can go."""
        self._card.body.removeWidget(self.awaited)
        emptied(self._card.body)
        self.buttons, self.results = {}, {}
        self._title = label(_title(made), "section", wrap=True)
        self._card.body.addLayout(_head(made, self._title))
        self._card.body.addWidget(self.awaited)
        self.awaited.show_awaited(made.awaited)
        ways = _ways(made)
        width = max(168, *(button.sizeHint().width() for _, _, button, _ in ways))
        for act, picture, button, text in ways:
            button.setFixedWidth(width)
            self._card.body.addWidget(hairline())
            self._card.body.addLayout(self._way(act, picture, button, text))
        self.told = Told(self.results, dict(zip(made.offices, made.recipients, strict=True)))
        self.told.wanted.connect(self.wanted)
        self.buttons |= self.told.buttons
        self._card.body.addWidget(self._room(made))
        self._card.body.addWidget(hairline())
        self._card.body.addLayout(self._end())
        self._focus_first()

    def show_sent(self, made: Made) -> None:
        """Say to whom it went by now; once all have it there is nothing left to be done here."""
        self._title.setText(_title(made))
        if len(made.sent_to) == len(made.recipients):
            self.buttons["pdf"].rank("plain")
            self.buttons["done"].rank("primary")
            self.buttons["done"].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_first()  # what was not shown yet could not have the keyboard

    def _focus_first(self) -> None:
        first = self.awaited.add if self.awaited.adds else self.buttons.get("pdf")
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def report(
        self, act: str, text: str, *, file: bool = False, asked: bool = False, likely: Collection[str] = ()
    ) -> None:
        """Say below the ways what came of one.

        Args:
            act: which.
            text: what came of it.
            file: whether a file was written, which can be opened.
            asked: whether the person is to say that it was sent.
            likely: ids of the offices to which it is likely to have been sent.
        """
        self.told.show_result(act, text, file=file, asked=asked, likely=likely)

    def _way(self, act: str, picture: str, button: Button, text: Words) -> QHBoxLayout:
        button.clicked.connect(lambda: self.wanted.emit(act))
        self.buttons[act] = button
        text.setProperty("role", "quiet")
        text.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(SPACE.large)
        row.addWidget(Picture(picture, "text_soft", _ICON))
        row.addWidget(text, 1)
        row.addWidget(button)
        self.results[act] = label("", "label", wrap=True)
        return row

    def _room(self, made: Made) -> QWidget:
        """The message, which gives way to what is told: nothing around them moves."""
        self.message = QPlainTextEdit()
        self.message.setReadOnly(True)
        self.message.setPlainText(made.message)
        self.message.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.message.setMinimumHeight(_MESSAGE)
        self.message.setTabChangesFocus(True)
        self.message.setAccessibleName(tr("The message"))
        room = QWidget()
        room.setMinimumHeight(_ROOM + (_ASKED * (len(made.offices) + 1) if len(made.offices) > 1 else 0))
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.middle)
        column.addWidget(self.told)
        column.addWidget(self.message, 1)
        return room

    def _end(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for act, button in (("show", Button("Look at the record", "quiet", "eye")), ("done", Button("Done"))):
            button.clicked.connect(lambda _checked=False, act=act: self.wanted.emit(act))
            self.buttons[act] = button
            row.addWidget(button)
        row.insertStretch(1)
        return row


Way = tuple[str, str, Button, Words]
"""What is wanted, its icon, its button, and what comes of it."""


def _ways(made: Made) -> tuple[Way, ...]:
    """The ways in which it can go; an office that is not connected hands on its paper, and can become connected."""
    carries = Words("One PDF to read, print and sign. It carries the data, so that the other desk receives it.")
    bare = Words("One PDF to read, print and sign. Hand it on like any paper; it carries no data yet.")
    whatsapp = (
        "whatsapp",
        "message-square",
        Button("For WhatsApp …"),
        Words("Saves the PDF and copies the message. In WhatsApp attach it as a document, not as a photo."),
    )
    mail = (
        "mail",
        "mail",
        Button("E-mail draft …"),
        Words("A mail with the PDF and the message, to be opened in your mail program."),
    )
    save = Button("Save the PDF …", "plain" if _adds_first(made) else "primary")
    pdf = ("pdf", "download", save, carries if made.connected else bare)
    copy = ("copy", "copy", Button("Copy the message"), Words("The message below, to be pasted wherever you write."))
    return (pdf, whatsapp, mail, copy) if made.connected else (pdf, whatsapp, mail, _connecting(), copy)


def _connecting() -> Way:
    text = Words(
        "To be connected, ask PWON for its invitation: a file, and the invitation code on the telephone. Open it "
        "there, then send to PWON and read your check code; what you made by then goes along."
    )
    return ("connect", "handshake", Button("Send and receive"), text)


def _head(made: Made, title: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.middle)
    row.addWidget(Picture("circle-check", "good", 28), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(title)
    words.addWidget(label(_goes(made), wrap=True))
    said = tr("Short code {code} · {file}", code=from_left(made.code), file=from_left(made.file))
    code = label(said, "quiet", wrap=True)
    code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.addWidget(code)
    row.addLayout(words, 1)
    return row


def _adds_first(made: Made) -> bool:
    """Whether offices that it names can be added, which are to have it."""
    return made.awaited is not None and bool(made.awaited.ready)


def _goes(made: Made) -> str:
    if _adds_first(made) and not made.recipients:
        return tr("Who is added here receives it; then send it.")
    if made.awaited is not None and not made.recipients:
        return tr("Who is approved and then added receives it.")
    return whereto(made.recipients)


def _title(made: Made) -> str:
    if made.sent_to:
        return tr("Version {number} was sent to {names}.", number=made.number, names=listed(made.sent_to))
    if made.connected and _adds_first(made):
        return tr("Version {number} is made. First add who is to have it.", number=made.number)
    if made.connected:
        return tr("Version {number} is made. Now send it.", number=made.number)
    return tr("Version {number} is made and kept here. Your office is not connected with PWON yet.", number=made.number)
