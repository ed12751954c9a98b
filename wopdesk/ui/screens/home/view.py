"""The first screen: what to do, what others do, what came in, and how partnerships stand. Knows no desk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.saying import said
from wopdesk.ui.screens.home.content import Home, Line
from wopdesk.ui.screens.home.table import StandingsCard
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.empty import Empty
from wopdesk.ui.widgets.page import Page, emptied
from wopdesk.ui.widgets.row import LongCard, Row, RowCard, Saying
from wopdesk.ui.widgets.words import Words

SIDE = 344
"""Width of the cards beside, in pixels."""


class HomeView(QWidget):
    """Shows a `Home`. `opened` tells where a line leads; the other two what is to be started."""

    opened = Signal(object)
    document_wanted = Signal()
    partnership_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Home, str] | None = None
        self._cards: list[LongCard] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._page = Page(tr("Home"))
        outer.addWidget(self._page)

    @property
    def rows(self) -> list[Row]:
        """Every line that shows now."""
        return [row for card in self._cards for row in card.rows]

    def show_content(self, content: Home) -> None:
        """Show it; the keyboard stays in the line where it was."""
        if self._shown == (content, spoken()):
            return
        focused = next((number for number, row in enumerate(self.rows) if row.hasFocus()), None)
        self._shown = (content, spoken())
        self._cards = []
        emptied(self._page.column)
        if content.kept:
            self._page.column.addWidget(self._card("Kept for you", content.kept))
        columns = QHBoxLayout()
        columns.setSpacing(SPACE.large)
        columns.addLayout(self._work(content), 1)
        columns.addLayout(self._beside(content))
        self._page.column.addLayout(columns)
        self._page.column.addStretch()
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _work(self, content: Home) -> QVBoxLayout:
        column = _column()
        if content.first:
            column.addWidget(self._card("What comes first", content.first))
        if content.mine:
            column.addWidget(self._card("To do", content.mine))
        elif not content.first:
            column.addWidget(_calm())
        if content.others:
            column.addWidget(self._card("Waiting for others", content.others, 5))
        if content.partnerships:
            table = StandingsCard(content.partnerships)
            table.opened.connect(lambda space: self.opened.emit(Where("partnership", space=space)))
            column.addWidget(table)
        column.addStretch()
        return column

    def _beside(self, content: Home) -> QVBoxLayout:
        column = _column()
        start, arrived = self._start(content), self._card("Came in", content.arrived)
        unsent = [self._card("To send", content.unsent)] if content.unsent else []
        if not content.arrived:
            words = Words("What partners send you will be listed here.", "quiet", wrap=True)
            words.setContentsMargins(SPACE.small, 0, SPACE.small, SPACE.tiny)
            arrived.body.addWidget(words)
        for card in (*unsent, start, arrived):
            card.setFixedWidth(SIDE)
            column.addWidget(card)
        column.addStretch()
        return column

    def _start(self, content: Home) -> RowCard:
        """What this office may begin; lines as all others, so that what is to do stays louder."""
        card = RowCard("Start something")
        self.new_document: Row | None = None
        if content.partnerships:
            self.new_document = Row("plus", Saying(tr("New document …")), "info")
            self.new_document.clicked.connect(self.document_wanted)
            card.add(self.new_document)
        self.new_partnership = Row("handshake", Saying(tr("New partnership …")), "info")
        self.new_partnership.clicked.connect(self.partnership_wanted)
        receive = Row("inbox", Saying(tr("Receive a file")), "info")
        receive.clicked.connect(lambda: self.opened.emit(Where("exchange")))
        for row in (self.new_partnership, receive):
            card.add(row)
        return card

    def _card(self, title: str, lines: Sequence[Line], shows: int = 8) -> LongCard:
        card = LongCard(title, [partial(self._row, line) for line in lines], shows)
        self._cards.append(card)
        return card

    def _row(self, line: Line) -> Row:
        words = Saying(said(line.text), said(line.detail), said(line.status) if line.status else "")
        row = Row(line.picture, words, line.tone, leads=line.where is not None)
        row.clicked.connect(lambda: self.opened.emit(line.where))
        return row


def _calm() -> Card:
    card = Card("To do")
    text = "What comes due, or comes back to be corrected, will be here."
    card.body.addWidget(Empty("Nothing to do now", text, picture="circle-check"))
    return card


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE.large)
    return column
