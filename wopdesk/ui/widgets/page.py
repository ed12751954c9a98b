"""What a screen puts its cards on. It scrolls down only, and what has the keyboard is in view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.tokens import SPACE


class Page(QScrollArea):
    """A page; put cards into `column`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """With an accessible name, one of the desk's own texts."""
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(tr(name))
        _scroll_down_only(self)
        body = QWidget(self)
        body.setObjectName("canvas")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(SPACE.huge, SPACE.wide, SPACE.huge, SPACE.wide)
        self.column.setSpacing(SPACE.large)
        self.setWidget(body)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(tr(self._name))
        super().changeEvent(event)


class SidedPage(Page):
    """A page of two columns: cards in `main` take what room there is, those in `side` have a width of their own."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """With an accessible name, one of the desk's own texts."""
        super().__init__(name, parent)
        self.main, self.side = _column(), _column()
        row = QHBoxLayout()
        row.setSpacing(SPACE.large)
        row.addLayout(self.main, 1)
        row.addLayout(self.side)
        self.column.addLayout(row)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE.large)
    return column


def scrolled(sheet: QWidget) -> QScrollArea:
    """A sheet in an area that scrolls and has no ground of its own, so that it lies on any surface."""
    area = QScrollArea()
    area.setProperty("surface", "page")
    _scroll_down_only(area)
    area.setWidget(sheet)
    area.viewport().setAutoFillBackground(False)
    sheet.setAutoFillBackground(False)
    return area


def _scroll_down_only(area: QScrollArea) -> None:
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def emptied(layout: QLayout, keep: int = 0) -> None:
    """Take everything but the first few out of a layout; what lay in it is gone."""
    while (item := layout.takeAt(keep)) is not None:
        inner = item.layout()
        if inner is not None:
            emptied(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
