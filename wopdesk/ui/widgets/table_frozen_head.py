"""Where the first columns of a table are that stay in view, and their heads. What is below them is `table_frozen`."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QLinearGradient, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QToolTip

from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour

_SHADE, _DARKEST = 8, 28
"""How wide the shade is that what stays throws on what moves, and how dark of 255."""


class FrozenColumns:
    """The columns of a table that stay; none as a rule. They are the first that are shown."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self.those: tuple[int, ...] = ()

    def __contains__(self, column: int) -> bool:
        return column in self.those

    def __bool__(self) -> bool:
        return bool(self.those)

    def area(self) -> QRect:
        """Where they are in the viewport, as high as that."""
        area = self._view.viewport().rect()
        width = sum(map(self._view.columnWidth, self.those))
        return QRect(area.right() + 1 - width if self._turned else area.left(), area.top(), width, area.height())

    def place(self, column: int) -> QRect:
        """Where one of them is."""
        area, width = self.area(), self._view.columnWidth(column)
        before = sum(map(self._view.columnWidth, self.those[: self.those.index(column)]))
        left = area.right() + 1 - before - width if self._turned else area.left() + before
        return QRect(left, area.top(), width, area.height())

    def at(self, across: int) -> int | None:
        """Which one is at a place."""
        places = ((column, self.place(column)) for column in self.those)
        return next((column for column, place in places if place.left() <= across <= place.right()), None)

    def covered(self, cell: QRect) -> int:
        """How much of a cell that moves is beneath them; less than one if nothing is."""
        area = self.area()
        return cell.right() + 1 - area.left() if self._turned else area.right() + 1 - cell.left()

    def paint_edge(self, painter: QPainter, height: int) -> None:
        """A line where they end, and a shade on what moves beneath them."""
        area = self.area()
        at, step = (area.left(), -1) if self._turned else (area.right(), 1)
        painter.fillRect(QRect(at, 0, 1, height), colour("border_strong"))
        if self._view.horizontalScrollBar().value():
            begun = QPoint(at + step, 0)
            shade = QLinearGradient(begun, begun + QPoint(step * _SHADE, 0))
            shade.setColorAt(0, QColor(0, 0, 0, _DARKEST))
            shade.setColorAt(1, QColor(0, 0, 0, 0))
            painter.fillRect(QRect(begun.x() if step > 0 else at - _SHADE, 0, _SHADE, height), shade)

    @property
    def _turned(self) -> bool:
        return self._view.isRightToLeft()


class FrozenHead(QHeaderView):
    """Paints the heads of the columns that stay over the others, and tells and chooses them where they are seen."""

    def __init__(self, view: QTableView, frozen: FrozenColumns) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view, self._frozen = view, frozen
        self.setSectionsClickable(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._frozen:
            return
        painter = QPainter(self.viewport())
        for column in self._frozen.those:
            place = self._frozen.place(column)
            place.setHeight(self.height())
            painter.save()
            self.paintSection(painter, place, column)
            painter.restore()
        self._frozen.paint_edge(painter, self.height())
        painter.end()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        column = self._frozen.at(event.pos().x()) if isinstance(event, QHelpEvent) else None
        if column is None or not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        told = self.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        QToolTip.showText(event.globalPos(), str(told or ""), self)
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self._frozen.at(event.position().toPoint().x())
        if column is None:
            super().mousePressEvent(event)
        else:
            self._view.selectColumn(column)
