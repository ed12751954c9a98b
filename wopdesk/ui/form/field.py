"""The frame around an editor: label, required mark and unit above; what `below` has to say, below."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.form.acknowledge import AcknowledgeEditor
from wopdesk.ui.form.below import Below
from wopdesk.ui.form.date import told
from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.files import FilesEditor
from wopdesk.ui.form.part_widget import PartWidget, Spot, spot_of
from wopdesk.ui.form.parts import Part
from wopdesk.ui.form.place import PlaceEditor
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.registry import editor
from wopdesk.ui.form.select_one import outgrown
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.fonts import words_width
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Label, Words, label

_LONG = 20
"""A label of more letters may take several lines."""
_ANY_WIDTH = 0xFFFFFF
"""What Qt calls `QWIDGETSIZE_MAX`."""


class Field(PartWidget):
    """A question with its editor.

    `changed` tells the answer as XForm text, `offered` the files that it is to be, `picture_wanted` the answer whose
    picture is to be shown, `remark_wanted` that a reviewer wants to say something here.
    """

    changed = Signal(str)
    offered = Signal(list)
    picture_wanted = Signal(str)
    remark_wanted = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = told(question)
        self._asked_for: str | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._head = _Head(self)
        self._head.remark_wanted.connect(self.remark_wanted)
        self._below = Below(self)
        self.editor = self._add_editor(question)
        self._column.insertWidget(0, self._head)
        self._column.addWidget(self._below)
        self._column.addStretch()
        self._show(question)

    @override
    def show_part(self, part: Part) -> None:
        if isinstance(part, Question):
            self.show_question(part)

    def show_question(self, question: Question) -> None:
        """Show how the question stands now, without disturbing what is typed."""
        question = told(question)
        if question != self.editor.question or self.editor.value() != question.value:
            self._show(question)

    @property
    def above(self) -> int:
        """How much stands above the editor, in pixels, for what is to stand beside it."""
        return self.head_height(self.maximumWidth())

    @override
    def head_height(self, width: int) -> int:
        head = self._head
        if head.isHidden():
            return 0
        high = head.heightForWidth(width) if head.hasHeightForWidth() else head.sizeHint().height()
        return high + self._column.spacing()

    @override
    def leave_above(self, by: int) -> None:
        if self._column.contentsMargins().top() != by:
            self._column.setContentsMargins(0, by, 0, 0)

    def ask_for_picture(self) -> None:
        """Ask what the photo looks like, once for each photo; whoever made the field asks first."""
        value = self.editor.question.value
        if isinstance(self.editor, FilesEditor) and value != self._asked_for:
            self._asked_for = value
            if value:
                self.picture_wanted.emit(value)

    @override
    def spot(self, path: str) -> Spot | None:
        if path != self.editor.question.path:
            return None
        return spot_of(self, lambda: self.editor.setFocus(Qt.FocusReason.OtherFocusReason))

    @override
    def path_of(self, widget: QWidget) -> str:
        return self.editor.question.path if self.isAncestorOf(widget) else ""

    @override
    def show_picture(self, path: str, picture: QImage) -> bool:
        here = path == self.editor.question.path and isinstance(self.editor, FilesEditor)
        if here and isinstance(self.editor, FilesEditor):
            self.editor.show_picture(QPixmap.fromImage(picture))
        return here

    @property
    @override
    def only_told(self) -> bool:
        return self.editor.question.readonly

    @property
    @override
    def only_ticked(self) -> bool:
        return isinstance(self.editor, AcknowledgeEditor)

    def _show(self, question: Question) -> None:
        if outgrown(self.editor, question):
            self._column.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = self._add_editor(question)
        self.editor.show_question(question)
        self._head.show_question(question, says_it=self.editor.labelled)
        self._below.show_question(question)
        if self._asked_for is not None:
            self.ask_for_picture()

    def _add_editor(self, question: Question) -> Editor:
        made = editor(question, self)
        made.changed.connect(self.changed)
        if isinstance(made, FilesEditor | PlaceEditor):
            made.offered.connect(self.offered)
        self._column.insertWidget(self._column.indexOf(self._head) + 1, made)
        self.setFocusProxy(made)
        return made


class _Head(QWidget):
    """The line above the editor. What few questions have is made when needed."""

    remark_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._label = label("", "label", wrap=True)
        self._row.addWidget(self._label)
        self._row.addStretch()
        self._required: QWidget | None = None
        self._optional: QWidget | None = None
        self._unit: Label | None = None
        self._remark: Button | None = None

    def show_question(self, question: Question, *, says_it: bool) -> None:
        """Show it; the label is no buddy of the editor, which has a name: Qt would take `&` in it for a key."""
        says_it = says_it and "nolabel" not in question.looks
        self.setVisible(says_it or ("remarkable" in question.looks and question.type != "note"))
        self._label.setText(question.label if says_it else "")
        self._show_remark(question)
        is_long = len(question.label) > _LONG
        self._label.setWordWrap(is_long)
        self._row.setStretchFactor(self._label, int(is_long))
        self._keep_marks_near(is_long=is_long)
        self._show_marks(question)
        if self._unit is None and question.unit:
            self._unit = label("", "hint")
            side = Qt.AlignmentFlag.AlignTop if self._remark is None else Qt.AlignmentFlag.AlignVCenter
            self._row.insertWidget(self._row.count() - int(self._remark is not None), self._unit, 0, side)
        if self._unit is not None:
            self._unit.setText(question.unit)
            self._unit.setVisible(bool(question.unit))

    def _keep_marks_near(self, *, is_long: bool) -> None:
        """What may take several lines takes no more room than its words on one, so that marks stand behind them."""
        self._label.ensurePolished()
        words = ceil(words_width(self._label.font(), self._label.text())) + 2
        self._label.setMaximumWidth(words if is_long else _ANY_WIDTH)

    def _show_remark(self, question: Question) -> None:
        """A button by which a reviewer says something here."""
        if "remarkable" not in question.looks or question.type == "note":
            return
        if self._remark is None:
            self._remark = Button("Remark", "icon", "message-square")
            self._remark.setProperty("low", True)  # noqa: FBT003 - Qt's own signature
            self._remark.clicked.connect(self.remark_wanted)
            self._row.addWidget(self._remark, 0, Qt.AlignmentFlag.AlignTop)
        self._remark.setAccessibleName(f"{tr('Remark')}: {question.label}")

    def _show_marks(self, question: Question) -> None:
        optional = not question.required and not question.readonly
        if question.required and self._required is None:
            self._required = label("*", "required")
            self._row.insertWidget(1, self._required, 0, Qt.AlignmentFlag.AlignTop)
        if optional and self._optional is None:
            self._optional = Words("optional", "hint")
            self._row.insertWidget(1, self._optional, 0, Qt.AlignmentFlag.AlignTop)
        for words, wanted in ((self._required, question.required), (self._optional, optional)):
            if words is not None:
                words.setVisible(wanted)
