"""The order in which Tab goes through a page: as its layouts show it, however late a field came.

Qt goes by the order in which widgets were made, and takes what hands the keyboard on (a focus proxy) for a stop as
well. So a page finds the next stop itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QButtonGroup,
    QComboBox,
    QLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from wopdesk.ui.widgets.keyboard import around

_WHOLE = (QAbstractScrollArea, QComboBox, QLineEdit)
"""What has the keyboard as one, whatever it is made of."""


def chain(root: QWidget) -> list[QWidget]:
    """Let Qt have the stops in the same order, so that who comes back to a page with Shift+Tab comes to its end; them.

    A page without a stop is one itself.
    """
    found = list(stops(root)) or [root]
    lead_on(found)
    return found


def lead_on(line: Sequence[QWidget]) -> None:
    """Let Tab go from each of these to the next.

    From the last stop of a page it so goes on to what follows it. All others must have been chained before, also those
    that were made late: else Tab would come back to them from there, and never go further.
    """
    for one, other in pairwise(line):
        QWidget.setTabOrder(one, other)


def neighbour(root: QWidget, held: QWidget | None, *, forwards: bool) -> QWidget | None:
    """The stop after or before the one that has the keyboard; None at the end of the page."""
    line = [stop for stop in stops(root) if stop.isVisible() and stop.isEnabled()]
    line = line if forwards else line[::-1]
    at = next((number for number, stop in enumerate(line) if _holds(stop, held)), -1)
    return next((_of_group(stop) for stop in line[at + 1 :] if not _together(held, stop)), None)


def beyond(root: QWidget, *, forwards: bool) -> QWidget | None:
    """The next stop of the window that is not on the page; None if there is none."""
    line = list(stops(root))
    start = (line[-1] if forwards else line[0]) if line else root
    for widget in around(start, forwards=forwards):
        is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        if is_stop and widget.isVisible() and widget.isEnabled() and not root.isAncestorOf(widget):
            return _of_group(widget)
    return None


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What can have the keyboard below a widget, in the order of the layouts."""
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from stops(inner)
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
                yield widget
            if isinstance(widget, QScrollArea) or not isinstance(widget, _WHOLE):
                yield from stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def _holds(stop: QWidget, held: QWidget | None) -> bool:
    return held is not None and (stop is held or stop.isAncestorOf(held))


def _group(widget: QWidget | None) -> QButtonGroup | None:
    return widget.group() if isinstance(widget, QAbstractButton) else None


def _together(one: QWidget | None, other: QWidget) -> bool:
    """Whether both are choices of one question, between which one goes by arrow keys."""
    group = _group(one)
    return group is not None and group == _group(other)


def _of_group(stop: QWidget) -> QWidget:
    """Of choices the one that is taken."""
    group = _group(stop)
    taken: QWidget | None = None if group is None else group.checkedButton()
    return stop if taken is None else taken
