"""The cells of a repeat edited with the editor of their type. How they look is `cell_paint`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QPlainTextEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wopdesk.ui.form.cell_paint import paint_cell
from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.multiline import MultilineEditor
from wopdesk.ui.form.number import NumberEditor
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.registry import editor
from wopdesk.ui.form.repeat_model import QUESTION
from wopdesk.ui.form.select_one import ComboEditor
from wopdesk.ui.form.text import TextEditor
from wopdesk.ui.overriding import override

_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
"""Why the keyboard may leave a cell without ending its editing."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down}
PAGE = 96
"""How high a cell of several lines is while it is written."""


class RepeatDelegate(QStyledItemDelegate):
    """Edits cells with the editors of `registry`; Escape leaves the answer as it was.

    `ended` tells the key that ended the editing, and whether Shift was held; `writing` a cell's path and what stands in
    it while it is written, or its answer where that is left as it was; `reaching` how far down a cell reaches while it
    is written, so that there can be room for it before it is placed.
    """

    ended = Signal(int, bool)
    reaching = Signal(int)
    writing = Signal(str, str)

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        made = editor(in_a_cell(index.data(QUESTION)), parent)
        made.changed.connect(lambda text: self.writing.emit(made.question.path, text))
        made.setAutoFillBackground(True)
        held = made.focusProxy() or made
        held.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        held.installEventFilter(self)
        if isinstance(made, ComboEditor):  # a choice is done when it is made, and widths settle before the next click
            made.changed.connect(lambda: self.commitData.emit(made))
        return made

    @override
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        question = index.data(QUESTION)
        if isinstance(editor, Editor) and isinstance(question, Question):
            editor.show_question(in_a_cell(question))

    @override
    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, Editor):
            model.setData(model.index(index.row(), index.column()), editor.value())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area = option.rect
        if isinstance(editor, MultilineEditor):
            editor.page.setMinimumHeight(0)
            editor.page.setMaximumHeight(PAGE * 4)
            area.setHeight(max(area.height(), PAGE))
            self.reaching.emit(area.bottom() + 1)
        editor.setGeometry(area)

    @override
    def eventFilter(self, object: QObject, event: QEvent) -> bool:
        held = object.parent()
        if isinstance(object, Editor) or not isinstance(held, Editor):
            return super().eventFilter(object, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(held, event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and _left(held, event):
            self.end(held)
        return False

    def _key(self, held: Editor, event: QKeyEvent) -> bool:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            (held.focusProxy() or held).removeEventFilter(self)
            self.writing.emit(held.question.path, held.question.value)
            self.closeEditor.emit(held, QStyledItemDelegate.EndEditHint.RevertModelCache)
            return True
        if key in _ENTER and _breaks_line(held, event):
            return True
        if key in _ENTER | _TABS or (key in _ARROWS and isinstance(held, (TextEditor, NumberEditor))):
            held.settle()
            self.end(held)
            self.ended.emit(key.value, shift)
            return True
        return False

    def end(self, held: Editor) -> None:
        """Let what was written in a cell be its answer."""
        (held.focusProxy() or held).removeEventFilter(self)
        self.commitData.emit(held)
        self.closeEditor.emit(held, QStyledItemDelegate.EndEditHint.NoHint)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        paint_cell(painter, option, index)


def in_a_cell(question: Question) -> Question:
    """A question as a cell can ask it: choices dropping down."""
    return replace(question, appearance=" ".join(sorted(question.looks | {"minimal", "cell"})))


def _left(held: Editor, event: QFocusEvent) -> bool:
    """Whether the keyboard left a cell; what the cell opened, as a list of choices, belongs to it."""
    taken: QWidget | None = QApplication.focusWidget()
    while taken is not None and taken is not held:
        taken = taken.parentWidget()
    return taken is None and event.reason() not in _STAYS


def _breaks_line(held: Editor, event: QKeyEvent) -> bool:
    """Alt and Enter begin a new line, as in Excel."""
    page = held.focusProxy()
    if not isinstance(page, QPlainTextEdit) or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return False
    page.insertPlainText("\n")
    return True
