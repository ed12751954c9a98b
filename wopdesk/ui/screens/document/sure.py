"""The one question before a verdict: which version it is of, and what goes to whom. Knows no desk."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from wopdesk.records.review import ACCEPT
from wopdesk.ui.screens.document.asked_once import AskedOnce
from wopdesk.ui.screens.document.content import Judgement
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import hairline
from wopdesk.ui.widgets.words import Words


class Sure(AskedOnce):
    """Asks whether a verdict is to be given.

    Attributes:
        said: the verdict that it was asked for last.
    """

    def __init__(self) -> None:
        super().__init__(Words("", "strong", wrap=True), Button("", "primary"))
        self.said: Judgement | None = None
        self._goes = Words("", "hint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        column.addWidget(hairline())  # what is written above may scroll, and ends here
        column.addSpacing(SPACE.small)
        column.addWidget(self.title)
        column.addWidget(self._goes)
        column.addSpacing(SPACE.small)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column.addLayout(row)

    @property
    def accepts(self) -> bool:
        """Whether it was asked last whether to accept."""
        return self.said is not None and self.said.verdict == ACCEPT

    def ask(self, said: Judgement, number: int, office: str) -> None:
        """Ask whether this is to be said of this version, which an office wrote."""
        self.said = said
        self.title.say("Accept version {number}?" if self.accepts else "Return version {number}?", number=number)
        self._tell(sum(map(bool, said.remarks.values())), office)
        self.yes.say("Accept it now" if self.accepts else "Return it now")
        self.yes.setAccessibleDescription(self._goes.text())
        self.begin()

    def _tell(self, remarks: int, office: str) -> None:
        """Say what goes out, to whom, and when."""
        text = "It goes to {office} with {count} remarks at fields when you send next. It cannot be taken back."
        if remarks == 1:
            text = "It goes to {office} with one remark at a field when you send next. It cannot be taken back."
        if not remarks:
            text = "It goes to {office} when you send next. It cannot be taken back."
        self._goes.say(text, office=office, count=remarks)
