"""Bringing back a backup: which one, what is in it, and the keys that were kept apart from it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.welcome.about import about_backup
from wopdesk.ui.screens.welcome.drop import FileDrop
from wopdesk.ui.screens.welcome.leaf import Leaf
from wopdesk.ui.screens.welcome.presenter import Content
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets import asking
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.words import Words, label


class RestoreLeaf(Leaf):
    """The backup, and its keys."""

    def __init__(self) -> None:
        super().__init__()
        self.file = FileDrop("Drop the backup here", "*.backup")
        self.file.offered.connect(lambda file: self.typed.emit("backup", file))
        self.column.addWidget(self.file)
        self.column.addWidget(self._kept())

    def _kept(self) -> Card:
        card = Card("Keys")
        text = "A backup holds no keys. Without the folder that was copied, this computer reads and cannot sign."
        card.body.addWidget(Words(text, "quiet", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(SPACE.middle)
        self._folder = label("", "label", wrap=True)
        self.keys = Button("Choose the folder of keys …", "plain", "folder-open")
        self.keys.clicked.connect(self._choose)
        row.addWidget(self.keys)
        row.addWidget(self._folder, 1)
        card.body.addLayout(row)
        return card

    def _choose(self) -> None:
        folder = asking.choose_folder(self, tr("Choose the folder of keys …"), "in")
        if folder is not None:
            self.typed.emit("keys", folder)

    @override
    def show_content(self, content: Content) -> None:
        about = about_backup(content.backup) if content.backup else ""
        self.file.show_file(content.typed.backup, about, content.problems.get("backup"))
        self._folder.setText(from_left(str(content.typed.keys)) if content.typed.keys else "")

    @override
    def take_keyboard(self) -> None:
        self.file.choose.setFocus()
