"""The third page: how to begin, with the file and the code that some ways need, and where the data is to lie."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.welcome.about import about_letter
from wopdesk.ui.screens.welcome.choice import Choices, Option
from wopdesk.ui.screens.welcome.drop import FileDrop
from wopdesk.ui.screens.welcome.entry import Entry
from wopdesk.ui.screens.welcome.leaf import Leaf
from wopdesk.ui.screens.welcome.presenter import Content
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words, label

KINDS = "*.wopx *.pdf *.eml *.msg *.zip"
_WAYS = {
    "invitation": Option(
        "invitation",
        "mail",
        "Open the invitation from PWON",
        "PWON sent a file and tells the invitation code on the telephone.",
    ),
    "alone": Option(
        "alone",
        "pencil",
        "Start alone, be approved later",
        "Work, save and print at once. To send to PWON, open its invitation later.",
    ),
    "further": Option(
        "further", "copy", "This is a further computer of our office", "Begin with the file that the first one made."
    ),
    "found": Option(
        "found", "shield-check", "Found the programme", "Makes PWON's keys and the recovery kit that belongs in a safe."
    ),
    "recover": Option(
        "recover",
        "lock",
        "Open the recovery kit",
        "PWON's computer was lost or stolen, and its kit lies in the safe.",
    ),
    "sample": Option("sample", "eye", "Try it with a sample", "An invented partnership; your own office can follow."),
}


class HowLeaf(Leaf):
    """Ways to begin; `wanted` is never told here."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        self.ways = Choices("How to begin", [_WAYS[way] for way in content.ways])
        self.ways.taken.connect(lambda way: self.typed.emit("way", way))
        self.column.addWidget(self.ways)
        self.file = FileDrop("Drop the file from PWON here", KINDS)
        self.first = FileDrop("Drop the file of the first computer here", KINDS)
        self.file.offered.connect(lambda file: self.typed.emit("invitation", file))
        self.first.offered.connect(lambda file: self.typed.emit("introduction", file))
        hint = "Ask for it on a number that you know."
        self.code = Entry("Invitation code, heard on the telephone", hint, required=True)
        self.code.typed.connect(lambda text: self.typed.emit("code", text))
        self.column.addWidget(self.file)
        self.column.addWidget(self.code)
        self.column.addWidget(self.first)
        self.column.addWidget(self._made_for())
        self.column.addWidget(self._place())

    def _made_for(self) -> QWidget:
        self._hint = Words(
            "At the first computer: Send and receive, then your own office. Carry the file here by hand.",
            "hint",
            wrap=True,
        )
        return self._hint

    def _place(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(2, SPACE.tiny, 0, 0)
        row.setSpacing(SPACE.small)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words("Your data will lie in", "hint"))
        self._where = label("", "hint", wrap=True)
        words.addWidget(self._where)
        self.place = Button("Another place …", "quiet")
        self.place.clicked.connect(self._choose_place)
        row.addWidget(Picture("folder-open", "text_faint", 18))
        row.addLayout(words, 1)
        row.addWidget(self.place)
        self._line = line
        return line

    def _choose_place(self) -> None:
        now = Path(self._where.text().strip("\u2066\u2069"))
        folder = QFileDialog.getExistingDirectory(self, tr("Another place …"), str(now.parent))
        if folder:
            self.typed.emit("place", Path(folder) / now.name)

    @override
    def show_content(self, content: Content) -> None:
        now, way = content.typed, content.typed.way
        self.ways.take(way)
        self.file.setVisible(way == "invitation")
        self.code.setVisible(way == "invitation")
        self.first.setVisible(way == "further")
        self._hint.setVisible(way == "further")
        self._line.setVisible(way not in {"sample", "recover"})
        about = about_letter(content.letter) if content.letter else ""
        self.file.show_file(now.invitation, about, content.problems.get("invitation"))
        self.first.show_file(now.introduction, about, content.problems.get("introduction"))
        self.code.show_text(now.code, content.problems.get("code"))
        self._where.setText(from_left(str(now.place)))

    @override
    def take_keyboard(self) -> None:
        chosen = [button for button in self.ways.buttons.values() if button.isChecked()]
        (chosen or list(self.ways.buttons.values()))[0].setFocus()

    @override
    def take_refusal(self, content: Content) -> None:
        if content.typed.way == "invitation":
            self.code.line.setFocus()
            self.code.line.selectAll()

    @override
    def fields(self) -> Mapping[str, QWidget]:
        return {"invitation": self.file.choose, "code": self.code.line, "introduction": self.first.choose}
