"""One page of a form, shown and filled in. It decides nothing: who listens changes the record and shows it again."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from wopdesk.ui.form.growing import growing
from wopdesk.ui.form.intents import Intents, Telling
from wopdesk.ui.form.part_list import PartList
from wopdesk.ui.form.part_makers import makers
from wopdesk.ui.form.parts import Page
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.form.steady import Steady
from wopdesk.ui.form.tab_order import beyond, chain, neighbour
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.page import scrolled
from wopdesk.ui.widgets.words import label

_WIDEST = 1040
"""Lines that are longer than this are hard to read."""
_RING = 3
"""Room for the ring around what has the keyboard."""
_DEEP = 6
"""So deep layouts lie in each other: page, group, list, card, field, editor."""
_AROUND = 24
"""So much stays to be seen above and below what one goes to."""


class FormPage(Telling):
    """Shows a `Page`; the signals are those of `Intents`, told from any depth.

    Attributes:
        stops: where Tab stops, in its order: another list whenever something came, went or moved.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._path: str | None = None
        self._rearranged = self._showing = False
        self._held: list[QWidget] = []
        self.stops: list[QWidget] = [self]
        self._pictures: list[tuple[str, str]] = []
        self._intents = self._listen()
        self._title = label("", "section", wrap=True)
        self._hint = label("", "quiet", wrap=True)
        self._parts = self._fresh_parts()
        self._sheet, self._column = self._lay_out()
        self._area = scrolled(self._sheet)
        self._steady = Steady(self._area)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)

    def show_page(self, page: Page) -> None:
        """Show it as it stands now; what is shown already keeps its place, its keyboard and what is being typed."""
        self._show(page)
        held = self.findChildren(QWidget)
        if self._rearranged or held != self._held:
            self._rearranged, self._held, self.stops = False, held, chain(self)

    def _show(self, page: Page) -> None:
        self._showing = True
        if page.path != self._path:
            self._turn(page.path)
        for words, text in ((self._title, page.title), (self._hint, page.hint)):
            words.setText(text)
            words.setVisible(bool(text))
        self.setAccessibleName(page.title)
        self._parts.show_parts(page.parts)
        self._showing = False
        while self._pictures:
            self.picture_wanted.emit(*self._pictures.pop(0))

    def prepare(self, page: Page) -> Iterator[None]:
        """Make a page that is not seen yet in small steps; `show_page` does at once what is left.

        Whoever takes the steps stops when the page is shown: a step shows less than all of it.
        """
        for grown in growing(page):
            self._show(grown)
            for widget in self.findChildren(QWidget):
                widget.ensurePolished()
            yield
            self.grab(QRect(0, 0, 1, 1))  # Qt lays out what is hidden only for a picture of it
            yield
        self.show_page(page)
        yield

    def show_picture(self, path: str, picture: QImage) -> None:
        """Show what the photo of a question looks like."""
        self._parts.show_picture(path, picture)

    def go_to(self, path: str) -> bool:
        """Bring a question, a cell, a row or a repeat into sight and give it the keyboard; False if it is not here."""
        spot = self._parts.spot(path)
        if spot is None:
            return False
        self._steady.let_go()
        spot.take()
        self._settle()
        area = spot.area()
        top = spot.widget.mapTo(self._sheet, area.topLeft())
        self._bring_in(top, top + QPoint(0, area.height()))
        return True

    def settle(self) -> None:
        """Whatever is being written in a cell is its answer."""
        for table in self.findChildren(RepeatEditor):
            table.settle()

    def path_of(self, widget: QWidget) -> str:
        """The path that something on it is about; "" where it is about none."""
        return self._parts.path_of(widget)

    def focus_first(self) -> bool:
        """Give the keyboard to the first field; False if there is none."""
        self._area.verticalScrollBar().setValue(0)
        return self._parts.take_keyboard()

    def _listen(self) -> Intents:
        intents = Intents(self)
        self.tell_on(intents, but="picture_wanted")
        intents.rearranged.connect(self._mark)
        intents.picture_wanted.connect(self._want_picture)
        return intents

    def _want_picture(self, path: str, value: str) -> None:
        """Ask for a picture once its question is on the page, so that the answer may come at once."""
        if self._showing:
            self._pictures.append((path, value))
        else:
            self.picture_wanted.emit(path, value)

    def _mark(self) -> None:
        self._rearranged = True

    def _fresh_parts(self) -> PartList:
        return PartList(makers(self._intents), self._intents)

    def _turn(self, path: str) -> None:
        """Begin another page: nothing of the one before is of use."""
        self._path = path
        before, self._parts = self._parts, self._fresh_parts()
        self._column.replaceWidget(before, self._parts)
        self._parts.show()
        before.hide()
        before.deleteLater()
        self._area.verticalScrollBar().setValue(0)

    def _lay_out(self) -> tuple[QWidget, QVBoxLayout]:
        sheet, inner = QWidget(), QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(*[_RING] * 4)
        column.setSpacing(SPACE.tiny)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(SPACE.small)
        column.addWidget(self._parts)
        column.addStretch(1)  # all that is left lies below the parts, not between them
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, SPACE.middle, SPACE.large)
        row.addWidget(inner, _WIDEST)
        row.addStretch(1)
        return sheet, column

    def _settle(self) -> None:
        """Let what was just shown take its place, so that it can be measured; what holds others follows them."""
        for _ in range(_DEEP):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _bring_in(self, top: QPoint, bottom: QPoint) -> None:
        bar, height = self._area.verticalScrollBar(), self._area.viewport().height()
        if top.y() - _AROUND < bar.value():
            bar.setValue(top.y() - _AROUND)
        elif bottom.y() + _AROUND > bar.value() + height:
            bar.setValue(min(bottom.y() + _AROUND - height, top.y() - _AROUND))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        held: QWidget | None = self.window().focusWidget()
        inside = neighbour(self, held, forwards=next)
        follower = inside or beyond(self, forwards=next) or neighbour(self, self, forwards=next)
        if follower is None:
            return False
        follower.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        if inside is not None:
            self._show_whole(inside)
        return True

    def _show_whole(self, held: QWidget) -> None:
        """Bring what was gone to into sight: all of a box of several lines, of which Qt brings the one written in."""
        if isinstance(held, QPlainTextEdit):
            top = held.mapTo(self._sheet, QPoint())
            self._bring_in(top, top + QPoint(0, held.height()))
        self._area.ensureWidgetVisible(held, 0, _AROUND)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first field, or the last one for who comes backwards."""
        self.focusNextPrevChild(event.reason() != Qt.FocusReason.BacktabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_line = isinstance(self.window().focusWidget(), QLineEdit)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and in_line:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
