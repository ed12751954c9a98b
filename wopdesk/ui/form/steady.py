"""Keeps what a person fills in where it is on the screen, while what is told above it comes and goes.

A page scrolls by as much as the field that has the keyboard is moved, so that no press meets another field than the
one it was meant for. Knows nothing of forms.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from wopdesk.ui.overriding import override


class Steady(QObject):
    """Holds what lies in one area that scrolls."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area, self._carriers = area, list[QWidget]()
        self._owed = 0
        self._fresh = QTimer(self, singleShot=True, interval=0)  # what was just shown has its place by then
        self._fresh.timeout.connect(self._hold)
        area.installEventFilter(self)
        area.verticalScrollBar().rangeChanged.connect(self._pay)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def let_go(self) -> None:
        """The keyboard is led somewhere: nothing is held before that has its place."""
        self._fresh.start()
        self._hold()

    def _follow(self, _left: QWidget | None, _come: QWidget | None) -> None:
        if isValid(self._area):  # else the window ends
            self._hold()

    def _hold(self) -> None:
        """Hold what has the keyboard from now on; what is owed still has no room."""
        for one in filter(isValid, self._carriers):
            one.removeEventFilter(self)
        held, self._owed, self._carriers = QApplication.focusWidget(), 0, []
        if held is not None and self._area.isAncestorOf(held) and not self._fresh.isActive():
            self._carriers = self._carrying(held)
        for one in self._carriers:
            one.installEventFilter(self)
        self._area.installEventFilter(self)

    def _carrying(self, held: QWidget) -> list[QWidget]:
        """All that carries it when it moves, but for what is scrolled within itself, and the sheet scrolled here."""
        carriers: list[QWidget] = []
        one: QWidget | None = held
        while one is not None and not one.isWindow():
            if isinstance(one, QAbstractScrollArea) and one is not self._area:
                carriers.clear()
            carriers.append(one)
            one = one.parentWidget()
        return [each for each in carriers if each is not self._area.widget()]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._area:
            self.let_go()
        elif isinstance(event, QMoveEvent) and watched in self._carriers:
            self._owed += event.pos().y() - event.oldPos().y()
            self._pay()
        return super().eventFilter(watched, event)

    def _pay(self) -> None:
        """Scroll by what is owed; what there is no room for yet is owed until the page has its new height."""
        bar = self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + self._owed)
        self._owed -= bar.value() - before
