"""The timeline of a partnership: its steps in a row, painted; where room is short, the current one and its neighbours.

One widget with one place for the keyboard: arrow keys, Home and End move from step to step, Enter opens one, and its
accessible name says the step that the keyboard is on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.fonts import sized, words_width
from wopdesk.ui.widgets.stepper_paint import paint_steps

State = Literal["done", "passed", "current", "overdue", "ahead"]
_SAID: dict[State, str] = {
    "done": "done",
    "passed": "no document here",
    "current": "in progress",
    "overdue": "overdue",
    "ahead": "not started",
}
_LEAST, _MOST = 78, 132
"""Width of a step in pixels; between both, that of the longest word."""
_BESIDE_NAME = 66
"""Height of all but the name."""


@dataclass(frozen=True)
class Step:
    """One step: its short name (a soft hyphen says where it may break), when, how it stands."""

    name: str
    when: str
    state: State


@dataclass(frozen=True)
class Stretch:
    """Which steps are in view, from `first`, and how wide each is."""

    first: int
    count: int
    slot: float
    from_right: bool

    def x(self, index: int) -> float:
        """The middle of a step."""
        place = (index - self.first + 0.5) * self.slot
        return self.count * self.slot - place if self.from_right else place

    def at(self, x: float) -> int:
        """The step at a place."""
        place = self.count * self.slot - x if self.from_right else x
        return self.first + max(0, min(self.count - 1, int(place // self.slot)))


def stretch(total: int, centre: int, room: tuple[int, int], *, from_right: bool) -> Stretch:
    """All steps if they fit, else as many as fit around the centre.

    Args:
        total: How many steps there are.
        centre: The step to be in view.
        room: Width of all, least width of a step.
        from_right: Whether the first is at the right.
    """
    width, least = room
    count = max(1, min(total, max(3, width // least)))
    first = max(0, min(total - count, centre - (count - 1) // 2))
    return Stretch(first, count, width / count, from_right)


def _broken(name: str) -> list[str]:
    """The parts of a name that stay together: breaks are spaces, soft hyphens and spaces without width."""
    return name.replace("\u00ad", "- ").replace("\u200b", " ").split()


class Stepper(QAbstractButton):
    """The timeline; `opened` tells the number of a step, from 0. As a button it presses the step that it names."""

    opened = Signal(int)

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self.clicked.connect(self._open)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show other steps; the keyboard goes to the first that is not behind."""
        self.steps = tuple(steps)
        self._measure()
        undone = (number for number, step in enumerate(self.steps) if step.state not in {"done", "passed"})
        self.current = next(undone, max(0, len(self.steps) - 1))
        self._move(self.current)

    @property
    def stretch(self) -> Stretch:
        """What is in view now."""
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return stretch(len(self.steps), self.at, (self.width(), self._slot), from_right=from_right)

    def _measure(self) -> None:
        """How wide a step must be for its longest word, and how high the highest name is then."""
        font = sized(self.font(), worn().sizes.small, QFont.Weight.Medium)
        parts = [part for step in self.steps for part in _broken(step.name)]
        widest = max((words_width(font, part) for part in parts), default=0)
        self._slot = min(_MOST, max(_LEAST, round(widest) + 5))
        room, wrap = QRect(0, 0, self._slot - 6, 200), Qt.TextFlag.TextWordWrap
        heights = [QFontMetrics(font).boundingRect(room, wrap, step.name).height() for step in self.steps]
        self._name_height = max(heights, default=0)
        self.updateGeometry()

    def _move(self, to: int) -> None:
        self.at = max(0, min(len(self.steps) - 1, to))
        self.setAccessibleName(self._name())
        self.update()

    def _open(self) -> None:
        if self.steps:
            self.opened.emit(self.at)

    def _name(self) -> str:
        if not self.steps:
            return tr("Timeline")
        step = self.steps[self.at]
        values = {"number": self.at + 1, "total": len(self.steps), "name": step.name.replace("\u00ad", "")}
        return tr("Timeline, step {number} of {total}: {name}", **values) + f", {tr(_SAID[step.state])}, {step.when}"

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._slot * len(self.steps), _BESIDE_NAME + self._name_height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(3 * self._slot, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_steps(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        moves = {
            Qt.Key.Key_Right: self.at + forward,
            Qt.Key.Key_Left: self.at - forward,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.steps) - 1,
        }
        if event.key() in moves:
            self._move(moves[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.steps:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.steps and event.button() == Qt.MouseButton.LeftButton:
            pressed = self.stretch.at(event.position().x())
            self._move(pressed)
            self.click()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._move(self.current)
        super().focusOutEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.steps:
            step = self.steps[self.stretch.at(event.pos().x())]
            QToolTip.showText(event.globalPos(), step.name.replace("\u00ad", ""), self)
            return True
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.FontChange}:
            self._measure()
            self._move(self.at)
        super().changeEvent(event)
