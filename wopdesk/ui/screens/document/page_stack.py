"""The pages of a record in one place, one of which is seen."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Turns from page to page."""

    def turn_to(self, page: QWidget) -> bool:
        """Let a page be seen; whether the keyboard was on the one before, and is on none now.

        Qt would look for another place for it on the page that goes, then around the window, and then on the new page.
        """
        if self.currentWidget() is page:
            return False
        held: QWidget | None = self.window().focusWidget()
        was_here = held is not None and self.isAncestorOf(held)
        if held is not None and was_here:
            held.clearFocus()
        self.setCurrentWidget(page)
        return was_here
