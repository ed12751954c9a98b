"""Backups: what there is, a new one now, and bringing one back."""

from __future__ import annotations

from datetime import time
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QHBoxLayout

from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.settings.amounts import day_said
from wopdesk.ui.screens.settings.content import Backups, Content, Kept
from wopdesk.ui.screens.settings.panel import Panel
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.cells import Cell, Chip, Column, Text
from wopdesk.ui.widgets.confirm import Confirm
from wopdesk.ui.widgets.table import Table
from wopdesk.ui.widgets.words import Words, label

_MOST = 10
_COLUMNS = (
    Column("Made on", width=208),
    Column("Last change in it", width=180),
    Column("Saves", "end", 96),
    Column("State"),
)


class BackupsPanel(Panel):
    """The list; `asked` tells "backup", "folder" or "restore" and which file."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: tuple[Kept, ...] = ()
        self.key_folder = ""
        self.now = Button("Back up now", "primary", "save")
        self.now.clicked.connect(lambda: self.asked.emit("backup", None))
        card = Card("Backups", self.now)
        text = "One is made each day that the desk is opened. Copy the folder to a USB stick now and then."
        card.body.addWidget(Words(text, "quiet", wrap=True))
        self.table = Table("Backups", _COLUMNS)
        self.table.opened.connect(self._ask)
        card.body.addWidget(self.table)
        self._none = Words("There is no backup yet.", "quiet")
        card.body.addWidget(self._none)
        card.body.addLayout(self._foot())
        self.column.addWidget(card)
        self.column.addWidget(self._keys())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        self._folder = label("", "hint", wrap=True)
        self.folder = Button("Open the folder", "plain", "folder-open")
        self.folder.clicked.connect(lambda: self.asked.emit("folder", None))
        self.restore = Button("Bring it back …", "plain", "history")
        self.restore.clicked.connect(lambda: self._ask(self._chosen()))
        row.addWidget(self._folder, 1)
        row.addWidget(self.folder)
        row.addWidget(self.restore)
        return row

    def _keys(self) -> Card:
        card = Card("Keys")
        text = "A backup holds no keys. Copy this folder once to a USB stick that is locked away:"
        card.body.addWidget(Words(text, "quiet", wrap=True))
        self._key_folder = label("", "label", wrap=True)
        card.body.addWidget(self._key_folder)
        return card

    def _chosen(self) -> int:
        index = self.table.currentIndex()
        return self.table.rows.source(index.row()) if index.isValid() else 0

    def _ask(self, row: int) -> None:
        """Ask before the desk goes back to what it was."""
        self.forget()
        if row >= len(self._kept) or self._kept[row].fault:
            return
        kept = self._kept[row]
        text = "The desk opens again as it was then. What is here now is moved aside. Send to every office at once."
        question = Confirm("Bring back the backup of {day}?", text, "Bring it back", day=_made(kept))
        question.confirmed.connect(lambda: self.asked.emit("restore", kept.path))
        self.pose(question, 1)

    @override
    def show_content(self, content: Content) -> None:
        self._folder.setText(from_left(str(content.storage.folder)))
        keys: Path = content.storage.place.with_name(content.storage.place.name + ".keys")
        self.key_folder = str(keys)
        self._key_folder.setText(from_left(self.key_folder))

    def show_backups(self, backups: Backups) -> None:
        """Show which there are."""
        self._kept = backups.kept
        self.table.show_rows([_cells(kept) for kept in backups.kept])
        self.table.setVisible(bool(backups.kept))
        self.table.setFixedHeight(36 * (min(_MOST, len(backups.kept)) + 1))
        self._none.setVisible(not backups.kept)
        self.restore.setEnabled(bool(backups.kept))
        if backups.kept and not self.table.currentIndex().isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(self.table.model().index(0, 0), flags)


def _cells(kept: Kept) -> tuple[Cell, ...]:
    made = Text(_made(kept), _order(kept))
    if kept.fault:
        return made, Text(""), Text(""), Chip(tr("Cannot be read"), "bad")
    last = Text(day_said(kept.last), kept.last.toordinal() if kept.last else None)
    state = Chip(tr("Complete"), "good")
    if kept.missing:
        state = Chip(_missing(kept.missing), "warn")
    return made, last, Text(str(kept.saves), kept.saves), state


def _made(kept: Kept) -> str:
    """The day, with the time where another backup is of the same day."""
    if kept.at is None:
        return day_said(kept.made)
    return tr("{day}, {time}", day=day_said(kept.made), time=kept.at.strftime("%H:%M"))


def _order(kept: Kept) -> int | None:
    """Minutes, by which the list is sorted."""
    if kept.made is None:
        return None
    at = kept.at or time()
    return kept.made.toordinal() * 24 * 60 + at.hour * 60 + at.minute


def _missing(count: int) -> str:
    return tr("1 file missing") if count == 1 else tr("{count} files missing", count=count)
