"""Codes to be read aloud: this computer's own, and that of an invitation; with what to say beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from wopdesk.ui.i18n import tr
from wopdesk.ui.screens.offices.content import Invited, OfficesContent
from wopdesk.ui.screens.offices.wording import spaced
from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.words import Label, Words, label


class CodeSign(QFrame):
    """A code, by default in large letters; it cannot be marked and copied, since it is to be read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "note")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.middle, SPACE.middle, SPACE.middle, SPACE.middle)
        self._code: Label = label("", "title")
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        column.addWidget(self._code)

    @property
    def is_large(self) -> bool:
        """Whether it is the code that is to be seen first."""
        return bool(self._code.property("role") == "title")

    def show_code(self, code: str, *, small: bool = False) -> None:
        """Show this code; a small one is needed less than another one beside it."""
        mark(self._code, role="section" if small else "title")
        self._code.setText(spaced(code))
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Code: {code}", code=" ".join(code.replace("-", ""))))


class OwnCode(Card):
    """The code of this computer."""

    def __init__(self) -> None:
        super().__init__("Check code of this computer")
        self._sign = CodeSign()
        self._words = Words("", "quiet", wrap=True)
        self.body.addWidget(self._sign)
        self.body.addWidget(self._words)

    def show_content(self, content: OfficesContent) -> None:
        """Show the code, and when it is needed."""
        self._sign.show_code(content.own_code, small=content.coordinator)
        if content.coordinator:
            self._words.say(
                "It opens no invitation. Read it aloud only when somebody asks whether a file came from this computer."
            )
        elif not content.joined:
            self._words.say("It is needed once you have opened PWON's invitation, which you drop on this window.")
        elif content.approved:
            self._words.say(
                "PWON approved this computer. Read the check code aloud only when somebody asks for it by telephone."
            )
        else:
            self._words.say("Send your first message to PWON, then read this code aloud when they telephone you.")


class Invite(Card):
    """PWON invites an office. `wanted` when an invitation is to be saved, `copied` when its message is."""

    wanted = Signal()
    copied = Signal()

    def __init__(self) -> None:
        super().__init__("Invite an office")
        self.save = Button("Save an invitation …", "plain", "save")
        self.save.clicked.connect(self.wanted)
        text = (
            "Save the invitation, send the file by e-mail or USB stick, and read the invitation code aloud on the "
            "telephone."
        )
        self.body.addWidget(Words(text, "quiet", wrap=True))
        self.again = Button("Show the invitation code again", "quiet", "eye")
        self.again.clicked.connect(self._show_again)
        self._code = ""
        self.body.addWidget(self.save)
        self.body.addWidget(self.again)
        self._saved = Words("", "hint", wrap=True)
        self._aloud = Words(
            "Invitation code. Read it aloud to the office that you invite; do not write it into the message:",
            "label",
            wrap=True,
        )
        self._sign = CodeSign()
        self.copy = Button("Copy the message", "quiet", "copy")
        self.copy.clicked.connect(self.copied)
        self._after = (self._saved, self._aloud, self._sign, self.copy)
        for widget in self._after:
            self.body.addWidget(widget)
            widget.hide()

    def show_code(self, code: str) -> None:
        """Have the code at hand: a telephone may ring days after the invitation was saved."""
        self._code = code
        self.again.setVisible(bool(code) and self._sign.isHidden())

    def _show_again(self) -> None:
        self._sign.show_code(self._code)
        self.again.hide()
        for widget in (self._aloud, self._sign):
            widget.show()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_invited(self, invited: Invited) -> None:
        """Show the code of an invitation that was saved."""
        self._saved.say("Saved as {file}", file=invited.file)
        self._sign.show_code(invited.code)
        self.again.hide()
        for widget in self._after:
            widget.show()


class Kit(Card):
    """What PWON must not forget. `wanted` when it is to be tried."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Recovery kit")
        text = (
            "The printed page and the file keep the key by which all offices know PWON. They hold no records: after a "
            "fire or a theft these come back from a backup, which is needed besides. Keep page and file in two places, "
            "away from this computer, and try them once a year."
        )
        self.body.addWidget(Words(text, "quiet", wrap=True))
        self.attempt = Button("Try the kit …", "quiet", "shield-check")
        self.attempt.clicked.connect(self.wanted)
        self.body.addWidget(self.attempt)
