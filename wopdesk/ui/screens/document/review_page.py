"""The last page: what is to be put right with the way there, what will be sent and to whom, and the paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.form.tab_order import chain
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.document.content import Part, Review
from wopdesk.ui.screens.document.progress import Listed
from wopdesk.ui.screens.document.whereto import staying, whereto
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.fact_list import FactList, Line
from wopdesk.ui.widgets.page import Page, emptied
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.row import Row, Saying, inset_hairline
from wopdesk.ui.widgets.words import Words, label

_MOST = 40
"""Problems that are listed; whoever has more works through them page by page, and the others follow."""
_START, _END = 3, SPACE.middle + 3
"""As much room beside it as beside the pages of the form, and the ring around what has the keyboard."""


class ReviewPage(QWidget):
    """Shows a `Review`; `gone_to` names a field, `preview_wanted` asks for the paper."""

    gone_to = Signal(str)
    preview_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: Review | None = None
        self.rows: list[Row] = []
        self.preview = Button("Look at the paper", "plain", "eye")
        self.preview.clicked.connect(self.preview_wanted)
        self._title = Words("Review", "section")
        self._area = Page("Review")
        self._area.setProperty("surface", "page")
        self._area.column.setContentsMargins(_START, 0, _END, SPACE.large)
        self._area.viewport().setAutoFillBackground(False)
        inside = self._area.widget()
        if inside is not None:  # there always is: the page made it
            inside.setObjectName("")
            inside.setAutoFillBackground(False)
        self._state, self._facts, self._parts = QVBoxLayout(), QVBoxLayout(), list[FactList]()
        self._area.column.setSpacing(SPACE.middle)
        for inner in (self._state, self._facts):
            inner.setSpacing(SPACE.middle)
            self._area.column.addLayout(inner)
        self._area.column.addStretch()
        head = QHBoxLayout()
        head.setContentsMargins(_START, 0, _END, 0)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.middle)
        column.addLayout(head)
        column.addWidget(self._area, 1)

    def show_review(self, review: Review, *, anew: bool = False) -> None:
        """Show it; `anew` says it in another language."""
        if review == self._shown and not anew:
            return
        before, self._shown = self._shown, review
        self._title.say("Review and send" if review.editing else "What was sent")
        if anew or before is None or replace(before, parts=review.parts) != review:
            emptied(self._state)
            self.rows = []
            if review.editing:
                self._show_state(review)
        self._show_parts(review.parts)

    def prepare(self, review: Review) -> Iterator[None]:
        """Show it before it is seen, in small steps, so that what did not change needs no more work then."""
        for many in range(min(len(self._parts), len(review.parts)), len(review.parts) + 1):
            self.show_review(replace(review, parts=review.parts[:many]))
            yield
            self.grab(QRect(0, 0, 1, 1))  # Qt lays out what is hidden only for a picture of it
            yield

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in its order."""
        return chain(self)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._shown = None  # all is said anew
        super().changeEvent(event)

    def focus_first(self) -> None:
        """Give the keyboard to the first problem, else to the paper."""
        (self.rows[0] if self.rows else self.preview).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self, parts: Sequence[Part]) -> None:
        while len(self._parts) < len(parts):
            self._parts.append(FactList())
            self._facts.addWidget(self._parts[-1])
        for gone in self._parts[len(parts) :]:
            self._facts.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        del self._parts[len(parts) :]
        for shown, part in zip(self._parts, parts, strict=True):
            shown.show_facts(part.title, [Line(fact.label, fact.text) for fact in part.facts])

    def _show_state(self, review: Review) -> None:
        column = self._state
        if not review.problems:
            column.addLayout(_line("circle-check", "good", tr("Everything needed is answered.")))
            column.addLayout(_line("send", "text_soft", whereto(review.recipients, review.awaited)))
            if review.staying:
                column.addLayout(_line("lock", "text_soft", staying(review.staying)))
            return
        column.addWidget(self._box(review.problems))

    def _box(self, problems: Sequence[Listed]) -> QFrame:
        """What is to be put right, each with the way there."""
        box = QFrame()
        box.setProperty("surface", "inset")
        rows = QVBoxLayout(box)
        rows.setContentsMargins(SPACE.small, SPACE.middle, SPACE.small, SPACE.tiny)
        rows.setSpacing(0)
        said = _line("circle-alert", "bad", tr("{count} to fix before it can be sent", count=len(problems)), "strong")
        said.setContentsMargins(SPACE.small, 0, SPACE.small, SPACE.tiny)
        said.setSpacing(SPACE.middle)  # as the rows below
        rows.addLayout(said)
        for number, problem in enumerate(problems[:_MOST]):
            if number:
                rows.addLayout(inset_hairline())
            rows.addWidget(self._row(problem))
        if len(problems) > _MOST:
            rows.addWidget(label(tr("And {count} more, which follow as these are fixed.", count=len(problems) - _MOST)))
        return box

    def _row(self, problem: Listed) -> Row:
        where = " · ".join(part for part in (problem.title, problem.row) if part)
        colon = "" if problem.label.endswith(("?", "؟", ".", "۔")) else ":"
        said = f"{problem.label}{colon} {problem.message}"
        row = Row("circle-alert", Saying(said, where, ""), "bad")
        row.setAccessibleName(f"{said} {tr('Go there')}")
        row.clicked.connect(lambda: self.gone_to.emit(problem.path))
        self.rows.append(row)
        return row


def _line(picture: str, ink: str, text: str, role: str = "") -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.small)
    row.addWidget(Picture(picture, ink, 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text, role, wrap=True), 1)
    return row
