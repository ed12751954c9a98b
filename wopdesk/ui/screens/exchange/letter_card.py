"""One file that came in: who signed it and when, what it brings, and afterwards what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.moments import moment
from wopdesk.ui.screens.exchange.brought import Brought
from wopdesk.ui.screens.exchange.content import Letter, Outcome, Sentences, Standing
from wopdesk.ui.screens.exchange.curious import Details
from wopdesk.ui.screens.exchange.invitation import InvitationPart
from wopdesk.ui.screens.exchange.receipt import ReceiptPart
from wopdesk.ui.theme.tokens import SPACE, Tone
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.fault import FaultPanel, fault_of
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import Words, label

_STANDINGS: dict[Standing, tuple[str, Tone]] = {
    "approved": ("Approved office", "good"),
    "unapproved": ("Not approved yet", "warn"),
    "own": ("Your own office", "info"),
}
_SIGNS: dict[Standing, tuple[str, str]] = {
    "approved": ("shield-check", "good"),
    "unapproved": ("circle-help", "warn"),
    "own": ("users", "accent_text"),
}
_BESIDE = 2


class LetterCard(Card):
    """A file on the tray.

    `taken` tells its number and, for an invitation, the code; `put_away` its number; `opened` a record; `answered` an
    office to which an acknowledgement is wanted, and the way; `differing` that differences are to be settled;
    `approving` that whoever signed it is to be approved.
    """

    taken = Signal(int, str)
    put_away = Signal(int)
    opened = Signal(str)
    answered = Signal(str, str)
    differing = Signal(str)
    approving = Signal()

    def __init__(self, letter: Letter) -> None:
        super().__init__()
        self.letter = letter
        self.body.setSpacing(SPACE.middle)
        self.setAccessibleName(_name(letter))
        self.take = Button("Take it in", "primary", "download")
        self.leave = Button("Put away", "quiet")
        self.receipt: ReceiptPart | None = None
        self.invitation: InvitationPart | None = None
        self.take.clicked.connect(lambda: self.taken.emit(letter.number, ""))
        self.leave.clicked.connect(lambda: self.put_away.emit(letter.number))
        self.take.setAccessibleName(tr("Take in: {file}", file=letter.where))
        self.leave.setAccessibleName(tr("Put away: {file}", file=letter.where))
        if letter.sender:
            self.body.addLayout(self._head())
        if letter.refused:
            self._show_fault(letter.refused)
        self._middle = self._build_middle()
        self._fill_foot()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.large)
        sign = ("mail", "accent_text") if self.letter.invitation else _SIGNS[self.letter.standing]
        row.addWidget(Picture(*sign, 22), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        line.addWidget(label(self.letter.sender, "strong"))
        line.addWidget(
            Pill("Invitation", "info") if self.letter.invitation else Pill(*_STANDINGS[self.letter.standing])
        )
        number, _, count = self.letter.part.partition("/")
        if number != count:
            pill = Pill("")
            pill.say("Part {number} of {count}", number=number, count=count)
            line.addWidget(pill)
        line.addStretch()
        words.addLayout(line)
        words.addWidget(label(_from(self.letter), "hint", wrap=True))
        row.addLayout(words, 1)
        return row

    def _build_middle(self) -> QWidget:
        """What it brings, or the invitation's code."""
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        if self.letter.refused is None and self.letter.invitation == "closed":
            self.invitation = InvitationPart(self.letter.sender)
            self.invitation.opened.connect(lambda code: self.taken.emit(self.letter.number, code))
            column.addWidget(self.invitation)
        elif self.letter.refused is None:
            if (said := _judged(self.letter)) is not None:
                column.addWidget(said)
            column.addWidget(Brought(self.letter))
        self.body.addWidget(middle)
        return middle

    def _fill_foot(self) -> None:
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACE.small)
        if self.letter.can_be_taken:
            self._foot.addWidget(self.take)
        self._foot.addWidget(self.leave)
        self._foot.addStretch()
        self.body.addLayout(self._foot)
        self.details = Details(self.letter.curious) if self.letter.curious else None
        if self.details:
            self._foot.addWidget(self.details.toggle)
            self.body.addWidget(self.details)

    def _show_fault(self, why: Sentences) -> None:
        if not self.letter.sender:
            self.body.addWidget(label(self.letter.where, "strong", wrap=True))
        self.body.insertWidget(1, FaultPanel(fault_of(why)))

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what became of it; where a code was wrong, it can be typed again."""
        if outcome.refused and self.invitation:
            self.invitation.show_problem(outcome.refused)
            return
        self.take.hide()
        if outcome.refused:
            self._show_fault(outcome.refused)
            return
        self._middle.hide()
        self.receipt = ReceiptPart(self.letter, outcome)
        self.receipt.opened.connect(self.opened)
        self.receipt.answered.connect(self.answered)
        self.receipt.differing.connect(self.differing)
        self.receipt.approving.connect(self.approving)
        self.body.insertWidget(self.body.indexOf(self._middle), self.receipt)
        self._show_buttons(self.receipt.buttons)

    def _show_buttons(self, buttons: Sequence[Button]) -> None:
        """Above what the card has anyway; no more beside each other than a small screen has room for."""
        for first in range(0, len(buttons), _BESIDE):
            line = QHBoxLayout()
            line.setSpacing(SPACE.small)
            for button in buttons[first : first + _BESIDE]:
                line.addWidget(button)
            line.addStretch()
            self.body.insertLayout(self.body.indexOf(self._foot), line)

    def fold(self) -> None:
        """Say in one line what became of it, where that is known; what it brought is shown again when it is asked."""
        if self.receipt is not None:
            self.receipt.fold()

    @property
    def code(self) -> str:
        """What is typed of an invitation's code."""
        return self.invitation.field.code if self.invitation else ""

    def type_code(self, code: str) -> None:
        """Type it as it was typed before."""
        if self.invitation:
            self.invitation.field.setText(code)

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order of reading."""
        typed = [self.invitation.field, self.invitation.open] if self.invitation and not self.receipt else []
        receipt = [self.receipt.unfold, *self.receipt.rows, *self.receipt.buttons] if self.receipt else []
        folded = [self.details.toggle] if self.details else []
        take = [self.take] if self.letter.can_be_taken else []
        return [*typed, *receipt, *take, self.leave, *folded]

    def set_busy(self, *, busy: bool) -> None:
        """While something is taken, nothing else is pressed."""
        self.take.setDisabled(busy)
        self.leave.setDisabled(busy)
        if self.invitation:
            self.invitation.setDisabled(busy)


def _from(letter: Letter) -> str:
    if letter.made is None:
        return letter.where
    return tr("Made {moment} · {file}", moment=moment(letter.made), file=letter.where)


def _name(letter: Letter) -> str:
    if not letter.sender:
        return letter.where
    return tr("From {office}: {file}", office=letter.sender, file=letter.where)


def _judged(letter: Letter) -> Words | None:
    """A sentence where there is little to list."""
    if letter.invitation == "open":
        own = letter.standing == "own"
        text = "Your own office made this invitation; nothing is to be done."
        return Words(text if own else "This invitation was opened before; nothing is to be done.", "quiet", wrap=True)
    if letter.decides and letter.standing == "unapproved" and letter.can_be_taken:
        text = "{office} waits for your approval. Take it in, then compare its check code under Offices."
        return Words(text, "", wrap=True, office=letter.sender)
    if not letter.new and letter.receipt:
        return Words("It says what {office} has received so far.", "quiet", wrap=True, office=letter.sender)
    if not letter.new:
        return Words("Nothing new: everything in it is here already.", "quiet", wrap=True)
    if letter.standing == "unapproved":
        text = "It counts when PWON has approved the office; until then it is shown as unconfirmed."
        return Words(text, "quiet", wrap=True)
    return None
