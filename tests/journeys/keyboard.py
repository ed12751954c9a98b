"""A person who never touches a mouse: presses keys wherever the keyboard is, and looks where that is each time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from tests.journeys import eyes
from tests.journeys.person import Person

_AROUND = 4
"""Pixels around a thing in which its mark may lie."""
_MOST = 80


class Typist(Person):
    """What is seen is as for anybody; what is done is done by keys."""

    def press(self, *keys: str) -> None:
        """Press keys, one after the other; afterwards the keyboard must be somewhere that shows."""
        for key in keys:
            before, picture = self.focused(), self._picture()
            QTest.keySequence(before, key)
            self._hold_window()
            self._look(before, picture)

    def write(self, text: str) -> None:
        """Type letters wherever the keyboard is."""
        for letter in text:
            QTest.keyClicks(self.focused(), letter)

    def goes_to(self, name: str, key: str = "Tab") -> None:
        """Press a key until the keyboard is on something of this name."""
        gone: list[str] = []
        while not self.stands_on(name):
            gone.append(eyes.name(self.focused()))
            assert len(gone) < _MOST, f"{key} does not lead to “{name}”, but to {gone}"
            self.press(key)

    def goes_by_list(self, choice: str) -> None:
        """Take a choice from the list that is open."""
        self._wait(lambda: QApplication.activePopupWidget() is not None, "no list opens")
        for _ in range(_MOST):
            listed = self.focused()
            assert isinstance(listed, QAbstractItemView)
            if eyes.text(listed.currentIndex()).startswith(choice):
                break
            self.press("Down")
        self.press("Return")

    def stands_on(self, name: str) -> bool:
        """Whether the keyboard is on something of this name."""
        return eyes.name(self.focused()).startswith(eyes.plain(name))

    def focused(self) -> QWidget:
        """Where the keyboard is."""
        focused = QApplication.focusWidget()
        assert focused is not None, "the keyboard is nowhere"
        return focused

    def _shows(self) -> bool:
        """Whether what has the keyboard is seen; a screen is covered by what stands on it."""
        focused = self.focused()
        return focused is self.session.window.screen_shown or not focused.visibleRegion().isEmpty()

    def _look(self, before: QWidget, picture: QImage) -> None:
        """The keyboard shows, and its place looks other than without it; what was scrolled in is not compared."""
        self._wait(self._shows, "the keyboard does not show")
        focused = self.focused()
        if focused is before or focused.window() is not self.session.frame:
            return
        place = QRect(focused.mapTo(self.session.frame, QPoint()), focused.size())
        place.adjust(-_AROUND, -_AROUND, _AROUND, _AROUND)
        assert picture.copy(place) != self._picture().copy(place), f"nothing marks “{eyes.name(focused)}”"

    def _picture(self) -> QImage:
        return self.session.frame.grab().toImage()
