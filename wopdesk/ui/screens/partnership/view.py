"""One partnership: timeline above, documents, advice and history below, figures and members beside. Knows no desk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.circles.awaited_panel import AwaitedPanel
from wopdesk.ui.i18n import spoken
from wopdesk.ui.screens.partnership.cards import FiguresCard, MembersCard, PapersCard, advice_card, history_card
from wopdesk.ui.screens.partnership.content import Partnership
from wopdesk.ui.screens.partnership.timeline import TimelineCard
from wopdesk.ui.screens.partnership.trend import TrendCard
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.keyboard import keyboard_kept
from wopdesk.ui.widgets.page import Page, emptied

SIDE = 352
"""Width of the cards beside, in pixels."""


class PartnershipView(QWidget):
    """Shows a `Partnership`. `opened` tells where a line leads; the others what is to be done."""

    opened = Signal(object)
    document_wanted = Signal()
    member_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Partnership, str] | None = None
        self.trend = TrendCard(())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._page = Page("Partnership", self)
        outer.addWidget(self._page)
        self.awaited = AwaitedPanel()
        self.awaited.offices.connect(lambda: self.opened.emit(Where("offices")))
        self.awaited.sending.connect(lambda: self.opened.emit(Where("exchange")))
        self._page.column.addWidget(self.awaited)

    def show_content(self, content: Partnership) -> None:
        """Show it; where nothing changed, everything stays as it is."""
        if self._shown == (content, spoken()):
            return
        self._shown = (content, spoken())
        with keyboard_kept(self):
            self._show(content)

    def _show(self, content: Partnership) -> None:
        chosen = self.trend.chosen
        emptied(self._page.column, keep=1)
        self.awaited.show_awaited(content.awaited)
        self.timeline = TimelineCard(content)
        self._page.column.addWidget(self.timeline)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE.large)
        columns.addLayout(self._work(content), 1)
        self.trend = TrendCard(content.trends, chosen)
        columns.addLayout(self._beside(content))
        self._page.column.addLayout(columns)
        self._page.column.addStretch()

    def _work(self, content: Partnership) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE.large)
        self.papers = PapersCard(content.papers)
        self.papers.wanted.connect(self.document_wanted)
        self.advice, self.history = advice_card(content.advice), history_card(content.history)
        for card in (self.papers, self.advice, self.history):
            card.opened.connect(self.opened)
            column.addWidget(card)
        column.addStretch()
        return column

    def _beside(self, content: Partnership) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE.large)
        self.members = MembersCard(content.members, adds=content.invitable is not None)
        self.members.wanted.connect(self.member_wanted)
        self.members.sending.connect(lambda: self.opened.emit(Where("exchange")))
        for card in (self.trend, FiguresCard(content.figures), self.members):
            card.setFixedWidth(SIDE)
            column.addWidget(card)
        column.addStretch()
        return column
