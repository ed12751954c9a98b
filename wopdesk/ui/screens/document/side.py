"""Beside the pages: how the indicators developed, and what is due next in this partnership."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.overriding import override
from wopdesk.ui.saying import written
from wopdesk.ui.screens.document.background import Background, Coming
from wopdesk.ui.screens.document.development import Development
from wopdesk.ui.theme.tokens import SPACE, Tone
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.page import emptied
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import label

WIDTH = 340
_PICTURES = {"file": "file-text", "review": "clipboard-check", "answer": "message-square", "act": "list-checks"}
_TONES: dict[str, Tone] = {"overdue": "bad", "due": "info", "waiting": "quiet"}


class Side(QWidget):
    """Shows what stands around a record; the figures being typed are drawn as the present month."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.large)
        self._now: dict[str, str] = {}
        self._development: Development | None = None
        self._awaits: tuple[Background, str] | None = None
        self._tells = False

    def show_background(self, around: Background, language: str) -> None:
        """Show what surrounds a record; while there is no room for it, that waits."""
        self._awaits, self._tells = (around, language), bool(around.series or around.coming)
        if self.isVisible():
            self._build(around, language)

    @property
    def tells(self) -> bool:
        """Whether there is anything to be seen."""
        return self._tells

    def _build(self, around: Background, language: str) -> None:
        self._awaits = self._development = None
        emptied(self._column)
        if around.series:
            self._development = Development(around.series, around.present.get("about/period"), language)
            self._column.addWidget(self._development)
        if around.coming:
            self._column.addWidget(_coming(around.coming, language))
        self._column.addStretch()
        self._draw()

    def show_figures(self, figures: dict[str, str]) -> None:
        """Draw what is typed now, by indicator, as the present month's."""
        if figures != self._now:
            self._now = figures
            if self.isVisible():
                self._draw()

    def _draw(self) -> None:
        if self._development is not None:
            self._development.show_figures(self._now)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._awaits is not None:
            self._build(*self._awaits)
        else:
            self._draw()
        super().showEvent(event)


def _coming(coming: Sequence[Coming], language: str) -> Card:
    card = Card("Coming up")
    for number, one in enumerate(coming):
        if number:
            card.body.addWidget(hairline())
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE.tiny, 0, SPACE.tiny)
        row.setSpacing(SPACE.middle)
        row.addWidget(Picture(_PICTURES.get(one.task, "file-text")))
        row.addWidget(label(one.title.in_language(language), wrap=True), 1)
        row.addWidget(_status(one))
        card.body.addLayout(row)
    return card


def _status(one: Coming) -> Pill:
    if one.state == "overdue":
        return Pill("Overdue", "bad")
    pill = Pill("Waiting", _TONES[one.state])
    if one.state == "due" and one.due is not None:
        pill.say("{day}", day=_short(one.due))
    return pill


def _short(day: date) -> str:
    return written(day, short=True)
