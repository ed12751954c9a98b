"""What dialogs are made of: a title and a line below it, questions above their fields, and two buttons at the end."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Words, label


def dressed(dialog: QDialog, title: Words, hint: Words) -> QVBoxLayout:
    """Give a dialog its title and a line below; its column."""
    dialog.setWindowTitle(title.text())
    dialog.setMinimumWidth(420)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*[SPACE.huge] * 4)
    column.setSpacing(SPACE.small)
    column.addWidget(title)
    column.addWidget(hint)
    column.addSpacing(SPACE.tiny)
    return column


def show(dialog: QDialog) -> None:
    """Open it above its window. The program goes on meanwhile; its `accepted` tells when it was answered."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask(column: QVBoxLayout, question: str, field: QWidget) -> None:
    """Put a question above its field, in the language of the screen."""
    words = label(question, "label")
    words.setBuddy(field)
    field.setAccessibleName(question)
    column.addWidget(words)
    column.addWidget(field)


def buttons(dialog: QDialog, column: QVBoxLayout, start: Button) -> Button:
    """Put Cancel and what the dialog is for at its end; the latter."""
    row = QHBoxLayout()
    row.setSpacing(SPACE.small)
    cancel = Button("Cancel")
    cancel.clicked.connect(dialog.reject)
    start.setDefault(True)
    row.addStretch()
    row.addWidget(cancel)
    row.addWidget(start)
    column.addSpacing(SPACE.middle)
    column.addLayout(row)
    return start
