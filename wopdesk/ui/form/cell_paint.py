"""How the cells of a repeat look: what can be filled is white, what is only told stands in quiet ink."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyleOptionViewItem, QWidget

from wopdesk.ui.foreign import harmless
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.repeat_model import QUESTION
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.icons import paint_icon
from wopdesk.ui.theme.tokens import RADIUS
from wopdesk.ui.widgets.table_delegate import paint_hairline
from wopdesk.ui.widgets.wrapped import draw_wrapped

INSET, SIGN = 10, 14
"""Free room on both sides of the words, and the size of the sign of a problem."""
ABOVE, MOST_LINES = 9, 6
_WRAPPED = Qt.TextFlag.TextWordWrap.value
Index = QModelIndex | QPersistentModelIndex


def paint_cell(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """Paint a cell."""
    question = index.data(QUESTION)
    painter.save()
    _keep_corners(painter, option, index)
    back = _ground(question, chosen=_chosen(option))
    if back != "surface" or option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, colour(back))
    area = option.rect.adjusted(INSET, 0, -INSET, 0)
    side = QStyle.visualAlignment(option.direction, index.data(Qt.ItemDataRole.TextAlignmentRole))
    if isinstance(question, Question):
        area = _paint_signs(painter, area, question, at_left=bool(side & Qt.AlignmentFlag.AlignRight))
    _paint_words(painter, option, index, area)
    _paint_lines(painter, option, index)
    painter.restore()


def _keep_corners(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """Leave the round corners of the table free below its last row."""
    view = getattr(option, "widget", None)
    if isinstance(view, QAbstractScrollArea) and index.row() == index.model().rowCount() - 1:
        edge = QPainterPath()
        ground = QRectF(view.contentsRect().translated(-view.viewport().pos()))
        edge.addRoundedRect(ground, RADIUS.button - 1, RADIUS.button - 1)
        painter.setClipPath(edge, Qt.ClipOperation.IntersectClip)


def words_height(metrics: QFontMetrics, text: str, width: int) -> int:
    """How high a cell must be for its words, up to some lines."""
    room = metrics.boundingRect(0, 0, max(20, width - 2 * INSET), 9999, _WRAPPED, text).height()
    return min(room, MOST_LINES * metrics.lineSpacing()) + 2 * ABOVE


def _paint_words(painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRect) -> None:
    side = QStyle.visualAlignment(option.direction, index.data(Qt.ItemDataRole.TextAlignmentRole))
    text = harmless(str(index.data() or ""))
    question = index.data(QUESTION)
    told = isinstance(question, Question) and question.readonly
    painter.setFont(option.font)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.setPen(colour("text_soft" if told else "text"))
    if option.rect.height() < 2 * option.fontMetrics.lineSpacing() + ABOVE:
        text = option.fontMetrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignAbsolute, text)
        return
    area = area.adjusted(0, ABOVE, 0, -ABOVE)
    top = (side & ~Qt.AlignmentFlag.AlignVertical_Mask) | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute
    draw_wrapped(painter, QRectF(area), top, text)


def _paint_lines(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """The line below, lines beside, and the ring around what has the keyboard."""
    paint_hairline(painter, option, index)
    if index.column() > 0:
        painter.setPen(QPen(colour("grid"), 1))
        turned = option.direction == Qt.LayoutDirection.RightToLeft
        at = option.rect.right() if turned else option.rect.left()
        painter.drawLine(at, option.rect.top(), at, option.rect.bottom() - 1)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(colour("focus"), 2))
        painter.drawRect(option.rect.adjusted(1, 1, -1, -2))


def _paint_signs(painter: QPainter, area: QRect, question: Question, *, at_left: bool) -> QRect:
    """Mark a problem, a remark, or that there is a choice, on the side that the words leave free."""
    colours = worn().colours
    if question.problem:
        return _paint_sign(painter, area, ("circle-alert", colours.bad), at_left=at_left)
    if question.remark:
        return _paint_sign(painter, area, ("message-square", colours.warn), at_left=at_left)
    if question.type in {"select_one", "select_multiple"} and not question.readonly:
        return _paint_sign(painter, area, ("chevron-down", colours.text_faint), at_left=at_left)
    return area


def _paint_sign(painter: QPainter, area: QRect, sign: tuple[str, str], *, at_left: bool) -> QRect:
    left = area.left() if at_left else area.right() - SIGN
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = area.center().y() if area.height() < 2 * SIGN + 2 * ABOVE else area.top() + ABOVE + SIGN // 2
    paint_icon(painter, *sign, QRectF(left, middle - SIGN / 2 + 0.5, SIGN, SIGN))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    room = SIGN + 4
    return area.adjusted(room, 0, 0, 0) if at_left else area.adjusted(0, 0, -room, 0)


def _chosen(option: QStyleOptionViewItem) -> bool:
    """Whether a cell is chosen, while the keyboard is in the table."""
    view = getattr(option, "widget", None)
    has_keyboard = isinstance(view, QWidget) and view.hasFocus()
    return bool(option.state & QStyle.StateFlag.State_Selected) and has_keyboard


def _ground(question: object, *, chosen: bool) -> str:
    if isinstance(question, Question) and question.problem:
        return "bad_soft"
    if chosen:
        return "accent_soft"
    return "raised" if not isinstance(question, Question) or question.readonly else "surface"
