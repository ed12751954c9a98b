"""How the cells of a table are painted: words, pills and bars, with a hairline between rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from wopdesk.ui.foreign import tip
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.fonts import sized, words_width
from wopdesk.ui.theme.tokens import TONES
from wopdesk.ui.widgets.cells import Chip, Share
from wopdesk.ui.widgets.table_model import CELL

_INSET = 10
_BARS = {"info": "accent", "good": "good", "warn": "warn", "bad": "bad", "quiet": "text_faint"}


class CellDelegate(QStyledItemDelegate):
    """Paints one cell of `Rows`."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        area, cell = QRectF(option.rect), index.data(CELL)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour("accent_soft"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(cell, Chip):
            paint_chip(painter, area, cell, option)
        elif isinstance(cell, Share):
            paint_share(painter, area, cell, option)
        else:
            self._paint_text(painter, option, index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        paint_hairline(painter, option, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area = option.rect.adjusted(_INSET, 0, -_INSET, 0)
        text = option.fontMetrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, area.width())
        flags = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter
        side = QStyle.visualAlignment(option.direction, flags)
        painter.setFont(option.font)
        painter.setPen(colour("text"))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignAbsolute, text)

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Words that are cut are told whole to who points at them."""
        text = str(index.data() or "")
        shows = event.type() == QEvent.Type.ToolTip and self._cut(text, option)
        QToolTip.showText(event.globalPos(), tip(text) if shows else "", view)
        return shows

    def _cut(self, text: str, option: QStyleOptionViewItem) -> bool:
        return words_width(option.font, text) > option.rect.width() - 2 * _INSET

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(2 * _INSET, 0)


def paint_hairline(painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
    """A line below every row but the last, which the edge of the table closes unless there is room below it."""
    if index.row() < index.model().rowCount() - 1 or ends_above(option):
        painter.setPen(QPen(colour("border"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def ends_above(option: QStyleOptionViewItem) -> bool:
    """Whether the table goes on below this row."""
    view = getattr(option, "widget", None)
    return isinstance(view, QAbstractScrollArea) and option.rect.bottom() + 1 < view.viewport().height()


def paint_chip(painter: QPainter, area: QRectF, cell: Chip, option: QStyleOptionViewItem) -> None:
    """A pill where the cell begins."""
    front, back = TONES[cell.tone]
    font = sized(option.font, worn().sizes.small, QFont.Weight.DemiBold)
    width, height = words_width(font, cell.text) + 18, worn().sizes.small + 9
    turned = option.direction == Qt.LayoutDirection.RightToLeft
    left = area.right() - width - _INSET if turned else area.left() + _INSET
    box = QRectF(left, round(area.center().y() - height / 2), width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(back))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(colour(front))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.text)


def _paint_bar(painter: QPainter, track: QRectF, cell: Share, *, turned: bool) -> None:
    """How much is done, from the side on which reading begins, and the stroke of the plan."""

    def place(share: int) -> float:
        return track.width() * min(100, max(0, share)) / 100

    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("grid"))
    painter.drawRoundedRect(track, 2.5, 2.5)
    painter.setBrush(colour(_BARS[cell.tone]))
    done = QRectF(track.left(), track.top(), max(5.0, place(cell.done)) if cell.done > 0 else 0, 5)
    if turned:
        done.moveRight(track.right())
    painter.drawRoundedRect(done, 2.5, 2.5)
    if cell.planned is not None:
        at = track.right() - place(cell.planned) if turned else track.left() + place(cell.planned)
        painter.fillRect(QRectF(at - 0.75, track.top() - 3, 1.5, 11), colour("text"))


def paint_share(painter: QPainter, area: QRectF, cell: Share, option: QStyleOptionViewItem) -> None:
    """A bar with its figure; a stroke stands where the plan is."""
    turned = option.direction == Qt.LayoutDirection.RightToLeft
    words = QRectF(area).adjusted(_INSET, 0, -_INSET, 0)
    track = QRectF(words.left(), round(words.center().y()) - 2.5, max(8.0, words.width() - 46), 5)
    if turned:
        track.moveRight(words.right())
    _paint_bar(painter, track, cell, turned=turned)
    painter.setPen(colour("text_soft"))
    painter.setFont(option.font)
    side = Qt.AlignmentFlag.AlignLeft if turned else Qt.AlignmentFlag.AlignRight
    painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, cell.text)
