"""Starting a document or a partnership: what must be said before it begins. Knows no desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.shell.where import Where
from wopdesk.ui.starting.content import Offer
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.dialog import ask, buttons, dressed
from wopdesk.ui.widgets.page import emptied
from wopdesk.ui.widgets.words import Words


class StartDialog(QDialog):
    """Choose the partnership, the kind of document, and what makes it the one it is, such as the month.

    `where` leads to the document once the dialog was accepted.
    """

    def __init__(self, offers: Sequence[Offer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = tuple(offers)
        self.where: Where | None = None
        column = dressed(self, Words("New document", "section"), Words("It stays with you until you send it.", "hint"))
        self.circle, self.kind = Combo(), Combo()
        self.answers: dict[str, Combo] = {}
        circles = list({one.space: one.circle for one in offers}.items())
        self.circle.offer([(space, name or tr("The whole programme")) for space, name in circles], circles[0][0])
        if len(circles) > 1:
            ask(column, tr("Partnership"), self.circle)
        ask(column, tr("Document"), self.kind)
        self._asked = QVBoxLayout()
        self._asked.setSpacing(SPACE.small)
        column.addLayout(self._asked)
        self.start = buttons(self, column, Button("Start", "primary"))
        self.start.clicked.connect(self._go)
        self.circle.taken.connect(self._show_kinds)
        self.kind.taken.connect(self._show_asked)
        self._show_kinds()

    @property
    def offer(self) -> Offer | None:
        """What is chosen so far."""
        chosen = (self.circle.value, self.kind.value)
        return next((one for one in self._offers if (one.space, one.kind) == chosen), None)

    def _show_kinds(self) -> None:
        here = [one for one in self._offers if one.space == self.circle.value]
        self.kind.clear()
        self.kind.offer([(one.kind, one.title) for one in here], here[0].kind if here else "")
        self._show_asked()

    def _show_asked(self) -> None:
        emptied(self._asked)
        self.answers = {}
        for asked in self.offer.asked if self.offer else ():
            combo = Combo()
            combo.offer(asked.choices, asked.choices[-1][0] if asked.choices else "")  # the newest month
            combo.taken.connect(self._judge)
            self.answers[asked.path] = combo
            ask(self._asked, asked.label, combo)
        self._judge()

    def _judge(self) -> None:
        self.start.setEnabled(self.offer is not None and all(combo.value for combo in self.answers.values()))

    def _go(self) -> None:
        offer = self.offer
        if offer is not None:
            answers = tuple((path, combo.value) for path, combo in self.answers.items())
            self.where = Where("document", kind=offer.kind, space=offer.space, answers=answers)
            self.accept()


class PartnershipDialog(QDialog):
    """Say in one line what a partnership is about; `title` is it once the dialog was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = Words("Who works with whom on what, in one line. You can change it later.", "hint", wrap=True)
        column = dressed(self, Words("New partnership", "section"), hint)
        self.line = QLineEdit()
        self.line.setMaxLength(200)
        ask(column, tr("Title"), self.line)
        self.start = buttons(self, column, Button("Start", "primary"))
        self.start.setEnabled(False)
        self.line.textChanged.connect(lambda text: self.start.setEnabled(bool(text.strip())))
        self.start.clicked.connect(self.accept)

    @property
    def title(self) -> str:
        """What was written."""
        return " ".join(self.line.text().split())
