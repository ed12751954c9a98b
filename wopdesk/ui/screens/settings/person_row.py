"""One person of those who work here: let work, write the name otherwise, take it from the list. Knows no desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.screens.settings.content import Person
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import label

LONGEST = 200
"""Letters of a name with its position."""


class PersonRow(QWidget):
    """The row. `works`, `removed` when that is asked for; `corrected` tells how the name is to be written."""

    works = Signal()
    removed = Signal()
    corrected = Signal(str)

    def __init__(self, person: Person) -> None:
        super().__init__()
        self.person = person
        self._sides = QStackedLayout(self)
        self._sides.addWidget(self._seen())
        self._sides.addWidget(self._written())
        self.setMinimumHeight(36)

    def _seen(self) -> QWidget:
        side, row = _line()
        working, name = self.person.working, self.person.name
        row.addWidget(Picture("user", "accent_text" if working else "text_soft"))
        row.addWidget(label(name, "strong" if working else "", wrap=True), 1)
        self.take, self.change = Button("Works now"), Button("Correct the name", "icon", "pencil")
        self.remove = Button("Remove from the list", "icon", "trash-2")
        for button, told in ((self.take, self.works), (self.remove, self.removed)):
            button.clicked.connect(told)
        self.change.clicked.connect(self.begin)
        for button in (self.take, self.change, self.remove):
            button.setAccessibleName(f"{button.accessibleName()}: {name}")
        row.addWidget(Pill("Working now", "good") if working else self.take)
        row.addWidget(self.change)
        row.addWidget(self.remove)
        if working:  # who works now cannot be taken away; the pencils stand below one another all the same
            policy = self.remove.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self.remove.setSizePolicy(policy)
            self.remove.hide()
        return side

    def _written(self) -> QWidget:
        side, row = _line()
        self.line = QLineEdit(self.person.name)
        self.line.setMaxLength(LONGEST)
        self.line.setAccessibleName(tr("Name and position"))
        self.keep, leave = Button("Save the name", "primary"), Button("Cancel")
        self.line.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        leave.clicked.connect(self._leave)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), side, self._leave, context=_INSIDE)
        self.line.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        row.addWidget(self.line, 1)
        row.addWidget(self.keep)
        row.addWidget(leave)
        return side

    def begin(self) -> None:
        """Let the name be written otherwise."""
        self.line.setText(self.person.name)
        self._sides.setCurrentIndex(1)
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        self.line.selectAll()

    def _keep(self) -> None:
        text = " ".join(self.line.text().split())
        if not text:
            return
        self._leave()
        if text != self.person.name:
            self.corrected.emit(text)

    def _leave(self) -> None:
        self._sides.setCurrentIndex(0)
        self.change.setFocus(Qt.FocusReason.TabFocusReason)


def _line() -> tuple[QWidget, QHBoxLayout]:
    side = QWidget()
    row = QHBoxLayout(side)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.middle)
    return side, row


_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut
