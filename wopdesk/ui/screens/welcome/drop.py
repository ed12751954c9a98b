"""A place for one file: dropped there, or chosen from the disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.saying import said
from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets import asking
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.drop import DropArea
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import label


class FileDrop(DropArea):
    """The place; `offered` tells a file."""

    offered = Signal(object)

    def __init__(self, ask: str, kinds: str) -> None:
        """With a text of the desk that asks for the file, and the patterns of its names: `*.wopx *.eml`."""
        super().__init__()
        self._ask, self._kinds = ask, kinds
        self.dropped.connect(lambda files: self.offered.emit(files[0]))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.large, SPACE.middle, SPACE.middle, SPACE.middle)
        row.setSpacing(SPACE.middle)
        self._sign = Picture("inbox", "text_faint", 24)
        self._name, self._below = label("", "label", wrap=True), label("", "hint", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._below)
        words.addStretch()
        self.choose = Button("Choose the file …")
        self.choose.clicked.connect(self._choose)
        self.setFocusProxy(self.choose)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addWidget(self.choose)
        self.show_file(None)

    def show_file(self, file: Path | None, about: str = "", problem: Phrase | None = None) -> None:
        """Show which file was chosen, what is known of it, and what is wrong with it."""
        wrong = said(problem) if problem else ""
        self._name.setText(file.name if file else tr(self._ask))
        self._below.setText(wrong or about or ("" if file else tr("Or choose it from the disk.")))
        mark(self._below, role="problem" if wrong else "hint")
        self._below.setVisible(bool(self._below.text()))
        self._sign.show_icon("file-text" if file else "inbox", "accent_text" if file else "text_faint")
        mark(self, state="problem" if wrong else "")
        self.choose.setAccessibleName(f"{tr(self._ask)}: {self.choose.text()}")
        self.choose.setAccessibleDescription(
            " ".join(part for part in (file.name if file else "", wrong or about) if part)
        )

    def _choose(self) -> None:
        kinds = ";;".join((asking.kind(tr("Files"), self._kinds), asking.kind(tr("All files"), "*")))
        file = asking.open_file(self, tr("Choose the file …"), kinds)
        if file is not None:
            self.offered.emit(file)

    @override
    def taken(self, files: list[Path]) -> list[Path]:
        """One file; several are none, since it would not be clear which is meant."""
        return files if len(files) == 1 else []
