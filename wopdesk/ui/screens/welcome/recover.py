"""PWON begins again: its recovery kit, what is left of its records, what became of its computer, and who is working."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.saying import said
from wopdesk.ui.screens.welcome.about import about_backup, about_letter
from wopdesk.ui.screens.welcome.drop import FileDrop
from wopdesk.ui.screens.welcome.entry import Entry
from wopdesk.ui.screens.welcome.leaf import Leaf
from wopdesk.ui.screens.welcome.presenter import Content
from wopdesk.ui.screens.welcome.recovery import BROKEN, STOLEN
from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.segments import Segments
from wopdesk.ui.widgets.words import Words, label

_KINDS = "*.backup *.wopx *.pdf *.eml *.msg *.zip"
_AFTER = {
    "": "If nobody knows where it is, it is lost: somebody else may have its keys.",
    BROKEN: "Its keys count on until you cut it off; nobody else has them.",
    STOLEN: "Somebody else may have its keys: they shall approve nobody any more.",
}


class RecoverLeaf(Leaf):
    """The kit and what goes with it; `typed` tells "kit", "passphrase", "left", "loss", "name" and "position"."""

    def __init__(self) -> None:
        super().__init__()
        self.kit = FileDrop("Drop the recovery kit's file here", "*.recovery-kit")
        self.left = FileDrop("Drop a backup of PWON's here, or an invitation that PWON once sent", _KINDS)
        self.passphrase = Entry("Passphrase, as it stands on the paper", required=True)
        self.name = Entry("Your name", required=True)
        self.position = Entry("Your position")
        self.kit.offered.connect(lambda file: self.typed.emit("kit", file))
        self.left.offered.connect(lambda file: self.typed.emit("left", file))
        for entry, field in self._entries().items():
            entry.typed.connect(lambda text, field=field: self.typed.emit(field, text))
        for part in (self.kit, self.passphrase, self.left, self._loss()):
            self.column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(SPACE.large)
        row.addWidget(self.name, 1)
        row.addWidget(self.position, 1)
        self.column.addLayout(row)

    def _entries(self) -> dict[Entry, str]:
        return {self.passphrase: "passphrase", self.name: "name", self.position: "position"}

    def _loss(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        column.addWidget(Words("What happened to PWON's computer?", "label"))
        self.loss = Segments([(BROKEN, tr("Broken or replaced")), (STOLEN, tr("Lost or stolen"))])
        self.loss.name(tr("What happened to PWON's computer?"))
        self.loss.changed.connect(lambda loss: self.typed.emit("loss", loss))
        self._after = label("", "hint", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(SPACE.middle)
        row.addWidget(self.loss)
        row.addWidget(self._after, 1)
        column.addLayout(row)
        return part

    @override
    def show_content(self, content: Content) -> None:
        now, problems = content.typed, content.problems
        self.kit.show_file(now.kit, "", problems.get("kit"))
        about = about_backup(content.backup) if content.backup else ""
        about = about_letter(content.letter) if content.letter else about
        self.left.show_file(now.left, about, problems.get("left"))
        for entry, field in self._entries().items():
            entry.show_text(getattr(now, field), problems.get(field))
        self.loss.set_value(now.loss)
        wrong = problems.get("loss")
        self._after.setText(said(wrong) if wrong else tr(_AFTER[now.loss]))
        mark(self._after, role="problem" if wrong else "hint")

    @override
    def take_keyboard(self) -> None:
        self.kit.choose.setFocus()

    @override
    def take_refusal(self, content: Content) -> None:
        self.passphrase.line.setFocus()
        self.passphrase.line.selectAll()

    @override
    def fields(self) -> Mapping[str, QWidget]:
        return {
            "kit": self.kit.choose,
            "passphrase": self.passphrase.line,
            "left": self.left.choose,
            "loss": self.loss.buttons[0],
            "name": self.name.line,
        }
