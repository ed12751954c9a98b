"""A button of the navigation: its name stands beside its icon, or beneath where the navigation is a narrow rail."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.fonts import sized
from wopdesk.ui.theme.icons import icon
from wopdesk.ui.theme.tokens import LAYOUT

EDGE = 4
"""Free room between a rail's buttons and its edges."""
_HEIGHT, _ICON, _PAD, _GAP = 38, 18, 8, 4
_WRAPPED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class RailButton(QToolButton):
    """A place or deed of the navigation. A caption takes as many lines as it needs, so that no word is cut."""

    def __init__(self) -> None:
        super().__init__()
        self._narrow = self._is_current = False
        self.setIconSize(QSize(_ICON, _ICON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, said: str, picture: str) -> None:
        """Bear a name, and an icon in the colours of now."""
        colours = worn().colours
        self.setText("  " + said)
        self.setAccessibleName(said)
        self.show_current(current=self._is_current)
        self.setIcon(icon(picture, colours.nav_text, colours.on_nav))
        self.set_narrow(narrow=self._narrow)

    def show_current(self, *, current: bool) -> None:
        """Show whether this place is the one that is open; a button that could be checked would read as a check box."""
        self._is_current = current
        self.setAccessibleDescription(tr("open now") if current else "")
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """With the name beneath the icon, or beside it."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    @property
    def caption_area(self) -> QRect:
        """Where the caption stands in a rail, as wide and high as its words are."""
        room = QRect(1, _PAD + _ICON + _GAP, LAYOUT.navigation_narrow - 2 * EDGE - 2, 999)
        metrics = QFontMetrics(self._caption_font(QFont.Weight.DemiBold))  # chosen or not, it is as high
        return metrics.boundingRect(room, _WRAPPED, self.accessibleName())

    def _caption_font(self, weight: QFont.Weight) -> QFont:
        return sized(self.font(), worn().sizes.tiny, weight)

    @override
    def sizeHint(self) -> QSize:
        if self._narrow:
            return QSize(LAYOUT.navigation_narrow - 2 * EDGE, self.caption_area.bottom() + 1 + _PAD)
        return QSize(super().sizeHint().width(), _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
        super().changeEvent(event)

    @override
    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        if self._is_current:  # looks as if it were checked
            option.state |= QStyle.StateFlag.State_On

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._narrow:
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionToolButton()
        self.initStyleOption(option)
        option.icon, option.text = QIcon(), ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        state = QIcon.State.On if self._is_current else QIcon.State.Off
        self.icon().paint(painter, (self.width() - _ICON) // 2, _PAD, _ICON, _ICON, state=state)
        self._paint_caption(painter)
        painter.end()

    def _paint_caption(self, painter: QStylePainter) -> None:
        bright = self._is_current or self.underMouse()
        painter.setFont(self._caption_font(QFont.Weight.DemiBold if self._is_current else QFont.Weight.Medium))
        painter.setPen(colour("on_nav" if bright else "nav_text"))
        area = self.caption_area
        painter.drawText(QRectF(1, area.top(), self.width() - 2, area.height()), _WRAPPED, self.accessibleName())
