"""A drop-down list that can be empty, does not change under the mouse wheel, and paints its own arrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QWidget

from wopdesk.ui.foreign import caption, harmless
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.icons import paint_icon
from wopdesk.ui.widgets.second_press import SecondPress

_ARROW, _INSET = 16, 10
_MOST_SEEN = 14
"""So many lines of a list are seen at once."""
_FLAGS = Qt.ItemDataRole.UserRole - 1
"""The role under which Qt's own model of a list keeps what can be done with a line."""


class Combo(QComboBox):
    """Choices as (value, label); `taken` tells the value, "" for the empty line."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(QListView(self))
        self._second = SecondPress(self.view().window())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(_MOST_SEEN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda: self.taken.emit(self.value))
        self._label = QLabel(parent)
        self._label.hide()
        self._label.setBuddy(self)
        self.destroyed.connect(self._label.deleteLater)

    @override
    def setAccessibleName(self, name: str) -> None:
        """Name it; on Linux, where Qt tells what is taken as the name, an unseen label says what it is called."""
        super().setAccessibleName(name)
        self._label.setText(caption(name))
        self.view().setAccessibleName(name)

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.ParentChange:
            self._label.setParent(self.parentWidget())
        return done

    @property
    def value(self) -> str:
        """What is taken."""
        return str(self.currentData() or "")

    def offer(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Offer choices with an empty line before them, and take one.

        A value that is not offered, as one that was pasted, stays until another is taken; it cannot be chosen.
        """
        strange = value not in {"", *(choice for choice, _ in choices)}
        other = [(value, tr("{answer} – not in the list", answer=harmless(value)))] if strange else []
        lines = [("", ""), *choices, *other]
        if lines != [(self.itemData(at), self.itemText(at)) for at in range(self.count())]:
            self.clear()
            for choice, text in lines:
                self.addItem(text, choice)
            if strange:
                self.setItemData(self.count() - 1, Qt.ItemFlag.NoItemFlags.value, _FLAGS)
        self.setCurrentIndex([choice for choice, _ in lines].index(value))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = _INSET if turned else self.width() - _ARROW - _INSET
        ink = worn().colours.text_soft if self.isEnabled() else worn().colours.text_faint
        paint_icon(painter, "chevron-down", ink, QRectF(left, (self.height() - _ARROW) / 2, _ARROW, _ARROW))
        painter.end()
