"""A few choices side by side, one of which may be taken. Arrow keys move, the space bar takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QSizePolicy

from wopdesk.ui.foreign import caption
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import mark

_AROUND = 2
_TAKE_BACK = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class Segments(QFrame):
    """Choices as (value, label); `changed` tells the value, "" when the choice was taken back with Delete."""

    changed = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]] = (), *, compact: bool = False) -> None:
        super().__init__()
        mark(self, surface="segments", compact=compact)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*[_AROUND] * 4)
        self._row.setSpacing(1)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        self._value = ""
        self.set_choices(choices)

    @property
    def value(self) -> str:
        """What is taken, "" for nothing."""
        return self._value

    @property
    def breadth(self) -> int:
        """How wide all choices are side by side."""
        hints = [button.sizeHint().width() for button in self.buttons]
        return sum(hints) + max(0, len(hints) - 1) * self._row.spacing() + 2 * _AROUND

    def fit(self, room: int) -> None:
        """Stand below each other where there is no room to be read side by side."""
        directions = QBoxLayout.Direction
        fits = self.breadth <= room
        self._row.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """One for each choice, in order."""
        return self._group.buttons()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; the value stays."""
        for button in self.buttons:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        for value, label in choices:
            button = QRadioButton(caption(label), self)
            button.setProperty("value", value)
            button.setProperty("label", label)
            button.setAccessibleName(self._full_name(label))
            button.installEventFilter(self)
            self._group.addButton(button)
            self._row.addWidget(button)
        for button in self.buttons[:1]:
            self.setFocusProxy(button)
        self.set_value(self._value)

    def set_value(self, value: str) -> None:
        """Take a choice without telling."""
        self._value = value
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(button.property("value") == value)
        self._group.setExclusive(True)

    def name(self, name: str) -> None:
        """Say what is chosen here, to those who do not see it."""
        self.setAccessibleName(name)
        for button in self.buttons:
            button.setAccessibleName(self._full_name(button.property("label")))

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest choice: whoever gives less room than for all side by side asks them to fit."""
        widest = max((button.sizeHint().width() for button in self.buttons), default=0)
        least = super().minimumSizeHint()
        return QSize(min(least.width(), widest + 2 * _AROUND), least.height())

    def _full_name(self, label: str) -> str:
        return f"{self.accessibleName()}: {label}" if self.accessibleName() else label

    def _tell(self, button: QRadioButton) -> None:
        self._value = str(button.property("value"))
        self.changed.emit(self._value)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TAKE_BACK:
            if self._value:
                self.set_value("")
                self.changed.emit("")
            return True
        return False
