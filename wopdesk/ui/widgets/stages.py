"""The pages of a wizard as a list: done, here, to come, and how many problems each still has. Each is a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from wopdesk.ui.foreign import tip
from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.fonts import sized
from wopdesk.ui.widgets.navigation import moved_between, pressed_among
from wopdesk.ui.widgets.tick import paint_check

State = Literal["done", "open", "problem"]
_HEIGHT, _CIRCLE, _INDENT = 36, 20, 38
_EDGE, _COUNT, _LINES = 8, 18, 3
"""Free room behind a title, what the number of its problems takes, and how many lines a title has at most."""
_ABSOLUTE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


@dataclass(frozen=True)
class Stage:
    """A page: its title, and how it stands.

    Attributes:
        title: of the page.
        state: how it stands.
        problems: how many it shows.
        marks: at how many of its answers something is noted, such as a remark.
        marked: what is noted, in words.
    """

    title: str
    state: State = "open"
    problems: int = 0
    marks: int = 0
    marked: str = ""


class Stages(QFrame):
    """The list; `opened` tells the number of a page, from 0."""

    opened = Signal(int)

    def __init__(self, stages: Sequence[Stage] = (), current: int = 0) -> None:
        super().__init__()
        self.setProperty("surface", "stages")
        self.setFixedWidth(192)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.buttons: list[_StageButton] = []
        self.set_stages(stages, current)

    def set_stages(self, stages: Sequence[Stage], current: int) -> None:
        """Show how the pages stand now, and which one is open."""
        while len(self.buttons) < len(stages):
            self._add_button(len(self.buttons))
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(stages))
            if number < len(stages):
                button.show_stage(stages[number], current=number == current)

    def _add_button(self, number: int) -> None:
        button = _StageButton(self)
        button.clicked.connect(lambda: self.opened.emit(number))
        self.buttons.append(button)
        self._column.addWidget(button)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = [button for button in self.buttons if not button.isHidden()]
        if not moved_between(event, shown) and not pressed_among(event, shown):
            super().keyPressEvent(event)


class _StageButton(QAbstractButton):
    """One page of the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(_HEIGHT)
        self._stage, self._current, self._spoken = Stage(""), False, ""

    def show_stage(self, stage: Stage, *, current: bool) -> None:
        if (stage, current, spoken()) == (self._stage, self._current, self._spoken):
            return
        self._stage, self._current, self._spoken = stage, current, spoken()
        said = tr("open now") if current else {"done": tr("done"), "open": tr("not finished")}.get(stage.state, "")
        problems = tr("{count} to fix", count=stage.problems) if stage.problems else ""
        self.setAccessibleName(", ".join(part for part in (stage.title, said, problems, stage.marked) if part))
        self._fit()
        self.update()

    def _fit(self) -> None:
        """A title takes as many lines as it needs; what is longer still is told by the tooltip."""
        metrics = QFontMetrics(self._font(current=True))
        lines = broken(self._stage.title, metrics, self.width() - _INDENT - _EDGE - _COUNT)
        is_cut = " ".join(lines) != " ".join(self._stage.title.split())
        told = (self._stage.title if is_cut else "", self._stage.marked)
        self.setToolTip(tip(": ".join(part for part in told if part)))
        self.setFixedHeight(_HEIGHT + (len(lines) - 1) * metrics.lineSpacing())

    def _font(self, *, current: bool) -> QFont:
        return sized(self.font(), worn().sizes.body, QFont.Weight.DemiBold if current else QFont.Weight.Normal)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(184, self.minimumHeight())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        area = QRectF(self.rect())
        if self._current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if self._current else "sunken"))
            painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        self._paint_circle(painter, QPointF(self.width() - _CIRCLE if turned else _CIRCLE, area.center().y()))
        self._paint_title(painter, area, turned=turned)
        painter.end()

    def _paint_circle(self, painter: QPainter, centre: QPointF) -> None:
        if self._stage.state == "done" and not self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("good_soft"))
            painter.drawEllipse(centre, 9, 9)
            paint_check(painter, centre, 1.0, "good")
            return
        ink = "accent" if self._current else "bad" if self._stage.state == "problem" else "border_strong"
        painter.setPen(QPen(colour(ink), 2.0 if self._current else 1.6))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(centre, 8, 8)
        if self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(centre, 3.4, 3.4)

    def _paint_title(self, painter: QPainter, area: QRectF, *, turned: bool) -> None:
        words = area.adjusted(_EDGE, 0, -_INDENT, 0) if turned else area.adjusted(_INDENT, 0, -_EDGE, 0)
        near, far = (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
        near, far = (near, far) if turned else (far, near)
        if self._stage.problems:
            painter.setFont(sized(self.font(), worn().sizes.small, QFont.Weight.DemiBold))
            painter.setPen(colour("bad"))
            painter.drawText(words, far | _ABSOLUTE, str(self._stage.problems))
        elif self._stage.marks:
            self._paint_marks(painter, words.left() if turned else words.right() - _COUNT)
        words.adjust(_COUNT, 0, 0, 0) if turned else words.adjust(0, 0, -_COUNT, 0)
        lines = broken(self._stage.title, QFontMetrics(self._font(current=True)), int(words.width()))
        painter.setFont(self._font(current=self._current))
        ink = "accent_text" if self._current else "text" if self._stage.state == "done" else "text_soft"
        painter.setPen(colour(ink))
        painter.drawText(words, near | _ABSOLUTE, "\n".join(lines))

    def _paint_marks(self, painter: QPainter, left: float) -> None:
        """How many of its answers something is noted at, in a badge."""
        badge = QRectF(left, (self.height() - _COUNT) / 2, _COUNT, _COUNT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("warn_soft"))
        painter.drawRoundedRect(badge, _COUNT / 2, _COUNT / 2)
        painter.setFont(sized(self.font(), worn().sizes.small, QFont.Weight.DemiBold))
        painter.setPen(colour("warn"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._stage.marks))


def broken(title: str, metrics: QFontMetrics, room: int) -> list[str]:
    """A title in a few lines, the last one cut short where even they are not enough."""
    lines: list[str] = []
    rest = title.split()
    while rest and len(lines) < _LINES - 1:
        line = rest.pop(0)
        while rest and metrics.horizontalAdvance(f"{line} {rest[0]}") <= room:
            line = f"{line} {rest.pop(0)}"
        lines.append(line)
    lines += [" ".join(rest)] if rest or not lines else []
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
