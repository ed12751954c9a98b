"""PWON's recovery kit: save the file, put the passphrase on paper, show that both are there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout

from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.saying import said
from wopdesk.ui.screens.welcome import kit_paper
from wopdesk.ui.screens.welcome.entry import Entry
from wopdesk.ui.screens.welcome.leaf import Leaf
from wopdesk.ui.screens.welcome.presenter import LATER, ON_PAPER, Content, Kit, Typed
from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.segments import Segments
from wopdesk.ui.widgets.words import Words, label

_BLANK = "\N{NO-BREAK SPACE}"
_HIDDEN = "-".join(["••••"] * 6)
_FOLLOWS = {
    False: "Save it as PDF first, apart from the file: it is kept nowhere else.",
    True: "Home reminds you until the kit was tried with the printed page. Delete the PDF then.",
}


class KitLeaf(Leaf):
    """The kit; `typed` tells "kit" and "paper" (where its halves are to be saved), "on_paper" and "last"."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        card = Card()
        card.body.setSpacing(SPACE.large)
        card.body.addLayout(self._file())
        card.body.addWidget(hairline())
        card.body.addLayout(self._paper())
        card.body.addWidget(hairline())
        card.body.addLayout(self._trial())
        self.column.addWidget(card)

    def _file(self) -> QHBoxLayout:
        self.save = Button("Save the file …", "plain", "save")
        self.save.clicked.connect(self._choose)
        self._saved = label("", "hint", wrap=True)
        text = "Two USB sticks, in two places: whoever has the file and the passphrase can speak for PWON."
        column = _block("Save the encrypted file", text)
        column.addWidget(self._saved)
        return _numbered(1, column, (self.save,))

    def _paper(self) -> QHBoxLayout:
        column = _block("Put the passphrase on paper", "It is kept nowhere else. Never beside the file.")
        self._words, self._on_paper = label("", "title"), label("", "hint", wrap=True)
        self.choice = Segments([(ON_PAPER, tr("I have it on paper")), (LATER, tr("Later"))])
        self.choice.name(tr("Passphrase"))
        self.choice.changed.connect(lambda where: self.typed.emit("on_paper", where))
        self.again = Button("Show it again", "quiet", "eye")
        self.again.clicked.connect(lambda: self.typed.emit("on_paper", ""))
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        for widget in (self.choice, self.again):
            row.addWidget(widget)
        row.addStretch()
        column.addWidget(self._words)
        column.addWidget(self._on_paper)
        column.addWidget(Words("Do you have it on paper?", "label"))
        column.addLayout(row)
        self._what_follows = label("", "hint", wrap=True)
        column.addWidget(self._what_follows)
        self.paper = Button("Print …", "plain", "printer")
        self.paper.clicked.connect(lambda: kit_paper.print_out(self._kit.passphrase, self))
        self.pdf = Button("Save as PDF …", "quiet")
        self.pdf.clicked.connect(self._choose_pdf)
        return _numbered(2, column, (self.paper, self.pdf))

    def _trial(self) -> QHBoxLayout:
        column = _block("Show that both are there", "The file is opened once, as it will be opened one day.")
        self.last = Entry("The last four characters, read from the paper", required=True)
        self.last.line.setMaximumWidth(160)
        self.last.typed.connect(lambda text: self.typed.emit("last", text))
        column.addWidget(self.last)
        return _numbered(3, column)

    def _choose(self) -> None:
        start = str(Path.home() / self._kit.name)
        file, _ = QFileDialog.getSaveFileName(self, tr("Save the encrypted file"), start)
        if file:
            self.typed.emit("kit", Path(file))

    def _choose_pdf(self) -> None:
        # Not where the file is proposed: both together are what nobody must find.
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(documents) / "pwon-passphrase.pdf")
        file, _ = QFileDialog.getSaveFileName(self, tr("Save as PDF …"), start, "PDF (*.pdf)")
        if file:
            self.typed.emit("paper", Path(file))

    @override
    def show_content(self, content: Content) -> None:
        _tell(self._saved, content.typed.kit, content.problems.get("kit"))
        _tell(self._on_paper, content.typed.paper, content.problems.get("paper"))
        self._show_passphrase(content.typed)
        self.last.setVisible(content.typed.on_paper != LATER)
        self.last.show_text(content.typed.last, content.problems.get("last"))

    def _show_passphrase(self, now: Typed) -> None:
        """Show it until it stands on paper, from which it is read then."""
        hidden = now.on_paper == ON_PAPER
        self._words.setText(from_left(_HIDDEN if hidden else self._kit.passphrase))
        shown = tr("Passphrase: {passphrase}", passphrase=self._kit.passphrase)
        self._words.setAccessibleName(tr("Passphrase: hidden") if hidden else shown)
        may = Qt.TextInteractionFlag.NoTextInteraction if hidden else Qt.TextInteractionFlag.TextSelectableByMouse
        self._words.setTextInteractionFlags(may)
        self.choice.set_value(now.on_paper)
        self.again.setVisible(hidden)
        kept = now.paper is not None
        self._what_follows.setText(tr(_FOLLOWS[kept]) if now.on_paper == LATER else "")
        self._what_follows.setVisible(now.on_paper == LATER)
        mark(self._what_follows, role="hint" if kept else "problem")

    @override
    def take_keyboard(self) -> None:
        self.save.setFocus()

    @override
    def take_refusal(self, content: Content) -> None:
        if content.typed.on_paper == ON_PAPER:
            self.last.line.setFocus()
            self.last.line.selectAll()


def _tell(line: QLabel, file: Path | None, wrong: Phrase | None) -> None:
    """Say where a half of the kit was saved, or why it was not; its place is kept, so that nothing moves for it."""
    line.setText(said(wrong) if wrong else tr("Saved: {file}", file=from_left(str(file))) if file else _BLANK)
    mark(line, role="problem" if wrong else "hint")


def _block(title: str, text: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE.tiny)
    column.addWidget(Words(title, "strong"))
    column.addWidget(Words(text, "quiet", wrap=True))
    return column


def _numbered(number: int, column: QVBoxLayout, beside: Sequence[Button] = ()) -> QHBoxLayout:
    """A step with its number, and its buttons at the end."""
    column.addStretch()
    row = QHBoxLayout()
    row.setSpacing(SPACE.large)
    pill = Pill("", "info")
    pill.setText(str(number))
    row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(column, 1)
    buttons = QVBoxLayout()
    buttons.setSpacing(SPACE.tiny)
    for button in beside:
        buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTrailing)
    buttons.addStretch()
    row.addLayout(buttons)
    return row
