"""Where a reviewer writes: what was good, what next, remarks at fields, and the verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from wopdesk.records.review import ACCEPT, COMMENT, RETURN
from wopdesk.ui.i18n import tr
from wopdesk.ui.screens.document.background import Reviewed
from wopdesk.ui.screens.document.content import Judgement
from wopdesk.ui.screens.document.given import Given
from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.page import scrolled
from wopdesk.ui.widgets.words import Words, label

WIDTH, _LINES, _REMARK = 316, 84, 56
_NEEDS = "To accept it, write in one of the boxes. To return it, say what is to be corrected, here or at a field."


class JudgePanel(Card):
    """What a reviewer says of a version; `judged` tells it, `written` that it was gone on with."""

    judged = Signal(object)
    written = Signal()

    def __init__(self, *, decides: bool) -> None:
        """With the buttons of an office whose verdict settles it, or of one that comments."""
        super().__init__("Review")
        self.setFixedWidth(WIDTH)
        self.good, self.next_step = _box("What was good"), _box("What is to be done next, or to be corrected")
        self.remarks: dict[str, QPlainTextEdit] = {}
        self._heads: dict[QPlainTextEdit, QLabel] = {}
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self._needs = Words(_NEEDS, "hint", wrap=True)
        self.accept = Button("Accept", "primary", "check")
        self.give_back = Button("Return it")
        self.comment = Button("Send the comment", "primary")
        self.accept.clicked.connect(lambda: self._tell(ACCEPT))
        self.give_back.clicked.connect(lambda: self._tell(RETURN))
        self.comment.clicked.connect(lambda: self._tell(COMMENT))
        for box in (self.good, self.next_step):
            box.textChanged.connect(self.written)
        self.written.connect(lambda: self._complain(""))
        self._arrange()
        self._needs.setVisible(decides)
        self.accept.setVisible(decides)
        self.give_back.setVisible(decides)
        self.comment.setVisible(not decides)

    def _arrange(self) -> None:
        self._writes, self._given = QWidget(), Given()
        self.body.addWidget(self._writes, 1)
        self.body.addWidget(self._given, 1)
        self._given.hide()
        column = QVBoxLayout(self._writes)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(self._writing()), 1)
        column.addWidget(self._needs)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch()
        for button in (self.give_back, self.accept, self.comment):
            row.addWidget(button)
        column.addLayout(row)

    def _writing(self) -> QWidget:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.tiny)
        for words, box in (
            (Words("What was good", "label"), self.good),
            (Words("What is to be done next, or to be corrected", "label", wrap=True), self.next_step),
        ):
            self._column.addWidget(words)
            self._column.addWidget(box)
            self._column.addSpacing(SPACE.small)
        self._column.addWidget(Words("Remarks at fields", "label"))
        self._none = Words("Press the speech bubble at a field to say something there.", "hint", wrap=True)
        self._column.addWidget(self._none)
        self._column.addStretch()
        return inside

    def remark(self, path: str, name: str) -> None:
        """Let something be said at a field, named as the reviewer knows it."""
        self._box_at(path, name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _box_at(self, path: str, name: str) -> QPlainTextEdit:
        if path not in self.remarks:
            box = QPlainTextEdit()
            box.setFixedHeight(_REMARK)
            box.setTabChangesFocus(True)
            box.setAccessibleName(tr("Remark: {field}", field=name))
            box.textChanged.connect(self.written)
            self.remarks[path] = box
            at = self._column.count() - 1
            self._heads[box] = label(name, "hint", wrap=True)
            self._column.insertWidget(at, self._heads[box])
            self._column.insertWidget(at + 1, box)
            self._none.hide()
        return self.remarks[path]

    @property
    def said(self) -> Judgement:
        """What is written now, without a verdict."""
        remarks = {path: box.toPlainText().strip() for path, box in self.remarks.items()}
        return Judgement("", self.good.toPlainText(), self.next_step.toPlainText(), remarks)

    def show_said(self, said: Judgement, names: Callable[[str], str]) -> None:
        """Show what was written earlier; `names` tells how a field is called."""
        for path, text in said.remarks.items():
            self._box_at(path, names(path)).setPlainText(text)
        self.good.setPlainText(said.good)
        self.next_step.setPlainText(said.next_step)

    def clear(self) -> None:
        """Begin anew: what was written is said."""
        self._complain("")
        for box in (self.good, self.next_step):
            box.clear()
        for box in self.remarks.values():
            self._heads.pop(box).deleteLater()
            box.deleteLater()
        self.remarks = {}
        self._none.show()

    def show_given(self, given: Reviewed | None, names: Callable[[str], str]) -> None:
        """Show the verdict that was given of what is read; where there is none, one is written."""
        self.setEnabled(True)
        self._writes.setVisible(given is None)
        self._given.setVisible(given is not None)
        if given is not None:
            self._given.show_given(given, names)

    def _complain(self, text: str, at: QPlainTextEdit | None = None) -> None:
        """Say what is missing, and where."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        for box in self._boxes:
            mark(box, state="problem" if box is at else "")
        if at is not None:
            at.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def empty(self) -> bool:
        """Whether nothing was written yet."""
        return not any(box.toPlainText().strip() for box in self._boxes)

    @property
    def _boxes(self) -> tuple[QPlainTextEdit, ...]:
        return self.good, self.next_step, *self.remarks.values()

    def _tell(self, verdict: str) -> None:
        if self.empty:
            self._complain(_asked_for(verdict), self.next_step if verdict == RETURN else self.good)
            return
        if verdict == RETURN and not self.said.next_step.strip():
            if not any(self.said.remarks.values()):
                self._complain(_asked_for(RETURN), self.next_step)
                return
            self.next_step.setPlainText(tr("See the remarks at the fields."))
        self._complain("")
        self.judged.emit(replace(self.said, verdict=verdict))


def _box(name: str) -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setFixedHeight(_LINES)
    box.setTabChangesFocus(True)
    box.setAccessibleName(tr(name))
    return box


def _asked_for(verdict: str) -> str:
    """What is said to who presses a button and wrote nothing that goes with it."""
    if verdict == ACCEPT:
        return tr("Say what was good, or what comes next; then it can be accepted.")
    if verdict == RETURN:
        return tr("Say what is to be corrected; then it can be returned.")
    return tr("Write something first.")
