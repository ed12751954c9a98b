"""The lines below an editor: what is wrong comes first, then what a reviewer said, then what helps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.form.question import Question
from wopdesk.ui.i18n import isolated
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.icons import paint_icon
from wopdesk.ui.widgets.aloud import announce
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Label, label

_GAP = "\u2002·\u2002"
_ICON, _BEHIND = 15, 6
"""The size of an icon, and the room behind it."""


class Below(QWidget):
    """Shows problem, remark, figures beside and hint of a question. Most have none, so each is made when needed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._problem: Line | None = None
        self._remark: Remark | None = None
        self._beside: Label | None = None
        self._hint: Label | None = None

    def show_question(self, question: Question) -> None:
        """Show what stands there now; a new problem is announced."""
        self._show_problem(question.problem)
        self._show_remark(question)
        self._beside = self._show_words(self._beside, beside(question), at=2)
        self._hint = self._show_words(self._hint, question.hint, at=3)
        self.setVisible(bool(question.problem or question.remark or question.beside or question.hint))

    def _show_problem(self, text: str) -> None:
        if self._problem is None and text:
            self._problem = Line("circle-alert", "bad", "problem")
            self._column.insertWidget(0, self._problem)
        if self._problem is not None:
            self._problem.show_text(text)

    def _show_remark(self, question: Question) -> None:
        if self._remark is None and question.remark:
            self._remark = Remark()
            self._column.insertWidget(int(self._problem is not None), self._remark)
        if self._remark is not None:
            self._remark.show_remark(question.reviewer, question.remark)

    def _show_words(self, words: Label | None, text: str, at: int) -> Label | None:
        if words is None and text:
            words = label("", "hint", wrap=True)
            earlier = (self._problem, self._remark, self._beside)[:at]
            self._column.insertWidget(sum(line is not None for line in earlier), words)
        if words is not None:
            words.setText(text)
            words.setVisible(bool(text))
        return words


class Line(Label):
    """Words with an icon at their start. Many may come at once, so it is one widget, which paints both."""

    def __init__(self, picture: str, ink: str, role: str) -> None:
        super().__init__()
        self._icon = (picture, ink)
        self.setProperty("role", role)
        self.setWordWrap(True)

    def show_text(self, text: str) -> None:
        """Show and announce it; nothing where there is nothing to say."""
        if text and text != self.text():
            announce(self, text)
        self.setText(text)
        self.setVisible(bool(text))

    @property
    def _turned(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @override
    def _begin(self) -> None:
        """Behind the icon, which stands where reading begins."""
        super()._begin()
        room = _ICON + _BEHIND
        self.setContentsMargins(*((0, 0, room, 0) if self._turned else (room, 0, 0, 0)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        name, ink = self._icon
        painter = QPainter(self)
        left = self.width() - _ICON if self._turned else 0
        paint_icon(painter, name, getattr(worn().colours, ink), QRectF(left, 0, _ICON, _ICON))
        painter.end()


class Remark(QFrame):
    """What a reviewer said, under the reviewer's name."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "remark")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(_BEHIND)
        row.addWidget(Picture("message-square", "warn", _ICON), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        self._who, self._words = label("", "remark"), label("", "small", wrap=True)
        column.addWidget(self._who)
        column.addWidget(self._words)
        row.addLayout(column, 1)

    def show_remark(self, who: str, text: str) -> None:
        """Show it; nothing where nothing was said."""
        self._who.setText(who)
        self._who.setVisible(bool(who))
        self._words.setText(text)
        self.setVisible(bool(text))


def beside(question: Question) -> str:
    """The figures beside the answer on one line, each in its own direction."""
    return _GAP.join(isolated(text) for text in question.beside)
