"""Labels: of the desk's own words, which follow the language, and of data, which does not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from wopdesk.ui.foreign import harmless, tip
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.widgets.wrapped import draw_wrapped

_LEAST = "Mm…"


class Label(QLabel):
    """A label that may become one line high: how high it must be follows from its width, and layouts ask for that.

    Nothing in its text is read as HTML or turns letters around, whoever wrote it.
    It begins where reading begins on the screen, also when it says a code or a name in letters of the other direction.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(harmless(text), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._begin()

    @override
    def setText(self, text: str) -> None:
        super().setText(harmless(text))

    def _begin(self) -> None:
        """Stand at the side where reading begins, unless it was centred; Qt would follow the letters."""
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        upright = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | upright)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._begin()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        selected = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        if selected or not self.wordWrap() or not self.alignment() & Qt.AlignmentFlag.AlignRight:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_wrapped(painter, QRectF(self.contentsRect()), self.alignment(), self.text())
        painter.end()

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), self.fontMetrics().height())) if self.wordWrap() else least


def label(text: str, role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> Label:
    """A label of data, such as a name.

    Args:
        text: What it says.
        role: Its look in the style sheet: title, section, label, strong, quiet, hint, problem, figure; "" is body.
        wrap: Whether it may take several lines.
        parent: Where it lies.
    """
    made = Label(text, parent)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


class Elided(Label):
    """A label of data on one line that ends in “…” where it has no room for all, which its tip then says."""

    @property
    def seen(self) -> str:
        """What there is room for."""
        if self.width() >= self.sizeHint().width():
            return self.text()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(_LEAST), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        self.setToolTip("" if self.seen == self.text() else tip(self.text()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.seen == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self.seen)
        painter.end()


class Words(Label):
    """A label that says something of the desk's own, in the language spoken now."""

    def __init__(self, text: str, role: str = "", *, wrap: bool = False, **values: object) -> None:
        super().__init__()
        self._said = (text, values)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        self._retranslate()

    def say(self, text: str, **values: object) -> None:
        """Say something else: an English text of the translations, with values for its `{names}`."""
        self._said = (text, values)
        self._retranslate()

    def _retranslate(self) -> None:
        text, values = self._said
        self.setText(tr(text, **values) if text else "")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
