"""A row that leads somewhere: an icon, what it is about, a line below, its status. All of it can be pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from wopdesk.ui.theme.appearance import colour
from wopdesk.ui.theme.tokens import SPACE, Tone
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import label

_INKS: dict[Tone, str] = {
    "info": "accent_text",
    "good": "good",
    "warn": "warn",
    "bad": "bad",
    "quiet": "text_soft",
}


@dataclass(frozen=True)
class Saying:
    """What a row says, in the language of the screen: its words, a line below them, and a short status."""

    text: str
    detail: str = ""
    status: str = ""


class Row(QAbstractButton):
    """A row; `clicked` when it is pressed. One that leads nowhere takes no keyboard."""

    def __init__(self, picture: str, said: Saying, tone: Tone = "quiet", *, leads: bool = True) -> None:
        super().__init__()
        self.setEnabled(leads)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(", ".join(part for part in (said.text, said.status) if part))
        self.setAccessibleDescription(said.detail)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        line.setSpacing(SPACE.middle)
        upright = Qt.AlignmentFlag.AlignTop if said.detail else Qt.AlignmentFlag.AlignVCenter
        line.addWidget(Picture(picture, _INKS[tone]), 0, upright)
        line.addLayout(_words(said), 1)
        if said.status:
            line.addWidget(Pill(said.status, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        if leads:
            turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            line.addWidget(Picture("chevron-left" if turned else "chevron-right", "text_faint", 16))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

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
        painter.end()


def _words(said: Saying) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label(said.text, "label", wrap=True))
    if said.detail:
        column.addWidget(label(said.detail, "hint", wrap=True))
    return column


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
            inset = QVBoxLayout()
            inset.setContentsMargins(SPACE.small, 0, SPACE.small, 0)
            inset.addWidget(hairline())
            self.body.addLayout(inset)
        self.body.addWidget(row)


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
        self.more.setVisible(len(self.rows) < len(self._makers))
        if len(self.rows) < len(self._makers):
            self.body.addWidget(self.more)

    def _show_more(self) -> None:
        first = len(self.rows)
        self._show(_MORE)
        self.rows[first].setFocus()


_MORE = 20
"""Rows that one press brings: as many as a window can make without a halt."""
