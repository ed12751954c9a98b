"""The data file: where it lies, how much it takes, and whether all in it is what it claims to be."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.settings.amounts import bytes_said
from wopdesk.ui.screens.settings.content import Checked, Content
from wopdesk.ui.screens.settings.panel import Panel, fact
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.fault import Fault, FaultPanel
from wopdesk.ui.widgets.page import emptied
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.progress import bar
from wopdesk.ui.widgets.words import Words, label

_WELL = "Everything in the data file is what it claims to be."


class DataFilePanel(Panel):
    """The file; `asked` tells "check" or "rebuild". `said` is what the last check found."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ""
        card = Card("Data file")
        card.body.setSpacing(SPACE.middle)
        self._place, self._data, self._backups = label("", "label", wrap=True), label("", "label"), label("", "label")
        card.body.addLayout(fact("It lies in", self._place))
        card.body.addWidget(hairline())
        card.body.addLayout(fact("It takes", self._data))
        card.body.addWidget(hairline())
        card.body.addLayout(fact("Its backups take", self._backups))
        self.column.addWidget(card)
        self.column.addWidget(self._checking())

    def _checking(self) -> Card:
        self.check = Button("Check now", "plain", "shield-check")
        self.check.clicked.connect(lambda: self.asked.emit("check", None))
        card = Card("Check the data file", self.check)
        text = "Reads everything: every signature, every photo, and whether what is shown follows from what was saved."
        card.body.addWidget(Words(text, "quiet", wrap=True))
        self._result = QVBoxLayout()
        self._result.setSpacing(SPACE.small)
        card.body.addLayout(self._result)
        return card

    @override
    def show_content(self, content: Content) -> None:
        self._place.setText(from_left(str(content.storage.place)))
        self._data.setText(bytes_said(content.storage.data))
        self._backups.setText(bytes_said(content.storage.backups))

    def show_checking(self) -> None:
        """The check has begun; how long it takes is not known."""
        emptied(self._result)
        self.check.setEnabled(False)
        moving = bar(0, 0)
        moving.setAccessibleName(tr("The data file is being checked"))
        self._result.addWidget(Words("The data file is being checked", "label"))
        self._result.addWidget(moving)

    def show_fault(self) -> None:
        """The check could not be done; the window says why."""
        emptied(self._result)
        self.check.setEnabled(True)

    def show_checked(self, checked: Checked) -> None:
        """Show what was found."""
        emptied(self._result)
        self.said = " ".join(map(tr, checked.findings)) or tr(_WELL)
        self.check.setEnabled(True)
        if not checked.findings:
            self._result.addLayout(_well())
        elif checked.mended_by_rebuilding:
            panel = FaultPanel(_fault(checked, tr("Build anew what is shown.")), "Build anew", "caution")
            panel.acted.connect(lambda: self.asked.emit("rebuild", None))
            self._result.addWidget(panel)
        else:
            after = tr("Ask partners to send again what they have, or bring back a backup.")
            self._result.addWidget(FaultPanel(_fault(checked, after)))


def _well() -> QVBoxLayout:
    column = QVBoxLayout()
    line = fact("", Words(_WELL, "strong", wrap=True))
    item = line.takeAt(0)
    if item is not None and (empty := item.widget()) is not None:
        empty.deleteLater()
    line.insertWidget(0, Picture("circle-check", "good", 18))
    column.addLayout(line)
    return column


def _fault(checked: Checked, after: str) -> Fault:
    return Fault(" ".join(map(tr, checked.findings)), tr("Nothing was changed."), after)
