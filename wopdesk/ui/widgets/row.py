"""A row that leads somewhere: an icon, what it is about, a line below, its status. All of it can be pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.tokens import SPACE, Tone
from wopdesk.ui.widgets.button import Button, pressed_by
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.row_paint import Places, RowPen, Saying, placed

_WIDE, _NARROW = 480, 160
"""Widths that a row likes, and that it can do with, in pixels."""
_INKS: dict[Tone, str] = {
    "info": "accent_text",
    "good": "good",
    "warn": "warn",
    "bad": "bad",
    "quiet": "text_soft",
}


class Row(QAbstractButton):
    """A row; `clicked` when it is pressed. One that leads nowhere takes no keyboard.

    It is painted, not put together from labels: a screen shows many, and the style sheet dresses each label.
    """

    def __init__(self, picture: str, said: Saying, tone: Tone = "quiet", *, leads: bool = True) -> None:
        super().__init__()
        self._picture, self._said, self._tone = picture, said, tone
        self._laid: dict[int, Places] = {}
        self.setEnabled(leads)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(part for part in (said.text, said.status) if part))
        self.setAccessibleDescription(said.detail)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def places(self, width: int) -> Places:
        """Where everything lies in a row of this width."""
        if width not in self._laid:
            self._laid[width] = placed(self._said, self.font(), width, leads=self.isEnabled())
        return self._laid[width]

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDE, self.heightForWidth(_WIDE))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROW, 2 * SPACE.small + worn().sizes.body)

    @override
    def heightForWidth(self, width: int) -> int:
        return self.places(width).height

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("sunken"))
            painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pen = RowPen(painter, self.font(), self.places(self.width()), self.width(), turned=turned)
        pen.icon(self._picture, _INKS[self._tone])
        pen.words(self._said)
        pen.status(self._said.status, self._tone)
        if self.isEnabled():
            pen.chevron()
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(event, self):
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange}:
            self._laid = {}
            self.updateGeometry()
        super().changeEvent(event)


class RowCard(Card):
    """A card of rows, with a line between two of them."""

    def __init__(self, title: str, beside: QWidget | None = None) -> None:
        """With a heading of the desk's own texts, and a widget at the end of its line."""
        super().__init__(title, beside)
        self.body.setContentsMargins(SPACE.middle, SPACE.large, SPACE.middle, SPACE.middle)
        self.body.setSpacing(2)
        for head in self.body.findChildren(QHBoxLayout):
            head.setContentsMargins(SPACE.small, 0, SPACE.small, SPACE.tiny)

    def add(self, row: Row) -> None:
        """Put a row below the others."""
        if self.body.count() > 1:
            self.body.addLayout(inset_hairline())
        self.body.addWidget(row)


def inset_hairline() -> QVBoxLayout:
    """A line between two rows, as long as what they say."""
    inset = QVBoxLayout()
    inset.setContentsMargins(SPACE.small, 0, SPACE.small, 0)
    inset.addWidget(hairline())
    return inset


class LongCard(RowCard):
    """A card of rows that are made as they are wanted: the first few, and more at the press of a button."""

    def __init__(self, title: str, makers: Sequence[Callable[[], Row]], shows: int = 8) -> None:
        """With a heading of the desk's own texts, what makes each row, and how many show at first."""
        super().__init__(title)
        self._makers, self.rows = list(makers), list[Row]()
        self.more = Button("Show more", "quiet", "chevron-down")
        self.more.clicked.connect(self._show_more)
        self._show(shows)

    def _show(self, count: int) -> None:
        self.body.removeWidget(self.more)
        for make in self._makers[len(self.rows) : len(self.rows) + count]:
            row = make()
            self.rows.append(row)
            self.add(row)
        self.body.addWidget(self.more)
        self.more.setVisible(len(self.rows) < len(self._makers))

    def _show_more(self) -> None:
        first = len(self.rows)
        self._show(_MORE)
        self.rows[first].setFocus()


_MORE = 20
"""Rows that one press brings: as many as a window can make without a halt."""


__all__ = ["LongCard", "Row", "RowCard", "Saying", "inset_hairline"]
