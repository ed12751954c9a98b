"""The one question before a verdict: which version it is of, and what goes to whom. Knows no desk."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from wopdesk.records.review import ACCEPT
from wopdesk.ui.screens.document.content import Judgement
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import hairline
from wopdesk.ui.widgets.words import Words


class Sure(QWidget):
    """Asks once; `agreed` tells the verdict, `refused` that it is not given yet. Escape refuses.

    Attributes:
        accepts: whether it was asked last whether to accept.
    """

    agreed = Signal(object)
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said: Judgement | None = None
        self.accepts = False
        self._title, self._goes = Words("", "strong", wrap=True), Words("", "hint", wrap=True)
        self.no, self.yes = Button("Not yet"), Button("", "primary")
        self.no.clicked.connect(self.refused)
        self.yes.clicked.connect(self._agree)
        self._asked = QElapsedTimer()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        column.addWidget(hairline())  # what is written above may scroll, and ends here
        column.addSpacing(SPACE.small)
        column.addWidget(self._title)
        column.addWidget(self._goes)
        column.addSpacing(SPACE.small)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column.addLayout(row)

    def ask(self, said: Judgement, number: int, office: str) -> None:
        """Ask whether this is to be said of this version, which an office wrote."""
        self._said, self.accepts = said, said.verdict == ACCEPT
        self._title.say("Accept version {number}?" if self.accepts else "Return version {number}?", number=number)
        self._tell(sum(map(bool, said.remarks.values())), office)
        self.yes.say("Accept it now" if self.accepts else "Return it now")
        self.setAccessibleName(self._title.text())
        self.yes.setAccessibleDescription(self._goes.text())
        self._asked.start()
        self.show()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, remarks: int, office: str) -> None:
        """Say what goes out, to whom, and when."""
        text = "It goes to {office} with {count} remarks at fields when you send next. It cannot be taken back."
        if remarks == 1:
            text = "It goes to {office} with one remark at a field when you send next. It cannot be taken back."
        if not remarks:
            text = "It goes to {office} when you send next. It cannot be taken back."
        self._goes.say(text, office=office, count=remarks)

    @property
    def read(self) -> bool:
        """Whether so much time went by that an answer is one, and not the second click on what asked."""
        return self._asked.hasExpired(QApplication.doubleClickInterval())

    def _agree(self) -> None:
        if self.read:
            self.agreed.emit(self._said)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
        else:
            super().keyPressEvent(event)
