"""The end of all windows, while Python is still whole.

At its own end Python has PySide take every widget that Python made, in no order: a widget that nothing but the slots of
its buttons holds goes with the last of these, and takes it along a second time. From the outside to the inside, each
goes once.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete


def end_windows() -> None:
    """Take away what was to go soon, then every window with all that lies in it, and what never came to lie in one."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    while outermost := _outermost():
        delete(outermost[0])


def _outermost() -> list[QWidget]:
    """Widgets that go with no other one; lists that drop down are windows, too, and go with their fields."""
    return [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]
