"""A table as high as its rows, on a page that scrolls: heads and bar stay in view, and the page follows the keyboard.

Rows that scrolled beneath heads within a page that scrolls as well would need a second bar, and the wheel would move
now the one and now the other. So the page alone scrolls, and the heads go down the table as far as it is out of sight,
as the bar below goes up.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QScrollArea, QWidget

from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.widgets.table_frozen import FrozenTable, Index

_BELOW = "below"
"""The name of what holds the bar below."""
_AROUND = 24
"""So much stays to be seen above and below the cell that has the keyboard."""
_PAGES = {QAbstractItemView.CursorAction.MovePageUp: -1, QAbstractItemView.CursorAction.MovePageDown: 1}
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize}


class LongTable(FrozenTable):
    """A table that is scrolled with its page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whereabouts = Whereabouts(self)
        self._whereabouts.moved.connect(self._place_edges)
        below = self.horizontalScrollBar().parentWidget() or self.horizontalScrollBar()
        below.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below.setObjectName(_BELOW)
        below.installEventFilter(self._whereabouts)  # Qt puts it back whenever there is more or less to scroll

    @property
    def _below(self) -> QWidget:
        """The bar below, asked for anew each time: PySide does not keep what Qt alone made."""
        found = self.findChild(QWidget, _BELOW, Qt.FindChildOption.FindDirectChildrenOnly)
        return found or self.horizontalScrollBar()

    def room(self, index: Index) -> QRect:
        """What must be in view for a cell to be read or written, in the viewport: itself, and above it the heads."""
        editor: QWidget | None = self.indexWidget(index)
        area = self.visualRect(index) if editor is None else self.visualRect(index).united(editor.geometry())
        return area.adjusted(0, -self.horizontalHeader().height(), 0, 0)

    def bring_in(self) -> None:
        """Let the page show the cell that has the keyboard."""
        page = self._whereabouts.page
        held: QWidget | None = self.window().focusWidget()
        if page is not None and held is not None and (held is self or self.isAncestorOf(held)):
            page.ensureWidgetVisible(self, 0, _AROUND)

    def show_begun(self) -> None:
        """Let the page show what is being written, which may be higher than its cell and have made the table higher."""
        at = self.currentIndex()
        if at.isValid() and self.indexWidget(at) is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.bring_in()

    def _place_edges(self) -> None:
        """Let heads and bar be where the table begins and ends to be seen."""
        if not self.isVisible():  # it may be on its way out, and what it lies on gone
            return
        self._place_heads()
        ground, bar = self.viewport().geometry(), self._below
        usual, seen = ground.bottom() + 1, self._whereabouts.below - bar.height()
        at = min(usual, max(seen, ground.top()))
        bar.move(bar.x(), at)
        mark(bar, afloat=at != usual)

    def _place_heads(self) -> None:
        head, ground = self.horizontalHeader(), self.viewport().geometry()
        usual, last = ground.top() - head.height(), ground.bottom() + 1 - head.height()
        at = max(usual, min(self._whereabouts.above, last))
        corners = self.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for one in (head, *corners):
            one.move(one.x(), at)
            mark(one, afloat=at != usual)

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_edges()

    @override
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        super().scrollTo(index, hint)
        self.bring_in()

    @override
    def moveCursor(self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        at, page = self.currentIndex(), self._whereabouts.page
        if cursorAction not in _PAGES or page is None or not at.isValid():
            return super().moveCursor(cursorAction, modifiers)
        step = max(1, page.viewport().height() - self.horizontalHeader().height() - 2 * _AROUND)
        row = self.rowAt(self.visualRect(at).center().y() + _PAGES[cursorAction] * step)
        end = 0 if _PAGES[cursorAction] < 0 else self.model().rowCount() - 1
        return self.model().index(end if row < 0 else row, at.column())

    @override
    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Whoever brings the table into view means the cell that has the keyboard; of many rows it is all one sees."""
        at = self.currentIndex()
        if query != Qt.InputMethodQuery.ImCursorRectangle or not at.isValid():
            return super().inputMethodQuery(query)
        return self.room(at).translated(self.viewport().pos())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._whereabouts.follow()
        super().showEvent(event)


class Whereabouts(QObject):
    """Where something is on the page that it lies on; `moved` when that may be elsewhere."""

    moved = Signal()

    def __init__(self, held: QWidget) -> None:
        super().__init__(held)
        self._held = held
        self.page: QScrollArea | None = None

    @property
    def above(self) -> int:
        """How far down one begins to see it; below nothing while all of its top is in view."""
        return 0 if self.page is None else -self._held.mapTo(self.page.viewport(), QPoint()).y()

    @property
    def below(self) -> int:
        """How far down it is seen at most."""
        return self._held.height() if self.page is None else self.above + self.page.viewport().height()

    def follow(self) -> None:
        """Look where it lies, and watch from now on all that could move it."""
        around: list[QWidget] = [self._held]
        outer = self._held.parentWidget()
        while outer is not None and not isinstance(outer, QScrollArea):
            around.append(outer)
            outer = outer.parentWidget()
        self.page = outer
        for one in around if self.page is not None else ():  # the last is what the page is seen through
            one.installEventFilter(self)
        self.moved.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self.moved.emit()
        return False
