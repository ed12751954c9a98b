"""The cells of a repeat: painted as they stand, edited with the editor of their type."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.registry import editor
from wopdesk.ui.form.repeat_model import QUESTION
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.icons import paint_icon
from wopdesk.ui.widgets.table_delegate import paint_hairline

_INSET, _SIGN = 10, 14
_NEXT, _PREVIOUS = QStyledItemDelegate.EndEditHint.EditNextItem, QStyledItemDelegate.EndEditHint.EditPreviousItem
_ENDS = {
    Qt.Key.Key_Tab: _NEXT,
    Qt.Key.Key_Backtab: _PREVIOUS,
    Qt.Key.Key_Return: QStyledItemDelegate.EndEditHint.NoHint,
    Qt.Key.Key_Enter: QStyledItemDelegate.EndEditHint.NoHint,
}
_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
"""Why the keyboard may leave a cell without ending its editing."""


class RepeatDelegate(QStyledItemDelegate):
    """Edits cells with the editors of `registry`; Tab goes on to the next cell, Escape leaves the answer as it was."""

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        made = editor(in_a_cell(index.data(QUESTION)), parent)
        made.setAutoFillBackground(True)
        (made.focusProxy() or made).installEventFilter(self)
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
    def eventFilter(self, object: QObject, event: QEvent) -> bool:
        held = object.parent()
        if isinstance(object, Editor) or not isinstance(held, Editor):
            return super().eventFilter(object, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(held, Qt.Key(event.key()))
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in _STAYS:
            self._end(held, QStyledItemDelegate.EndEditHint.NoHint)
        return False

    def _key(self, held: Editor, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            (held.focusProxy() or held).removeEventFilter(self)
            self.closeEditor.emit(held, QStyledItemDelegate.EndEditHint.RevertModelCache)
            return True
        if key not in _ENDS:
            return False
        self._end(held, _ENDS[key])
        return True

    def _end(self, held: Editor, hint: QStyledItemDelegate.EndEditHint) -> None:
        (held.focusProxy() or held).removeEventFilter(self)
        self.commitData.emit(held)
        self.closeEditor.emit(held, hint)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        question = index.data(QUESTION)
        painter.save()
        back = _ground(question, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        if back:
            painter.fillRect(option.rect, colour(back))
        area = option.rect.adjusted(_INSET, 0, -_INSET, 0)
        side = QStyle.visualAlignment(option.direction, index.data(Qt.ItemDataRole.TextAlignmentRole))
        if isinstance(question, Question) and question.problem:
            area = _paint_sign(painter, area, at_left=bool(side & Qt.AlignmentFlag.AlignRight))
        text = option.fontMetrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(option.font)
        painter.setPen(colour("text" if index.flags() & Qt.ItemFlag.ItemIsEditable else "text_soft"))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignAbsolute, text)
        paint_hairline(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))
        painter.restore()


def in_a_cell(question: Question) -> Question:
    """A question as a cell can ask it: on one line, choices dropping down."""
    looks = (question.looks - {"multiline"}) | {"minimal"}
    return replace(question, appearance=" ".join(sorted(looks)))


def _paint_sign(painter: QPainter, area: QRect, *, at_left: bool) -> QRect:
    """Mark a problem on the side that the words leave free; what is left for the words."""
    left = area.left() if at_left else area.right() - _SIGN
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sign = QRectF(left, area.center().y() - _SIGN / 2 + 0.5, _SIGN, _SIGN)
    paint_icon(painter, "circle-alert", worn().colours.bad, sign)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    room = _SIGN + 4
    return area.adjusted(room, 0, 0, 0) if at_left else area.adjusted(0, 0, -room, 0)


def _ground(question: object, *, chosen: bool) -> str:
    if not isinstance(question, Question) or question.readonly:
        return "raised"
    if question.problem:
        return "bad_soft"
    return "accent_soft" if chosen else ""
