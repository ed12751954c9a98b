"""Who is working? One computer serves several persons, and each save says who it was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wopdesk.ui.foreign import caption
from wopdesk.ui.i18n import tr
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Words

_SHOWN = 6


class PersonDialog(QDialog):
    """Pick a name, or write a new one; `chosen` is it once the dialog was accepted."""

    def __init__(self, names: Sequence[str], present: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Who is working?"))
        self.setMinimumWidth(380)
        self.chosen = present
        column = QVBoxLayout(self)
        column.setContentsMargins(*[SPACE.huge] * 4)
        column.setSpacing(SPACE.small)
        column.addWidget(Words("Who is working?", "section"))
        column.addWidget(Words("Your name stands beside what you save, and on papers.", "hint", wrap=True))
        column.addSpacing(SPACE.small)
        for name in names[:_SHOWN]:
            column.addWidget(self._pick(name))
        column.addSpacing(SPACE.small)
        column.addWidget(Words("Another name and position", "label"))
        column.addLayout(self._another())

    def _pick(self, name: str) -> Button:
        button = Button("", "primary" if name == self.chosen else "plain", "user")
        button.setText(caption(name))
        button.setAccessibleName(name)
        button.setSizePolicy(button.sizePolicy().horizontalPolicy().Expanding, button.sizePolicy().verticalPolicy())
        button.clicked.connect(lambda: self._choose(name))
        if name == self.chosen:
            button.setFocus(Qt.FocusReason.TabFocusReason)
        return button

    def _another(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Another name and position"))
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(tr("Sample Engineer, Deputy Director"))
        done = Button("Choose", "primary")
        done.setEnabled(False)
        self.name.textChanged.connect(lambda text: done.setEnabled(bool(text.strip())))
        self.name.returnPressed.connect(lambda: self._choose(self.name.text()))
        done.clicked.connect(lambda: self._choose(self.name.text()))
        row.addWidget(self.name, 1)
        row.addWidget(done)
        return row

    def _choose(self, name: str) -> None:
        if name.strip():
            self.chosen = " ".join(name.split())
            self.accept()
