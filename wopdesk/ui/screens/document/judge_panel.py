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
from wopdesk.ui.screens.document.sure import Sure
from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.page import scrolled
from wopdesk.ui.widgets.words import Words, label

WIDTH, _LINES, _REMARK = 316, 84, 56
_GOOD, _NEXT, _COMMENT = "What was good", "What is to be done next, or to be corrected", "Your comment"
_NEEDS = "To accept it, write in one of the boxes. To return it, say what is to be corrected, here or at a field."


class JudgePanel(Card):
    """What a reviewer says of a version; `judged` tells it, `written` that it was gone on with.

    A verdict is given once, so that it is asked for once more; who does not decide writes a comment and nothing else.
    """

    judged = Signal(object)
    written = Signal()

    def __init__(self, *, decides: bool) -> None:
        """With the buttons of an office whose verdict settles it, or of one that comments."""
        super().__init__("Review" if decides else "Comment")
        self.setFixedWidth(WIDTH)
        self._decides, self._version = decides, (0, "")
        self.good, self.next_step = _box(_GOOD if decides else _COMMENT), _box(_NEXT)
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
        self.next_step.setVisible(decides)
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
        column.addWidget(self._pressed())

    def _pressed(self) -> QWidget:
        """The buttons, and in their place what is asked once one is pressed."""
        self.sure, self._buttons = Sure(), QWidget()
        self.sure.agreed.connect(self._give)
        self.sure.refused.connect(self._not_yet)
        self.sure.hide()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        for button in (self.give_back, self.accept, self.comment):
            row.addWidget(button)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sure)
        column.addWidget(self._buttons)
        return both

    def _writing(self) -> QWidget:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.tiny)
        self._ask(_GOOD if self._decides else _COMMENT, self.good)
        if self._decides:
            self._ask(_NEXT, self.next_step)
        else:
            self.next_step.setParent(inside)
        self._column.addWidget(Words("Remarks at fields", "label"))
        self._none = Words("Press the speech bubble at a field to say something there.", "hint", wrap=True)
        self._column.addWidget(self._none)
        self._column.addStretch()
        return inside

    def _ask(self, what: str, box: QPlainTextEdit) -> None:
        self._column.addWidget(Words(what, "label", wrap=True))
        self._column.addWidget(box)
        self._column.addSpacing(SPACE.small)

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
        asked = (
            (said.good, said.next_step) if self._decides else ("\n".join(filter(None, (said.good, said.next_step))), "")
        )
        for box, text in zip((self.good, self.next_step), asked, strict=True):
            box.setPlainText(text)

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

    def show_version(self, number: int, office: str) -> None:
        """It is this version that is judged, which an office wrote."""
        if self._version != (number, office):
            self._ask_no_more()
        self._version = number, office

    def show_given(self, given: Reviewed | None, names: Callable[[str], str]) -> None:
        """Show the verdict that was given of what is read; where there is none, one is written."""
        self.setEnabled(True)
        self._writes.setVisible(given is None)
        self._given.setVisible(given is not None)
        if given is not None:
            self._given.show_given(given, names)

    def _complain(self, text: str, at: QPlainTextEdit | None = None) -> None:
        """Say what is missing, and where; what was asked before is not asked of what is written now."""
        self._ask_no_more()
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
        said = replace(self.said, verdict=verdict)
        if verdict == COMMENT:
            self.judged.emit(said)
        else:
            self._needs.hide()
            self._buttons.hide()
            self.sure.ask(said, *self._version)

    def _give(self) -> None:
        self.judged.emit(self.sure.said)
        self._ask_no_more()

    def _not_yet(self) -> None:
        self._ask_no_more()
        (self.accept if self.sure.accepts else self.give_back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_no_more(self) -> None:
        self.sure.hide()
        self._needs.setVisible(self._decides)
        self._buttons.show()


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
