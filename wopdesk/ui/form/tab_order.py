"""The order in which Tab goes through a page: as its layouts show it, however late a field came."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QLayout, QLineEdit, QWidget

_WHOLE = (QAbstractScrollArea, QComboBox, QLineEdit)
"""What has the keyboard as one, whatever it is made of."""


def chain(root: QWidget) -> None:
    """Let Tab follow the layouts below a widget."""
    before: QWidget | None = None
    for stop in stops(root):
        if before is not None:
            QWidget.setTabOrder(before, stop)
        before = stop


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What can have the keyboard, in the order of the layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None and not isinstance(widget, _WHOLE):
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)
