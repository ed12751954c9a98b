"""What a person sees of a window and can put a finger on: found by what is written on it, not by what it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

_TURN = 60
_LEAST = 8
"""Pixels of a thing that must show before a finger is put on it."""


def shown(top: QWidget) -> Iterator[QWidget]:
    """Everything inside a window that is not hidden; what is scrolled away is among it."""
    return (widget for widget in top.findChildren(QWidget) if isValid(widget) and widget.isVisible())


def name(widget: QWidget) -> str:
    """What a thing is called: its accessible name, else what is written on it."""
    written = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return plain(widget.accessibleName() or written)


def written(widget: QWidget) -> Iterator[str]:
    """All that can be read on a thing."""
    yield widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        yield from (widget.text(), widget.accessibleDescription())
    elif isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QAbstractItemView):
        yield from (text(index) for index in cells(widget))
    elif isinstance(widget, QPdfView):
        paper = widget.document()
        yield from (paper.getAllText(page).text() for page in range(paper.pageCount()))


def plain(said: str) -> str:
    """Without mnemonics and ends of lines."""
    return " ".join(said.replace("&", "").split())


def cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """Cells of a table, row by row."""
    model = view.model()
    if model is not None:
        for row in range(model.rowCount()):
            yield from (model.index(row, column) for column in range(model.columnCount()))


def text(index: QModelIndex) -> str:
    """What stands in a cell."""
    return plain(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))


def named(things: Iterator[QWidget], wanted: str) -> list[QWidget]:
    """Things of a name: exactly of it, else with it at the beginning, else with it anywhere."""
    wanted = plain(wanted)
    found = [thing for thing in things if wanted in name(thing)]
    ways: list[Callable[[str], bool]] = [wanted.__eq__, lambda said: said.startswith(wanted)]
    for way in ways:
        best = [thing for thing in found if way(name(thing))]
        if best:
            return best
    return found


def bring(widget: QWidget, place: Callable[[], QPoint]) -> QPoint | None:
    """Turn the wheel until a place of a thing shows; where it is then, in the thing; None if it does not come."""
    before: QPoint | None = None
    while isValid(widget) and widget.isVisible():
        if _seen(widget, place()):
            return place()
        area = _scrolled(widget)
        if area is None:
            return None
        where = area.viewport().mapFromGlobal(widget.mapToGlobal(place()))
        if where == before:
            return None
        before = where
        _turn_wheel(area, -_TURN if where.y() > area.viewport().height() // 2 else _TURN)
    return None


def _seen(widget: QWidget, at: QPoint) -> bool:
    """Whether a place shows, with a little around it, and nothing lies on it."""
    edge = QPoint(0, _LEAST // 2)
    if not all(widget.visibleRegion().contains(place) for place in (at - edge, at, at + edge)):
        return False
    top = QApplication.widgetAt(widget.mapToGlobal(at)) or widget
    return top is widget or widget.isAncestorOf(top)


def _scrolled(widget: QWidget) -> QScrollArea | None:
    around = widget.parentWidget()
    while around is not None and not (isinstance(around, QScrollArea) and around.verticalScrollBar().maximum()):
        around = around.parentWidget()
    return around


def _turn_wheel(area: QScrollArea, by: int) -> None:
    viewport = area.viewport()
    at = viewport.rect().center()
    turned = QWheelEvent(
        at.toPointF(),
        viewport.mapToGlobal(at).toPointF(),
        QPoint(0, by),
        QPoint(0, 2 * by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  # Qt's own signature
    )
    QApplication.sendEvent(viewport, turned)
    QApplication.processEvents()
