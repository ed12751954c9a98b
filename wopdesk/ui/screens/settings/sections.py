"""The list of sections at the start of the settings. Up and down move between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.fonts import sized
from wopdesk.ui.theme.icons import paint_icon
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.navigation import moved_between

_HEIGHT, _ICON, _INDENT = 38, 18, 40


@dataclass(frozen=True)
class Section:
    """A section: its key, its name (a text of the desk), its icon."""

    key: str
    title: str
    picture: str


class Sections(Card):
    """The list; `opened` tells the key of the section that was pressed."""

    opened = Signal(str)

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setFixedWidth(232)
        self.body.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        self.body.setSpacing(2)
        self.buttons: dict[str, SectionButton] = {}
        for section in sections:
            button = SectionButton(section)
            button.clicked.connect(lambda _on=False, key=section.key: self.opened.emit(key))
            self.buttons[section.key] = button
            self.body.addWidget(button)

    def open(self, key: str) -> None:
        """Show which section is open, without telling."""
        for section, button in self.buttons.items():
            button.show_current(current=section == key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not moved_between(event, [one for one in self.buttons.values() if not one.isHidden()]):
            super().keyPressEvent(event)


class SectionButton(QAbstractButton):
    """One section."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section
        self._is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(_HEIGHT)
        self._name()

    def _name(self) -> None:
        self.setText(tr(self._section.title))
        self.setAccessibleName(self.text())
        self.show_current(current=self._is_current)

    def show_current(self, *, current: bool) -> None:
        """Show whether this section is the one that is open; what could be checked would read as a check box."""
        self._is_current = current
        self.setAccessibleDescription(tr("open now") if current else "")
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()  # the list moves
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self._is_current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if self._is_current else "sunken"))
            painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        self._paint_words(painter, area)
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ink = colour("accent_text" if self._is_current else "text_soft")
        left = self.width() - 12 - _ICON if turned else 12
        paint_icon(painter, self._section.picture, ink.name(), QRectF(left, (_HEIGHT - _ICON) / 2, _ICON, _ICON))
        weight = QFont.Weight.DemiBold if self._is_current else QFont.Weight.Medium
        painter.setFont(sized(self.font(), worn().sizes.body, weight))
        painter.setPen(colour("accent_text" if self._is_current else "text"))
        words = area.adjusted(8, 0, -_INDENT, 0) if turned else area.adjusted(_INDENT, 0, -8, 0)
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, self.text())
