"""What became of a file that was taken: what changed, what to know, and the acknowledgement to send back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.moments import titled
from wopdesk.ui.saying import told
from wopdesk.ui.screens.exchange.content import Joining, Letter, Link, Outcome
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.row import Row, Saying
from wopdesk.ui.widgets.words import Words, label

SAVE, MAIL, WHATSAPP = "save", "mail", "whatsapp"
_SHOWN = 5
_NEXT: dict[Joining, str] = {
    "begun": "Now send your first message to {office}. When it telephones, read it the check code under Send.",
    "asked": "{office} approves your office once it has your first message and has heard the check code under Send.",
}


class ReceiptPart(QWidget):
    """The receipt; its `buttons` are put where the card has its own.

    `opened` tells a record, `answered` an office and the way, `differing` that differences are to be
    settled, of one record or of all; `approving` that the sender is to be approved.
    """

    opened = Signal(str)
    answered = Signal(str, str)
    differing = Signal(str)
    approving = Signal()

    def __init__(self, letter: Letter, outcome: Outcome) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        summary = Words(_said(letter, outcome), "strong", wrap=True, office=letter.sender)
        column.addLayout(_signed("circle-check", "good", summary))
        if outcome.joining in _NEXT:
            column.addWidget(Words(_NEXT[outcome.joining], wrap=True, office=letter.sender))
        self.rows = [self._row(link) for link in outcome.links[:_SHOWN]]
        self._brought = self._list(letter, outcome)
        column.addWidget(self._brought)
        self.unfold = Button("Show what it brought", "quiet", "chevron-down")
        self.unfold.clicked.connect(self._unfold)
        self.unfold.hide()
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeading)
        self.acknowledge = self._acknowledge(outcome)
        self.differences = Button("Settle the differences", "plain", "git-merge")
        self.differences.clicked.connect(lambda: self.differing.emit(_only(outcome)))
        self.approve = Button("Approve the office …", "primary", "shield-check")
        self.approve.setAccessibleName(tr("Approve {office} …", office=letter.sender))
        self.approve.clicked.connect(self.approving)
        wanted = (
            (self.approve, outcome.asked and letter.standing != "approved"),
            (self.acknowledge, bool(outcome.office) and outcome.joining in {"", "begun"}),
            (self.differences, bool(outcome.differences)),
        )
        self.buttons = [button for button, is_wanted in wanted if is_wanted]

    def _list(self, letter: Letter, outcome: Outcome) -> QWidget:
        """What changed, and what is to be known."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        for row in self.rows:
            column.addWidget(row)
        if more := len(outcome.links) + outcome.more - len(self.rows):
            column.addWidget(Words("{count} more", "quiet", count=more))
        approved = letter.standing == "approved"
        for note in (one for one in outcome.notes if not (approved and one in outcome.until_approved)):
            column.addLayout(_signed("info", "warn", label(told(note), wrap=True)))
        if not column.count():
            part.hide()
        return part

    def fold(self) -> None:
        """Leave the line that says what became of it."""
        if not self._brought.isHidden():
            self._brought.hide()
            self.unfold.show()

    def _unfold(self) -> None:
        self.unfold.hide()
        self._brought.show()
        next(iter(self.rows), self._brought).setFocus()

    def _row(self, link: Link) -> Row:
        row = Row("file-text", Saying(titled(link.title, link.mark), link.owner), "info")
        row.clicked.connect(lambda: self.opened.emit(link.record))
        return row

    def _acknowledge(self, outcome: Outcome) -> Button:
        text = "Send your first message to PWON" if outcome.joining else "Send an acknowledgement"
        button = Button(text, "plain", "send")
        menu = QMenu(button)
        menu.setAccessibleName(button.accessibleName())
        ways = ((MAIL, tr("E-mail draft")), (WHATSAPP, tr("For WhatsApp …")), (SAVE, tr("Save for USB stick …")))
        for way, name in ways:
            action = QAction(name, menu)
            action.triggered.connect(lambda _=False, way=way: self.answered.emit(outcome.office, way))
            menu.addAction(action)
        menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu, partial(menu.setActiveAction, menu.actions()[0])))
        button.setMenu(menu)
        return button


def _only(outcome: Outcome) -> str:
    """The one document in which something differs, or none of them where it may be several."""
    return outcome.links[0].record if len(outcome.links) == 1 else ""


def _said(letter: Letter, outcome: Outcome) -> str:
    if outcome.joining:
        approved = outcome.joining == "approved"
        return "The invitation is open. {office} has approved your office." if approved else "The invitation is open."
    if outcome.asked and letter.standing == "approved":
        return "Taken in. {office} is approved by now."
    if outcome.asked and not outcome.links:
        return "Taken in. {office} waits for your approval."
    if not outcome.new:
        return "Taken in. Nothing in it was new."
    return "Taken in." if outcome.links else "Taken in. No document changed."


def _signed(picture: str, ink: str, words: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.wide)
    row.addWidget(Picture(picture, ink), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
