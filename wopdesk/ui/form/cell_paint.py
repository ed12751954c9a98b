"""How the cells of a repeat look: what can be filled is white, what is only told stands in quiet ink.

Hundreds are painted whenever a page is scrolled or grows, so a cell asks its model itself, not through Qt, and inks and
words that were cut are remembered.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyleOptionViewItem, QWidget

from wopdesk.ui.foreign import harmless
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.repeat_model import RepeatModel
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.icons import paint_icon
from wopdesk.ui.theme.tokens import RADIUS, Colours
from wopdesk.ui.widgets.table_delegate import ends_above
from wopdesk.ui.widgets.wrapped import draw_wrapped

INSET, SIGN = 10, 14
"""Free room on both sides of the words, and the size of the sign of a problem."""
ABOVE, MOST_LINES = 9, 6
_WRAPPED = Qt.TextFlag.TextWordWrap.value
_ABSOLUTE, _MIDDLE = Qt.AlignmentFlag.AlignAbsolute, Qt.AlignmentFlag.AlignVCenter
_SIDES = {False: Qt.AlignmentFlag.AlignLeft | _ABSOLUTE, True: Qt.AlignmentFlag.AlignRight | _ABSOLUTE}
_ONE_LINE = {at_right: (side | _MIDDLE).value for at_right, side in _SIDES.items()}
"""Where one line stands, by whether it ends at the right."""
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
_SELECTS = frozenset({"select_one", "select_multiple"})
_CUT = 4096
"""So many texts are remembered as they were cut: some screens full."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Inks:
    """What cells are painted with, in one theme."""

    text: QColor
    soft: QColor
    line: QPen
    grid: QPen
    focus: QPen
    grounds: dict[str, QColor]


@lru_cache(maxsize=4)
def _inks(colours: Colours) -> Inks:
    grounds = {name: QColor(getattr(colours, name)) for name in ("surface", "raised", "accent_soft", "bad_soft")}
    return Inks(
        text=QColor(colours.text),
        soft=QColor(colours.text_soft),
        line=QPen(QColor(colours.border), 1),
        grid=QPen(QColor(colours.grid), 1),
        focus=QPen(QColor(colours.focus), 2),
        grounds=grounds,
    )


def paint_cell(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """Paint a cell of a `RepeatModel`."""
    model = index.model()
    assert isinstance(model, RepeatModel)  # noqa: S101  # nothing else has such cells
    row, column = index.row(), index.column()
    question, state, area = model.question(index), option.state.value, option.rect
    inks, turned = _inks(worn().colours), option.direction == Qt.LayoutDirection.RightToLeft
    at_right = turned or model.is_figure(column)
    last = row == model.rowCount() - 1
    painter.save()
    if last:
        _keep_corners(painter, option)
    ground = _ground(question, chosen=bool(state & _SELECTED) and _has_keyboard(option))
    if ground != "surface" or state & _SELECTED:
        painter.fillRect(area, inks.grounds[ground])
    room = area.adjusted(INSET, 0, -INSET, 0)
    if question is not None:
        room = _paint_signs(painter, room, question, at_left=at_right)
    painter.setPen(inks.soft if question is not None and question.readonly else inks.text)
    _paint_words(painter, option, harmless(model.words(row, column)), room, at_right=at_right)
    if not last or ends_above(option):
        painter.setPen(inks.line)
        painter.drawLine(area.bottomLeft(), area.bottomRight())
    if column > 0:
        painter.setPen(inks.grid)
        at = area.right() if turned else area.left()
        painter.drawLine(at, area.top(), at, area.bottom() - 1)
    if state & _FOCUSED:
        painter.setPen(inks.focus)
        painter.drawRect(area.adjusted(1, 1, -1, -2))
    painter.restore()


@lru_cache(maxsize=_CUT)
def _cut(text: str, width: int, font: QFont) -> str:
    """A text as one line of a width."""
    return QFontMetrics(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)


def _keep_corners(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Leave the round corners of the table free below its last row."""
    view = getattr(option, "widget", None)
    if isinstance(view, QAbstractScrollArea):
        edge = QPainterPath()
        ground = QRectF(view.contentsRect().translated(-view.viewport().pos()))
        edge.addRoundedRect(ground, RADIUS.button - 1, RADIUS.button - 1)
        painter.setClipPath(edge, Qt.ClipOperation.IntersectClip)


def words_height(metrics: QFontMetrics, text: str, width: int) -> int:
    """How high a cell must be for its words, up to some lines."""
    room = metrics.boundingRect(0, 0, max(20, width - 2 * INSET), 9999, _WRAPPED, text).height()
    return min(room, MOST_LINES * metrics.lineSpacing()) + 2 * ABOVE


def _paint_words(painter: QPainter, option: QStyleOptionViewItem, text: str, area: QRect, *, at_right: bool) -> None:
    if not text:
        return
    painter.setFont(option.font)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    if option.rect.height() < 2 * option.fontMetrics.lineSpacing() + ABOVE:
        painter.drawText(area, _ONE_LINE[at_right], _cut(text, area.width(), QFont(option.font)))
    else:
        top = _SIDES[at_right] | Qt.AlignmentFlag.AlignTop
        draw_wrapped(painter, QRectF(area.adjusted(0, ABOVE, 0, -ABOVE)), top, text)


def _paint_signs(painter: QPainter, area: QRect, question: Question, *, at_left: bool) -> QRect:
    """Mark a problem, a remark, or that there is a choice, on the side that the words leave free."""
    if question.problem:
        return _paint_sign(painter, area, ("circle-alert", worn().colours.bad), at_left=at_left)
    if question.remark:
        return _paint_sign(painter, area, ("message-square", worn().colours.warn), at_left=at_left)
    if question.type in _SELECTS and not question.readonly:
        return _paint_sign(painter, area, ("chevron-down", worn().colours.text_faint), at_left=at_left)
    return area


def _paint_sign(painter: QPainter, area: QRect, sign: tuple[str, str], *, at_left: bool) -> QRect:
    left = area.left() if at_left else area.right() - SIGN
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = area.center().y() if area.height() < 2 * SIGN + 2 * ABOVE else area.top() + ABOVE + SIGN // 2
    paint_icon(painter, *sign, QRectF(left, middle - SIGN / 2 + 0.5, SIGN, SIGN))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    room = SIGN + 4
    return area.adjusted(room, 0, 0, 0) if at_left else area.adjusted(0, 0, -room, 0)


def _has_keyboard(option: QStyleOptionViewItem) -> bool:
    """Whether the keyboard is in the table."""
    view = getattr(option, "widget", None)
    return isinstance(view, QWidget) and view.hasFocus()


def _ground(question: Question | None, *, chosen: bool) -> str:
    if question is not None and question.problem:
        return "bad_soft"
    if chosen:
        return "accent_soft"
    return "raised" if question is None or question.readonly else "surface"
